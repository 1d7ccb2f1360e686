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
 * A line of symbols as typed, right or wrong: the alphabet or a sequence being edited. Derived values are computed
 * lazily, so that drafts that share a line share them. Immutable and thread-safe.
 */
public final class TypedSymbols {

    /** A grapheme cluster: a letter with its accents, an emoji with its parts. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private final String text;
    // Perhaps computed twice by two threads; both find the same immutable value.
    private @Nullable List<String> symbols;
    private @Nullable Map<String, Integer> firstPlaces;

    private TypedSymbols(String text, @Nullable List<String> symbols) {
        this.text = text;
        this.symbols = symbols;
    }

    public static TypedSymbols of(String text) {
        return new TypedSymbols(text, null);
    }

    public static TypedSymbols of(List<String> symbols) {
        return new TypedSymbols(String.join(" ", symbols), List.copyOf(symbols));
    }

    public String text() {
        return text;
    }

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

    public int size() {
        return symbols().size();
    }

    public boolean isBlank() {
        return symbols().isEmpty();
    }

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

    int firstPlace(String symbol) {
        return Objects.requireNonNull(firstPlaces().get(symbol));
    }

    Optional<String> firstTooLong() {
        return firstPlaces().keySet().stream()
                .filter(symbol -> symbol.codePointCount(0, symbol.length()) > Alphabet.MAX_SYMBOL_LENGTH)
                .findFirst();
    }

    /** The distinct symbols that an alphabet does not have, in the order of their appearance. */
    List<String> missingIn(TypedSymbols alphabet) {
        Set<String> there = alphabet.firstPlaces().keySet();
        return firstPlaces().keySet().stream()
                .filter(symbol -> !there.contains(symbol))
                .toList();
    }

    /** The text with a symbol for every character. */
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
