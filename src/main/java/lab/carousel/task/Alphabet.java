package lab.carousel.task;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lab.carousel.text.InvalidInput;

/**
 * Distinct symbols of a task in order; a symbol's index is the place of the 1 in its one-hot vector.
 *
 * @param symbols {@value #MIN_SYMBOLS} to {@value #MAX_SYMBOLS} short texts without white space
 */
public record Alphabet(List<String> symbols) {

    public static final int MIN_SYMBOLS = 2;
    public static final int MAX_SYMBOLS = 1_024;
    /** In characters as a reader counts them. */
    public static final int MAX_SYMBOL_LENGTH = 32;

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s", Pattern.UNICODE_CHARACTER_CLASS);

    /**
     * @throws InvalidInput if there are too few or too many symbols, or one is invalid or repeated
     */
    public Alphabet {
        symbols = List.copyOf(symbols);
        if (symbols.size() < MIN_SYMBOLS) {
            throw new InvalidInput("task.alphabet.tooFew", MIN_SYMBOLS);
        }
        if (symbols.size() > MAX_SYMBOLS) {
            throw new InvalidInput("task.alphabet.tooMany", symbols.size(), MAX_SYMBOLS);
        }
        Set<String> seen = new HashSet<>();
        for (String symbol : symbols) {
            checkSymbol(symbol);
            if (!seen.add(symbol)) {
                throw new InvalidInput("task.alphabet.duplicate", symbol);
            }
        }
    }

    /**
     * Checks a single symbol.
     *
     * @throws InvalidInput if it is empty, too long, has white space in it, or characters that cannot be shown
     */
    public static void checkSymbol(String symbol) {
        if (symbol.isEmpty()) {
            throw new InvalidInput("task.symbol.empty");
        }
        if (WHITE_SPACE.matcher(symbol).find()) {
            throw new InvalidInput("task.symbol.whiteSpace", symbol);
        }
        if (symbol.codePoints().anyMatch(Alphabet::isUnwritable)
                || symbol.codePoints().allMatch(Alphabet::isInvisible)) {
            throw new InvalidInput("task.symbol.invisible");
        }
        if (symbol.codePointCount(0, symbol.length()) > MAX_SYMBOL_LENGTH) {
            String start = symbol.substring(0, symbol.offsetByCodePoints(0, 12));
            throw new InvalidInput("task.symbol.tooLong", start + "…", MAX_SYMBOL_LENGTH);
        }
    }

    /** Whether a code point is a control character or a lone surrogate, which no file or SVG can hold. */
    public static boolean isUnwritable(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.SURROGATE || (point & 0xFFFE) == 0xFFFE;
    }

    /** Whether nobody sees a code point: a symbol must have another one. */
    public static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT;
    }

    public int size() {
        return symbols.size();
    }

    public String symbol(int index) {
        return symbols.get(index);
    }

    /** The legal symbols of a target, for example {@code 3|4}. */
    public String symbol(Target target) {
        return target.words(symbols::get);
    }

    /** The same in a sentence, which says it where nothing is wanted. */
    public String told(Target target) {
        return target.equals(Target.NONE) ? "–" : symbol(target);
    }

    /** Indices of the symbols of some sequences: {@code [sequence][symbol]}. A new array. */
    int[][] indices(List<Sequence> sequences) {
        Map<String, Integer> indices = indices();
        return sequences.stream()
                .map(sequence ->
                        sequence.symbols().stream().mapToInt(indices::get).toArray())
                .toArray(int[][]::new);
    }

    /** Index of each symbol, counted from 0. A new map at every call: fetch it once for many look-ups. */
    public Map<String, Integer> indices() {
        Map<String, Integer> indices = new HashMap<>();
        for (String symbol : symbols) {
            indices.put(symbol, indices.size());
        }
        return indices;
    }
}
