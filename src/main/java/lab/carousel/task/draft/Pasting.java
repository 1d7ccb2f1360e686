package lab.carousel.task.draft;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Splits pasted text into sequences: a line each, with symbols separated by blanks, tabs, commas or semicolons; or a
 * list each, as in programming languages: {@code seq1 = [3, 0, 1, 2, 3]}, {@code [[3, 0], [4, 0]]}.
 */
public final class Pasting {

    private static final String SEPARATORS = "(?U)[\\s,;，；、]+";

    private static final Pattern LIST = Pattern.compile("[\\[(]([^\\[\\]()]*)[\\])]");
    /** What may stand around lists: an assignment, brackets, and separators between lists. */
    private static final Pattern AROUND =
            Pattern.compile("\\s*+(\\w++\\s*+=\\s*+)?+[\\[(]?\\s*+(LIST\\s*+([,;]\\s*+)?+)++[\\])]?+\\s*+[,;]?+\\s*+"
                    .replace("LIST", LIST.pattern()));

    private static final Pattern QUOTED = Pattern.compile("^([\"'])(.+)\\1$");

    private Pasting() {}

    /**
     * The sequences in a text, one for each line with a symbol. A line without any separator is a single symbol: the
     * reader decides whether it should be split into letters; the draft offers it.
     */
    public static List<TypedSymbols> sequencesIn(String text) {
        return text.lines()
                .flatMap(line -> AROUND.matcher(line).matches()
                        ? LIST.matcher(line).results().map(list -> unquoted(list.group(1)))
                        : Stream.of(plain(symbolsIn(line))))
                .filter(symbols -> !symbols.isEmpty())
                .map(TypedSymbols::of)
                .toList();
    }

    /** Removes quotation marks if all symbols of a line stand in them, as in some tables. */
    private static List<String> plain(List<String> symbols) {
        boolean areQuoted =
                symbols.stream().allMatch(symbol -> QUOTED.matcher(symbol).matches());
        return areQuoted ? unquoted(String.join(" ", symbols)) : symbols;
    }

    private static List<String> unquoted(String list) {
        return symbolsIn(list).stream()
                .map(symbol -> QUOTED.matcher(symbol).replaceFirst("$2"))
                .toList();
    }

    static List<String> symbolsIn(String line) {
        return List.of(line.split(SEPARATORS)).stream()
                .filter(symbol -> !symbol.isEmpty())
                .toList();
    }
}
