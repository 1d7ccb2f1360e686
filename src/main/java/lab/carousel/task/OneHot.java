package lab.carousel.task;

import java.util.StringJoiner;
import lab.carousel.text.Message;

/**
 * A one-hot vector: 1 at the index of its symbol, 0 elsewhere.
 *
 * @param index  the place of the 1, counted from 0; -1 if the symbol is not in the alphabet
 * @param length K, the length of the vector
 */
public record OneHot(int index, int length) {

    /** The longest vector that is written out number by number. */
    public static final int WRITTEN_OUT = 16;

    /** The vector in brackets: all its numbers if there are few, otherwise the 1 and how many zeros are beside it. */
    public String text() {
        if (index < 0) {
            return Message.text("task.oneHot.unknown");
        }
        if (length > WRITTEN_OUT) {
            return Message.text(longKey(), index, length - 1 - index);
        }
        StringJoiner numbers = new StringJoiner(" ", "[", "]");
        for (int place = 0; place < length; place++) {
            numbers.add(place == index ? "1" : "0");
        }
        return numbers.toString();
    }

    private String longKey() {
        if (index == 0) {
            return "task.oneHot.first";
        }
        return index == length - 1 ? "task.oneHot.last" : "task.oneHot.long";
    }
}
