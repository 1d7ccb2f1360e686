package lab.carousel.task.draft;

import java.util.List;

/** Text from elsewhere taken apart into sequences: a line each, symbols between blanks, tabs, commas or semicolons. */
public final class Pasting {

    private static final String SEPARATORS = "(?U)[\\s,;，；、]+";

    private Pasting() {}

    /**
     * The sequences in a text. A line without any separator is a single symbol: whether it should be split into letters
     * is for the reader to say, and the draft offers it.
     *
     * @return a line for each line of the text that has a symbol in it
     */
    public static List<TypedSymbols> sequencesIn(String text) {
        return text.lines()
                .map(Pasting::symbolsIn)
                .filter(symbols -> !symbols.isEmpty())
                .map(TypedSymbols::of)
                .toList();
    }

    /** The symbols in one line of text. */
    static List<String> symbolsIn(String line) {
        return List.of(line.split(SEPARATORS)).stream()
                .filter(symbol -> !symbol.isEmpty())
                .toList();
    }
}
