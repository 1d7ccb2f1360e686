package lab.carousel.task;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What is wanted of the outputs at a step: the symbol that follows, each of several legal symbols, numbers, or nothing.
 * Equal ones want the same. Immutable.
 */
public final class Target {

    /** In place of an index where there is not exactly one. */
    public static final int NO_INDEX = -1;

    private static final Target[] SINGLE = new Target[Alphabet.MAX_SYMBOLS];

    static {
        Arrays.setAll(SINGLE, symbol -> new Target(false, new int[] {symbol}, new double[0], 0));
    }

    /** Nothing: no output is right or wrong. */
    public static final Target NONE = new Target(false, new int[0], new double[0], 0);

    private final boolean isSet;
    private final int index;
    /** Indices of the legal symbols, ascending. */
    private final int[] symbols;
    /** What each output should be; empty where symbols say it. */
    private final double[] numbers;
    /** Numbers are right if each is off by less. */
    private final double tolerance;
    /** Whether a number is right, too, that lies beyond the wanted one, seen from 0. */
    private final boolean isOfSigns;

    private final int hash;

    private Target(boolean isSet, int[] symbols, double[] numbers, double tolerance) {
        this(isSet, symbols, numbers, tolerance, false);
    }

    private Target(boolean isSet, int[] symbols, double[] numbers, double tolerance, boolean isOfSigns) {
        this.tolerance = tolerance;
        this.isOfSigns = isOfSigns;
        this.isSet = isSet;
        this.index = symbols.length == 1 ? symbols[0] : NO_INDEX;
        this.symbols = symbols;
        this.numbers = numbers;
        this.hash = 31 * Arrays.hashCode(symbols) + Arrays.hashCode(numbers);
    }

    public static Target of(int symbol) {
        return symbol < SINGLE.length ? SINGLE[symbol] : new Target(false, new int[] {symbol}, new double[0], 0);
    }

    /** A set, of one or more: each of these symbols is legal. In any order, one can come again. */
    public static Target ofSet(IntStream legal) {
        return new Target(true, legal.sorted().distinct().toArray(), new double[0], 0);
    }

    /** @param wanted of each output */
    public static Target ofNumbers(double... wanted) {
        return within(0, wanted);
    }

    /** Numbers that are right if each is off by less than a bound. */
    public static Target within(double tolerance, double... wanted) {
        return new Target(false, new int[0], wanted.clone(), tolerance);
    }

    /** +1 and -1, of which the sign counts. */
    public static Target ofSigns(double... wanted) {
        return new Target(false, new int[0], wanted.clone(), 1, true);
    }

    /** What outputs say: the indices of the largest, as many as a target has symbols, of equal ones the first; or the numbers. */
    public Target highest(double[] outputs) {
        if (numbers.length > 0) {
            return ofNumbers(outputs);
        }
        BitSet taken = new BitSet();
        for (int place = 0; place < symbols.length; place++) {
            int best = taken.nextClearBit(0);
            for (int k = best + 1; k < outputs.length; k++) {
                best = outputs[k] > outputs[best] && !taken.get(k) ? k : best;
            }
            taken.set(best);
        }
        return isSet ? ofSet(taken.stream()) : symbols.length == 0 ? NONE : of(taken.nextSetBit(0));
    }

    /** Whether what outputs say is right. */
    public boolean accepts(Target prediction) {
        return numbers.length > 0 ? error(prediction.numbers) < tolerance : equals(prediction);
    }

    /** Whether it is a set of legal symbols, be it of one. */
    public boolean isSet() {
        return isSet;
    }

    /** The output of the symbol, of several legal ones the lowest. */
    public double lowest(double[] outputs) {
        return outputs[weakest(outputs)];
    }

    /** The symbol; of several legal ones the first that has the lowest output. */
    public int weakest(double[] outputs) {
        int weakest = symbols[0];
        for (int symbol : symbols) {
            weakest = outputs[symbol] < outputs[weakest] ? symbol : weakest;
        }
        return weakest;
    }

    /** The lowest output of a legal symbol minus the highest other one; infinite where all are legal, NaN without symbols. */
    public double margin(double[] outputs) {
        double lowest = symbols.length == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < outputs.length; k++) {
            if (includes(k)) {
                lowest = Math.min(lowest, outputs[k]);
            } else {
                highest = Math.max(highest, outputs[k]);
            }
        }
        return lowest - highest;
    }

    /** Index of the only legal symbol, otherwise {@link #NO_INDEX}. */
    public int index() {
        return index;
    }

    /** Indices of the legal symbols, ascending: a new array. */
    public int[] symbols() {
        return symbols.clone();
    }

    public int size() {
        return symbols.length;
    }

    /** One of the legal symbols, counted from 0 in their order. */
    int symbol(int place) {
        return symbols[place];
    }

    /** The legal symbols with bars between them, for example {@code 3|4}; or the numbers. */
    public String words(IntFunction<String> symbol) {
        return numbers.length > 0
                ? Steps.text(numbers)
                : IntStream.of(symbols).mapToObj(symbol).collect(Collectors.joining("|"));
    }

    public boolean includes(int symbol) {
        return symbol == index || (index == NO_INDEX && Arrays.binarySearch(symbols, symbol) >= 0);
    }

    /** Whether output k says it: it is that of a legal symbol, or one of the numbers. */
    public boolean isSaidBy(int k) {
        return numbers.length > 0 || includes(k);
    }

    /** Whether an output that says a prediction is right. */
    public boolean isRightAt(int k, Target prediction) {
        return numbers.length > 0 ? accepts(prediction) : includes(k);
    }

    /** Whether each legal symbol, or each number, has one of so many outputs. */
    public boolean isWithin(int outputs) {
        return symbols.length > 0 ? symbols[symbols.length - 1] < outputs : numbers.length == outputs;
    }

    /** Numbers only where some are wanted. */
    public TargetKind kind() {
        return numbers.length > 0 ? TargetKind.NUMBERS : TargetKind.SYMBOLS;
    }

    /** The number that output k should be; NaN where none is wanted. */
    public double number(int k) {
        return numbers.length > 0 ? numbers[k] : Double.NaN;
    }

    /** None if it is symbols or nothing. */
    public DoubleStream numbers() {
        return DoubleStream.of(numbers);
    }

    /** What output k should be: of symbols 0 or 1. */
    public double wanted(int k) {
        return numbers.length > 0 ? numbers[k] : includes(k) ? 1 : 0;
    }

    /**
     * How far outputs are from it: of a set 0 if each legal one lies above every other, otherwise 1; of a symbol or of numbers
     * the largest difference from what is wanted, NaN if an output is, and where the sign counts how far an output falls short;
     * of nothing 0.
     */
    public double error(double[] outputs) {
        if (this.equals(NONE)) {
            return 0;
        }
        double largest = 0;
        double lowest = isSet ? lowest(outputs) : Double.NaN;
        for (int k = 0; k < outputs.length; k++) {
            double off = isOfSigns ? Math.max(0, 1 - wanted(k) * outputs[k]) : difference(k, outputs);
            largest = Math.max(largest, isSet ? includes(k) || outputs[k] < lowest ? 0 : 1 : off);
        }
        return isSet && Double.isNaN(lowest) ? 1 : largest;
    }

    /** How far one of the outputs is from what it should be, at most; NaN if one is. */
    public double difference(double[] outputs) {
        double largest = 0;
        for (int k = 0; k < outputs.length; k++) {
            largest = Math.max(largest, difference(k, outputs));
        }
        return largest;
    }

    private double difference(int k, double[] outputs) {
        return Math.abs(wanted(k) - outputs[k]);
    }

    /**
     * The most of some targets that one answer can have right. Of symbols that is one; of sets a chain in which each includes
     * the one before, for its answer has every legal symbol above every other.
     *
     * @param counts how often there is each
     */
    public static int mostTogether(Map<Target, Integer> counts) {
        List<Target> smallestFirst = counts.keySet().stream()
                .sorted(Comparator.comparingInt(Target::size))
                .toList();
        int[] together = new int[smallestFirst.size()];
        int most = 0;
        for (int place = 0; place < together.length; place++) {
            Target target = smallestFirst.get(place);
            for (int before = 0; target.isSet && before < place; before++) {
                if (IntStream.of(smallestFirst.get(before).symbols).allMatch(target::includes)) {
                    together[place] = Math.max(together[place], together[before]);
                }
            }
            together[place] += counts.getOrDefault(target, 0);
            most = Math.max(most, together[place]);
        }
        return most;
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Target that
                && hash == that.hash
                && isSet == that.isSet
                && Arrays.equals(symbols, that.symbols)
                && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return numbers.length > 0 ? Arrays.toString(numbers) : Arrays.toString(symbols);
    }
}
