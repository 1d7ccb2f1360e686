package lab.carousel.task.generator;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.text.InvalidInput;

public enum Recipe {
    /**
     * Sequence s, counted from 0, counts from s: {@code 0 1 2 3}, then {@code 1 2 3 4}; after the last number comes 0.
     * No memory is needed.
     */
    COUNTING(EnumSet.of(Size.SEQUENCES, Size.LENGTH, Size.SYMBOLS), sizes -> numbers(sizes.symbols())) {
        @Override
        List<List<String>> make(Generator sizes) {
            return IntStream.range(0, sizes.sequences())
                    .mapToObj(start -> IntStream.range(start, start + sizes.length())
                            .mapToObj(number -> Integer.toString(number % sizes.symbols()))
                            .toList())
                    .toList();
        }
    },
    /** Independent uniform symbols, which can only be learned by heart. */
    RANDOM(EnumSet.complementOf(EnumSet.of(Size.GRAMMAR)), sizes -> numbers(sizes.symbols())) {
        @Override
        List<List<String>> make(Generator sizes) {
            SplittableRandom random = new SplittableRandom(sizes.seed());
            return cut(sizes, () -> Stream.generate(() -> Integer.toString(random.nextInt(sizes.symbols()))));
        }
    },
    /**
     * The reference task, larger: each sequence begins and ends with a symbol of its own. Between them all count from 0
     * through the other symbols, again and again. With 2 sequences of length 5 and 3 symbols it is the reference task.
     */
    FIRST_REPEATED(
            EnumSet.of(Size.SEQUENCES, Size.LENGTH, Size.SYMBOLS),
            sizes -> numbers(sizes.symbols() + sizes.sequences())) {
        @Override
        List<List<String>> make(Generator sizes) {
            List<List<String>> made = new ArrayList<>();
            for (int sequence = 0; sequence < sizes.sequences(); sequence++) {
                String own = Integer.toString(sizes.symbols() + sequence);
                List<String> symbols = new ArrayList<>(List.of(own));
                for (int between = 0; between < sizes.length() - 2; between++) {
                    symbols.add(Integer.toString(between % sizes.symbols()));
                }
                symbols.add(own);
                made.add(symbols);
            }
            return made;
        }
    },
    /**
     * The letters of Elman, "Finding structure in time" (1990): the consonants b, d and g in random order, each
     * followed by its vowels, {@code ba}, {@code dii}, {@code guuu}. Only the vowels can be predicted, by remembering
     * the consonant and counting. A sequence is cut at its length.
     */
    LETTER_WORDS(EnumSet.of(Size.SEQUENCES, Size.LENGTH, Size.SEED), sizes -> List.of("b", "d", "g", "a", "i", "u")) {
        @Override
        List<List<String>> make(Generator sizes) {
            SplittableRandom random = new SplittableRandom(sizes.seed());
            return cut(sizes, () -> Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
                    .flatMap(word -> Stream.of(word.split(""))));
        }
    },
    /**
     * Words of a {@link Tomita} grammar: each of the 127 words of length 0 to 6 behind {@code >}, and after it {@code +} if it is
     * in the language, otherwise {@code -}. Only the last step of a sequence can be known.
     */
    TOMITA(EnumSet.of(Size.GRAMMAR), sizes -> List.of(">", "0", "1", "+", "-")) {
        @Override
        List<List<String>> make(Generator sizes) {
            // The number 1 and a word behind it, as a binary number
            return IntStream.range(1, 2 << LONGEST_WORD)
                    .mapToObj(number -> Integer.toBinaryString(number).substring(1))
                    .map(word -> Stream.of(
                                    Stream.of(">"),
                                    word.chars().mapToObj(Character::toString),
                                    Stream.of(Tomita.accepts(sizes.grammar(), word) ? "+" : "-"))
                            .flatMap(Function.identity())
                            .toList())
                    .toList();
        }
    },
    /**
     * Two bits that are set and held: {@code a1} and {@code a0} set the first one, {@code b1} and {@code b0} the second, and
     * {@code .} holds both. In the end one of them is asked for, and its value follows: {@code a1 . b0 . a? 1}. Each is set
     * at least once.
     */
    TWO_BITS(
            EnumSet.of(Size.SEQUENCES, Size.LENGTH, Size.SEED),
            sizes -> List.of("a1", "a0", "b1", "b0", Recipe.HOLD, "a?", "b?", "0", "1")) {
        @Override
        List<List<String>> make(Generator sizes) {
            SplittableRandom random = new SplittableRandom(sizes.seed());
            return Stream.generate(() -> bits(random, sizes.length() - 2))
                    .filter(set ->
                            Stream.of("a", "b").noneMatch(bit -> value(bit, set).isEmpty()))
                    .limit(sizes.sequences())
                    .map(set -> {
                        String asked = random.nextBoolean() ? "a" : "b";
                        return Stream.concat(set.stream(), Stream.of(asked + "?", value(asked, set)))
                                .toList();
                    })
                    .toList();
        }

        @Override
        int least(Size size) {
            return size == Size.LENGTH ? 4 : super.least(size);
        }
    };

    /** What holds the two bits. */
    public static final String HOLD = ".";

    private static final int LONGEST_WORD = 6;

    private static final List<String> WORDS = List.of("ba", "dii", "guuu");

    private final Set<Size> sizes;
    private final Function<Generator, List<String>> alphabet;

    Recipe(Set<Size> sizes, Function<Generator, List<String>> alphabet) {
        this.sizes = sizes;
        this.alphabet = alphabet;
    }

    public Set<Size> sizes() {
        return EnumSet.copyOf(sizes);
    }

    abstract List<List<String>> make(Generator sizes);

    final List<String> alphabet(Generator generator) {
        return alphabet.apply(generator);
    }

    /** The least size that it can make something of. */
    int least(Size size) {
        return size.least();
    }

    /** @throws InvalidInput if a value is out of the bounds of a size here */
    final void check(Size size, int value) {
        if (value < least(size) || value > size.most()) {
            throw new InvalidInput("task.generator.range." + size, least(size), size.most());
        }
    }

    /** Three of four symbols hold, so that holding is learned, the others set. */
    private static List<String> bits(SplittableRandom random, int length) {
        return Stream.generate(
                        () -> random.nextInt(4) > 0 ? HOLD : (random.nextBoolean() ? "a" : "b") + random.nextInt(2))
                .limit(length)
                .toList();
    }

    /** What a bit was set to last; empty if it was not set. */
    private static String value(String bit, List<String> set) {
        return set.stream().filter(symbol -> symbol.startsWith(bit)).reduce("", (before, now) -> now.substring(1));
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static List<List<String>> cut(Generator sizes, Supplier<Stream<String>> symbols) {
        return Stream.generate(() -> symbols.get().limit(sizes.length()).toList())
                .limit(sizes.sequences())
                .toList();
    }
}
