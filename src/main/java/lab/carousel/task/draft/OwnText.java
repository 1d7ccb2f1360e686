package lab.carousel.task.draft;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pasted text read as sequences: lines of symbols, lists of a programming language, a table column, or words as
 * letters.
 *
 * @param isFirstLineLeftOut whether its first line is only a heading
 */
public record OwnText(String text, Manner reading, boolean isFirstLineLeftOut) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");
    private static final Pattern PARTING = Pattern.compile("(?m)^\\s*$");

    public enum Manner {
        LINES(Pasting::sequencesIn),
        /** Each word is a sequence of its letters. */
        LETTERS(OwnText::letters),
        /** One sequence, as in a table column; empty lines part several. */
        COLUMN(OwnText::column);

        private final Function<String, List<TypedSymbols>> reader;

        Manner(Function<String, List<TypedSymbols>> reader) {
            this.reader = reader;
        }
    }

    public static OwnText of(String text) {
        List<TypedSymbols> lines = Pasting.sequencesIn(text);
        boolean isOneEach = lines.size() > 1 && lines.stream().allMatch(line -> line.size() == 1);
        boolean areNumbers = isOneEach
                && lines.stream().skip(1).allMatch(line -> NUMBER.matcher(line.text())
                        .matches());
        Manner likely = areNumbers ? Manner.COLUMN : isOneEach ? Manner.LETTERS : Manner.LINES;
        boolean hasHeading = areNumbers && !NUMBER.matcher(lines.get(0).text()).matches();
        return new OwnText(text, likely, hasHeading);
    }

    public List<TypedSymbols> sequences() {
        int end = isFirstLineLeftOut ? text.indexOf('\n') : -1;
        return reading.reader.apply(isFirstLineLeftOut && end < 0 ? "" : text.substring(end + 1));
    }

    private static List<TypedSymbols> letters(String text) {
        return symbols(text)
                .map(word -> TypedSymbols.of(List.of(word)).letters())
                .toList();
    }

    private static Stream<String> symbols(String text) {
        return Pasting.sequencesIn(text).stream().flatMap(line -> line.symbols().stream());
    }

    private static List<TypedSymbols> column(String text) {
        return PARTING.splitAsStream(text)
                .map(part -> symbols(part).toList())
                .filter(symbols -> !symbols.isEmpty())
                .map(TypedSymbols::of)
                .toList();
    }
}
