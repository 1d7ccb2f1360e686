package lab.carousel.task;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.text.Language;

/**
 * The steps of a sequence, counted from 0: what is fed at each, what is wanted, and whether it is scored. What is fed is one
 * row, one-hot by its index or of any numbers. Immutable.
 */
public final class Steps {

    /** From here on the digits after the point are left out. */
    private static final double LARGE = 1e15;

    private static final BitSet NONE = new BitSet();

    /** Indices of the symbols fed; {@link Target#NO_INDEX} where a row has other numbers. */
    private final int[] inputs;
    /** Rows of other numbers, by step; empty if there is none. */
    private final double[][] rows;

    private final Target[] targets;
    private final int size;
    private final ScoredSteps scored;
    /** Steps that are never scored. */
    private final BitSet leftOut;

    private Steps(int[] inputs, double[][] rows, Target[] targets, int size, ScoredSteps scored) {
        this(inputs, rows, targets, size, scored, NONE);
    }

    private Steps(int[] inputs, double[][] rows, Target[] targets, int size, ScoredSteps scored, BitSet leftOut) {
        this.leftOut = leftOut;
        this.inputs = inputs;
        this.rows = rows;
        this.targets = targets;
        this.size = size;
        this.scored = scored;
    }

    /** Steps through a sequence of symbols: at each one is fed and the next one wanted. All are scored. */
    public static Steps of(int... symbols) {
        return of(symbols, t -> Target.of(symbols[t + 1]));
    }

    /** The same with other targets; the last symbol is not fed. */
    public static Steps of(int[] symbols, IntFunction<Target> target) {
        int size = symbols.length - 1;
        Target[] targets = IntStream.range(0, size).mapToObj(target).toArray(Target[]::new);
        return new Steps(Arrays.copyOf(symbols, size), new double[0][], targets, size, ScoredSteps.ALL);
    }

    /** Steps that feed numbers: {@code [step][input]}. All are scored. */
    public static Steps ofRows(double[][] rows, Target... targets) {
        int[] inputs = new int[rows.length];
        Arrays.fill(inputs, Target.NO_INDEX);
        double[][] copies = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        return new Steps(inputs, copies, targets.clone(), rows.length, ScoredSteps.ALL);
    }

    public Steps with(ScoredSteps other) {
        return new Steps(inputs, rows, targets, size, other, leftOut);
    }

    /** The first so many. */
    public Steps first(int count) {
        return new Steps(inputs, rows, targets, count, scored, leftOut);
    }

    /** The same, of which some are never scored. */
    public Steps without(BitSet steps) {
        return new Steps(inputs, rows, targets, size, scored, (BitSet) steps.clone());
    }

    public int size() {
        return size;
    }

    /** Index of the symbol that is fed, {@link Target#NO_INDEX} where {@link #row} is. */
    public int input(int step) {
        return inputs[step];
    }

    /** The numbers that are fed where there is no index; not to be written to. */
    public double[] row(int step) {
        return rows[step];
    }

    /** What goes into input k: 1 or 0 for an index. */
    public double fed(int step, int k) {
        return inputs[step] == Target.NO_INDEX ? rows[step][k] : inputs[step] == k ? 1 : 0;
    }

    public Target target(int step) {
        return targets[step];
    }

    public boolean isScored(int step) {
        return scored.include(step, size) && !leftOut.get(step);
    }

    /** The symbols fed, and after them the one that is wanted last: a new array. */
    public int[] symbols() {
        int[] symbols = Arrays.copyOf(inputs, size + 1);
        symbols[size] = targets[size - 1].index();
        return symbols;
    }

    /** The symbol that is fed at a step, or the numbers. */
    public Target fed(int step) {
        return inputs[step] == Target.NO_INDEX ? Target.ofNumbers(rows[step]) : Target.of(inputs[step]);
    }

    /** A step of a sequence that has a number among others, from 0. */
    public Step step(int sequence, int step) {
        return new Step(sequence, step + 1, fed(step), targets[step]);
    }

    /** What is fed, and after it what is wanted last, with decimal points, since it is kept. */
    Sequence text(Supply supply) {
        Step last = step(0, size - 1);
        Stream<String> fed = IntStream.range(0, size).mapToObj(t -> supply.fed(step(0, t)));
        return Language.ENGLISH.meanwhile(() -> new Sequence(
                Stream.concat(fed, Stream.of(supply.told(last, last.target()))).toList()));
    }

    /** Numbers in two digits after the point, with a semicolon between them. */
    static String text(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Steps::text).collect(Collectors.joining(";"));
    }

    /** Without a formatter, which would be a tenth of the page's computing. */
    private static String text(double number) {
        if (!(Math.abs(number) < LARGE)) {
            return String.valueOf(number);
        }
        long hundredths = Math.round(100 * Math.abs(number));
        String digits = String.valueOf(100 + hundredths % 100).substring(1);
        String sign = number < 0 && hundredths > 0 ? "-" : "";
        return sign + hundredths / 100 + (number == Math.rint(number) ? "" : "." + digits);
    }

    /** The symbols fed: a new array. */
    public int[] inputs() {
        return Arrays.copyOf(inputs, size);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Steps that
                && Arrays.equals(inputs, 0, size, that.inputs, 0, that.size)
                && Arrays.equals(targets, 0, size, that.targets, 0, that.size)
                && Arrays.deepEquals(rows, that.rows)
                && scored.equals(that.scored)
                && leftOut.equals(that.leftOut);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(inputs) + size;
    }
}
