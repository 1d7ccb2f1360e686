package lab.carousel.task.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A text that somebody has, and what it would be as sequences: lines of symbols, lists of a programming language, a column of a
 * table, words of which the letters are meant.
 *
 * @param text               the text
 * @param reading            how it is meant
 * @param isFirstLineLeftOut whether its first line is only a heading
 */
public record OwnText(String text, Manner reading, boolean isFirstLineLeftOut) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");
    private static final Pattern PARTING = Pattern.compile("(?m)^\\s*$");

    /** How a text can be meant. */
    public enum Manner {
        /** Each line is a sequence. */
        LINES(OwnText::lines),
        /** Each word, whatever parts it from the next, is a sequence of its letters. */
        LETTERS(OwnText::letters),
        /** All of it is one sequence, as a column of a table is; empty lines part several. */
        COLUMN(OwnText::column);

        private final Function<String, List<TypedSymbols>> reader;

        Manner(Function<String, List<TypedSymbols>> reader) {
            this.reader = reader;
        }
    }

    /** A text, meant as it most likely is. */
    public static OwnText of(String text) {
        List<TypedSymbols> lines = lines(text);
        boolean isOneEach = lines.size() > 1 && lines.stream().allMatch(line -> line.size() == 1);
        boolean areNumbers = isOneEach
                && lines.stream().skip(1).allMatch(line -> NUMBER.matcher(line.text())
                        .matches());
        Manner likely = areNumbers ? Manner.COLUMN : isOneEach ? Manner.LETTERS : Manner.LINES;
        boolean hasHeading = areNumbers && !NUMBER.matcher(lines.get(0).text()).matches();
        return new OwnText(text, likely, hasHeading);
    }

    /** The sequences that it would be. */
    public List<TypedSymbols> sequences() {
        int end = isFirstLineLeftOut ? text.indexOf('\n') : -1;
        return reading.reader.apply(isFirstLineLeftOut && end < 0 ? "" : text.substring(end + 1));
    }

    private static List<TypedSymbols> lines(String text) {
        return Pasting.sequencesIn(text);
    }

    private static List<TypedSymbols> letters(String text) {
        List<TypedSymbols> words = new ArrayList<>();
        lines(text).forEach(line -> line.symbols()
                .forEach(word -> words.add(TypedSymbols.of(List.of(word)).letters())));
        return words;
    }

    private static List<TypedSymbols> column(String text) {
        return PARTING.splitAsStream(text)
                .map(part -> lines(part).stream()
                        .flatMap(line -> line.symbols().stream())
                        .toList())
                .filter(symbols -> !symbols.isEmpty())
                .map(TypedSymbols::of)
                .toList();
    }
}
