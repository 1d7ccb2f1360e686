package lab.carousel.task;

import java.util.List;

public final class SequenceText {

    static final int WRITTEN_OUT = 10;

    private static final int AT_EACH_END = 4;

    private SequenceText() {}

    /** The symbols with blanks between them, with an ellipsis for the middle of a long sequence. */
    public static String abridged(Sequence sequence) {
        List<String> symbols = sequence.symbols();
        if (symbols.size() <= WRITTEN_OUT) {
            return sequence.text();
        }
        return String.join(" ", symbols.subList(0, AT_EACH_END))
                + " … "
                + String.join(" ", symbols.subList(symbols.size() - AT_EACH_END, symbols.size()));
    }
}
