package lab.carousel.task.drawn;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import lab.carousel.task.Alphabet;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.PredictorFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.StoppingRule;
import lab.carousel.task.Target;
import lab.carousel.task.TargetKind;

/**
 * Random numbers, of which two are marked; at the end their sum is wanted, or their product. Experiments 4 and 5 of Hochreiter
 * and Schmidhuber (1997), and the adding problem as later papers have it: as many steps in each sequence, a mark in each half, u
 * from 0 to 1, and the plain sum.
 */
final class MarkedNumbers extends DrawnTask {

    private static final DrawnParameter LENGTH = new DrawnParameter("length", 20, 1_000, 100);

    static final MarkedNumbers ADDING = new MarkedNumbers(
            "adding", -1, 0, (one, other) -> 0.5 + (one + other) / 4, 0, (0.9 / 3 + 1.0 / 3) / 16, 0.9 / 3 / 16);

    static final MarkedNumbers ADDING_MODERN =
            new MarkedNumbers("addingModern", 0, Double.NaN, Double::sum, 0, 1.0 / 6, 1.0 / 12);

    /** Nothing known: E x^2 y^2 - (E x y)^2, with x 1 in one of ten sequences; the second known: the variance of x, times E y^2. */
    static final MarkedNumbers MULTIPLYING = new MarkedNumbers(
            "multiplying", 0, 1, (one, other) -> one * other, 12, 0.4 / 3 - 0.55 * 0.55 / 4, (0.4 - 0.55 * 0.55) / 3);

    private static final int FIRST_PAIRS = 10;
    private static final int RECENT = 2_000;
    private static final double BOUND = 0.04;

    private final double leastNumber;
    /** What the first marked number is where it stands in the first pair; NaN in the later form, where every number counts. */
    private final double firstMarked;

    private final DoubleBinaryOperator wanted;
    /** How many of the latest sequences may be wrong. */
    private final int wrong;

    /** The mean squared error of one that always says the mean, and of one that knows the last marked number. */
    private final List<PredictorFloor> floors;

    private MarkedNumbers(
            String name,
            double leastNumber,
            double firstMarked,
            DoubleBinaryOperator wanted,
            int wrong,
            double nothingKnown,
            double oneKnown) {
        super(name, LENGTH);
        this.leastNumber = leastNumber;
        this.firstMarked = firstMarked;
        this.wanted = wanted;
        this.wrong = wrong;
        double mean = (leastNumber + 1) / 2;
        double meanOfFirst = isOf1997() ? mean + (firstMarked - mean) / FIRST_PAIRS : mean;
        this.floors = List.of(
                PredictorFloor.ofNumbers(
                        "nothing", nothingKnown, (sequence, t, output) -> wanted.applyAsDouble(meanOfFirst, mean)),
                PredictorFloor.ofNumbers(
                        "one", oneKnown, (sequence, t, output) -> wanted.applyAsDouble(meanOfFirst, last(sequence))));
    }

    /** The marked number that comes last; it is never in the first pair. */
    private static double last(Steps sequence) {
        int t = sequence.size() - 1;
        while (sequence.row(t)[1] != 1) {
            t--;
        }
        return sequence.row(t)[0];
    }

    private boolean isOf1997() {
        return !Double.isNaN(firstMarked);
    }

    @Override
    public TargetKind targets() {
        return TargetKind.NUMBERS;
    }

    @Override
    public boolean isFromZeroToOne() {
        return kind() != ADDING_MODERN;
    }

    @Override
    public Alphabet alphabet() {
        return new Alphabet(List.of("y", "u", "mark"));
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public int inputs() {
        return 2;
    }

    @Override
    public int shortestSteps() {
        return value(LENGTH);
    }

    @Override
    public Steps draw(SplittableRandom random) {
        int shortest = value(LENGTH);
        int steps = shortest + (isOf1997() ? random.nextInt(shortest / 10 + 1) : 0);
        double[][] rows = new double[steps][];
        for (int t = 0; t < steps; t++) {
            boolean isEnd = isOf1997() && (t == 0 || t == steps - 1);
            rows[t] = new double[] {leastNumber + (1 - leastNumber) * random.nextDouble(), isEnd ? -1 : 0};
        }
        int one = random.nextInt(isOf1997() ? FIRST_PAIRS : steps / 2);
        int other = second(steps, shortest, one, random);
        rows[one][1] = 1;
        rows[other][1] = 1;
        if (isOf1997() && one == 0) {
            rows[0][0] = firstMarked;
        }
        Target[] targets = IntStream.range(0, steps).mapToObj(t -> Target.NONE).toArray(Target[]::new);
        targets[steps - 1] = Target.within(BOUND, wanted.applyAsDouble(rows[one][0], rows[other][0]));
        return Steps.ofRows(rows, targets);
    }

    /**
     * The second mark; in 1997 among the first pairs that have none yet. The first pair has one, that of the ends or the other:
     * were both marks possible there, nobody could tell which number counts as {@link #firstMarked}.
     */
    private int second(int steps, int shortest, int one, SplittableRandom random) {
        if (!isOf1997()) {
            return steps / 2 + random.nextInt(steps - steps / 2);
        }
        int other = 1 + random.nextInt(shortest / 2 - 1);
        return one == 0 || other < one ? other : other + 1;
    }

    @Override
    public Optional<StoppingRule> stoppingRule() {
        return Optional.of(StoppingRule.trained(BOUND, RECENT, 0.01, wrong));
    }

    @Override
    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        return floors.get(0).floor();
    }

    @Override
    public List<PredictorFloor> floors(int symbolsSeen, ScoredSteps scored) {
        return floors;
    }

    @Override
    public OptionalDouble publishedSequences() {
        if (kind() == ADDING) {
            return switch (value(LENGTH)) {
                case 100 -> OptionalDouble.of(74_000);
                case 500 -> OptionalDouble.of(209_000);
                case 1_000 -> OptionalDouble.of(853_000);
                default -> OptionalDouble.empty();
            };
        }
        // As many wrong ones as there; the paper stops at 140 of 2,000, too, after 482,000
        return kind() == MULTIPLYING && value(LENGTH) == 100 ? OptionalDouble.of(1_273_000) : OptionalDouble.empty();
    }
}
