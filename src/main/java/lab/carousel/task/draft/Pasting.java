package lab.carousel.task.draft;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Splits pasted text into sequences: a line each, with symbols separated by blanks, tabs, commas or semicolons; a list each, as
 * in programming languages: {@code seq1 = [3, 0, 1, 2, 3]}, {@code [[3, 0], [4, 0]]}; or a line of a table each, if a cell of it
 * stands in quotation marks: {@code "New York",to}.
 */
public final class Pasting {

    private static final String SEPARATORS = "(?U)[\\s,;，；、]+";

    private static final Pattern LIST = Pattern.compile("[\\[(]([^\\[\\]()]*)[\\])]");
    /** What may stand around lists: an assignment, brackets, and separators between lists. */
    private static final Pattern AROUND =
            Pattern.compile("\\s*+(\\w++\\s*+=\\s*+)?+[\\[(]?\\s*+(LIST\\s*+([,;]\\s*+)?+)++[\\])]?+\\s*+[,;]?+\\s*+"
                    .replace("LIST", LIST.pattern()));

    /** A cell of a table in quotation marks, with a separator after it or before it. */
    private static final Pattern CELL = Pattern.compile(
            "(?m)^\"[^\"]*+(?:\"\"[^\"]*+)*+\"([,;\t])|([,;\t])\"[^\"]*+(?:\"\"[^\"]*+)*+\"(?=[,;\t]|\\R|\\z)");

    private static final Pattern QUOTED = Pattern.compile("^([\"'])(.+)\\1$");

    private Pasting() {}

    /**
     * The sequences in a text, one for each line with a symbol. A line without any separator is a single symbol: the
     * reader decides whether it should be split into letters; the draft offers it.
     */
    public static List<TypedSymbols> sequencesIn(String text) {
        Matcher cell = CELL.matcher(text);
        Stream<List<String>> lines = cell.find()
                        && text.lines().noneMatch(line -> AROUND.matcher(line).matches())
                ? table(text, (cell.group(1) == null ? cell.group(2) : cell.group(1)).charAt(0))
                : text.lines().flatMap(Pasting::lists);
        return lines.filter(symbols -> !symbols.isEmpty()).map(TypedSymbols::of).toList();
    }

    private static Stream<List<String>> lists(String line) {
        return AROUND.matcher(line).matches()
                ? LIST.matcher(line).results().map(list -> unquoted(list.group(1)))
                : Stream.of(plain(symbolsIn(line)));
    }

    /** The cells of a table by its lines; a symbol has no blanks. */
    private static Stream<List<String>> table(String text, char separator) {
        return CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text).stream()
                .map(line -> line.getFields().stream()
                        .map(cell -> cell.strip().replaceAll("(?U)\\s+", "_"))
                        .filter(symbol -> !symbol.isEmpty())
                        .toList());
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
