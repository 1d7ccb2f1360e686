package lab.carousel.task.draft;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * A line of symbols as somebody typed it, right or wrong: the alphabet or a sequence while it is being edited. What is
 * known of it is worked out once, when it is first asked for, so that a draft that shares a line with the draft before
 * it has nothing to work out again. Immutable and safe to use from any thread.
 */
public final class TypedSymbols {

    /** A character as a reader counts them: a letter with its accents, an emoji with its parts. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private final String text;
    // Worked out late and perhaps twice by two threads; both find the same immutable value.
    private @Nullable List<String> symbols;
    private @Nullable Map<String, Integer> firstPlaces;

    @SuppressWarnings("NullableOptional") // three answers: not asked yet, none, and this one
    private @Nullable Optional<String> tooLong;

    private @Nullable Missing missing;

    /** The symbols of a line that an alphabet does not have. */
    private record Missing(TypedSymbols alphabet, List<String> symbols) {}

    private TypedSymbols(String text, @Nullable List<String> symbols) {
        this.text = text;
        this.symbols = symbols;
    }

    /** A line from its text, taken apart at white space. */
    public static TypedSymbols of(String text) {
        return new TypedSymbols(text, null);
    }

    /** A line of these symbols, with a blank between them. */
    public static TypedSymbols of(List<String> symbols) {
        return new TypedSymbols(String.join(" ", symbols), List.copyOf(symbols));
    }

    /** The text as typed. */
    public String text() {
        return text;
    }

    /** The symbols in the text; none if it is blank. */
    public List<String> symbols() {
        if (symbols == null) {
            // One object for equal symbols: a long line has few, and looking up a known one is much faster.
            Map<String, String> distinct = new HashMap<>();
            symbols = Sequence.symbolsIn(text).stream()
                    .map(symbol -> distinct.computeIfAbsent(symbol, same -> same))
                    .toList();
        }
        return symbols;
    }

    /** The number of symbols. */
    public int size() {
        return symbols().size();
    }

    /** Whether there is no symbol. */
    public boolean isBlank() {
        return symbols().isEmpty();
    }

    /** The distinct symbols in the order of their appearance, each with the index of its first place. */
    Map<String, Integer> firstPlaces() {
        if (firstPlaces == null) {
            Map<String, Integer> places = new LinkedHashMap<>();
            List<String> all = symbols();
            for (int index = 0; index < all.size(); index++) {
                places.putIfAbsent(all.get(index), index);
            }
            firstPlaces = places;
        }
        return firstPlaces;
    }

    /** The index of the first place of a symbol that is in this line. */
    int firstPlace(String symbol) {
        return Objects.requireNonNull(firstPlaces().get(symbol));
    }

    /** The first symbol that has too many characters, or null. */
    @Nullable
    String firstTooLong() {
        if (tooLong == null) {
            tooLong = firstPlaces().keySet().stream()
                    .filter(symbol -> symbol.codePointCount(0, symbol.length()) > Alphabet.MAX_SYMBOL_LENGTH)
                    .findFirst();
        }
        return tooLong.orElse(null);
    }

    /** The distinct symbols that an alphabet does not have, in the order of their appearance. */
    List<String> missingIn(TypedSymbols alphabet) {
        Missing known = missing;
        if (known == null || known.alphabet() != alphabet) {
            Set<String> symbolsThere = alphabet.firstPlaces().keySet();
            known = new Missing(
                    alphabet,
                    firstPlaces().keySet().stream()
                            .filter(symbol -> !symbolsThere.contains(symbol))
                            .toList());
            missing = known;
        }
        return known.symbols();
    }

    /** The text with every character a symbol of its own. */
    TypedSymbols letters() {
        return of(CHARACTER
                .matcher(String.join("", symbols()))
                .results()
                .map(result -> result.group())
                .toList());
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof TypedSymbols line && text.equals(line.text));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
