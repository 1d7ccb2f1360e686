package lab.carousel.file.json;

import java.util.function.Supplier;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/** Where a value was written, so that what is wrong with it can be told there. */
public interface Place {

    /** A problem at this place. */
    InvalidInput problem(Message problem);

    /** A problem at this place. */
    default InvalidInput problem(String key, Object... arguments) {
        return problem(Message.of(key, arguments));
    }

    /** What a text written here is called, where something else should be. */
    default Message text(String text) {
        return Message.of("file.kind.word", text);
    }

    /** Makes a value; what is wrong with it is reported as a problem at this place. */
    default <T> T check(Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidInput invalid) {
            throw problem(invalid.problem());
        }
    }
}
