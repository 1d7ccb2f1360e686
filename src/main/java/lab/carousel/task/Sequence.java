package lab.carousel.task;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.carousel.text.InvalidInput;

/**
 * An ordered list of symbols to be learned: at each step the network sees one and must predict the next.
 *
 * @param symbols at least {@value #MIN_LENGTH}; at most {@value #MAX_LENGTH} where they are listed
 */
public record Sequence(List<String> symbols) {

    /** The fewest symbols: one input and one target. */
    public static final int MIN_LENGTH = 2;

    public static final int MAX_LENGTH = 5_000;

    private static final int WRITTEN_OUT = 10;
    private static final int AT_EACH_END = 4;

    public Sequence {
        symbols = List.copyOf(symbols);
        if (symbols.size() < MIN_LENGTH) {
            throw new InvalidInput(symbols.isEmpty() ? "task.sequence.empty" : "task.sequence.oneSymbol");
        }
    }

    /** @throws InvalidInput if there are too many symbols to be typed */
    public static Sequence parse(String text) {
        return new Sequence(symbolsIn(text)).checked();
    }

    /** @throws InvalidInput if it is longer than one that can be typed */
    Sequence checked() {
        if (symbols.size() > MAX_LENGTH) {
            throw new InvalidInput("task.sequence.tooLong", symbols.size(), MAX_LENGTH);
        }
        return this;
    }

    /** A copy that shares equal strings with {@code known}, to save memory. */
    public Sequence sharing(Map<String, String> known) {
        return new Sequence(symbols.stream()
                .map(symbol -> known.getOrDefault(symbol, symbol))
                .toList());
    }

    public static List<String> symbolsIn(String text) {
        return Stream.of(text.split("(?U)\\s+"))
                .filter(symbol -> !symbol.isEmpty())
                .toList();
    }

    /** The number of steps: n symbols give n - 1, since the last symbol has no successor. */
    public int steps() {
        return symbols.size() - 1;
    }

    public String text() {
        return String.join(" ", symbols);
    }

    /** The symbols with blanks between them, with an ellipsis for the middle of a long sequence. */
    public String abridged() {
        return abridged(symbols);
    }

    /** The same of any number of symbols. */
    public static String abridged(List<String> symbols) {
        int end = symbols.size() - AT_EACH_END;
        return symbols.size() <= WRITTEN_OUT
                ? String.join(" ", symbols)
                : String.join(" ", symbols.subList(0, AT_EACH_END)) + " … "
                        + String.join(" ", symbols.subList(end, symbols.size()));
    }
}
