package lab.carousel.task.drawn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import lab.carousel.task.Alphabet;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.StoppingRule;
import lab.carousel.task.Twin;

/**
 * Tasks of experiment 2 of Hochreiter and Schmidhuber (1997), {@code Long Short-Term Memory}: what comes last is what came
 * first, x or y, and nothing in between helps.
 */
abstract class GapTask extends DrawnTask {

    static final int X = 0;
    static final int Y = 1;
    /** As in the paper. */
    private static final int MAX_P = 1_000;

    private static final int IN_A_ROW = 10_000;

    final DrawnParameter p;
    private final double errorBound;

    GapTask(String name, double errorBound, DrawnParameter p, DrawnParameter... others) {
        super(name, Stream.concat(Stream.of(p), Stream.of(others)).toArray(DrawnParameter[]::new));
        this.p = p;
        this.errorBound = errorBound;
    }

    static DrawnParameter p(int first) {
        return new DrawnParameter("p", 2, MAX_P, first);
    }

    /** The symbols before the fillers {@code a1 a2 …}. */
    List<String> marks() {
        return List.of("x", "y");
    }

    int fillers() {
        return value(p) - 1;
    }

    @Override
    public Alphabet alphabet() {
        List<String> symbols = new ArrayList<>(marks());
        for (int number = 1; number <= fillers(); number++) {
            symbols.add("a" + number);
        }
        return new Alphabet(symbols);
    }

    @Override
    public int outputs() {
        return value(p) + 1;
    }

    @Override
    public int shortestSteps() {
        return value(p);
    }

    @Override
    public Steps draw(SplittableRandom random) {
        return Steps.of(draw(random.nextInt(2), random));
    }

    abstract int[] draw(int answer, SplittableRandom random);

    void fill(int[] sequence, int from, int to, SplittableRandom random) {
        int first = marks().size();
        int fillers = fillers();
        for (int index = from; index < to; index++) {
            sequence[index] = first + random.nextInt(fillers);
        }
    }

    /** With x and y in turn. */
    @Override
    public List<Steps> shown() {
        SplittableRandom random = new SplittableRandom(SAMPLE_SEED);
        List<Steps> sample = new ArrayList<>();
        for (int index = 0; index < (hasFewSequences() ? 2 : SAMPLE); index++) {
            sample.add(Steps.of(draw(index % 2 == 0 ? X : Y, random)));
        }
        return sample;
    }

    /** The place of the symbol that tells the last one. */
    int clue() {
        return 0;
    }

    @Override
    public boolean[] open(Steps drawn) {
        return fillers() > 1 ? allButTheLast(drawn) : super.open(drawn);
    }

    @Override
    public List<Twin> twins(Steps drawn) {
        int[] twin = drawn.symbols();
        int other = twin[clue()] == X ? Y : X;
        twin[clue()] = other;
        twin[twin.length - 1] = other;
        return List.of(new Twin(Steps.of(twin), clue(), new int[] {drawn.size() - 1}));
    }

    @Override
    public Optional<StoppingRule> stoppingRule() {
        return Optional.of(StoppingRule.fresh(errorBound, IN_A_ROW));
    }

    /** At the last step x and y are equally likely for who does not see back to the first of them, and certain for who does. */
    @Override
    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        double unseen = unseen(symbolsSeen);
        double softmax = unseen * StrictMath.log(2);
        return new MemorylessFloor(symbolsSeen, softmax * 2 / outputs(), softmax, 1 - unseen / 2);
    }

    /** The probability that what tells the answer is not among the last symbols. */
    double unseen(int symbolsSeen) {
        return symbolsSeen < value(p) ? 1 : 0;
    }

    /** The answer, room for fillers, and the answer. */
    static int[] between(int answer, int fillers) {
        int[] sequence = new int[fillers + 2];
        Arrays.setAll(sequence, place -> answer);
        return sequence;
    }
}
