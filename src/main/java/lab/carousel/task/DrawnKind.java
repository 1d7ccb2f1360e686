package lab.carousel.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A kind of task that draws its sequences fresh each time, so that they can be learned, but not by heart. It is told the task
 * with its parameters wherever those matter. Words about it stand in the bundles under its name.
 */
public abstract class DrawnKind {

    protected static final int SAMPLE = 4;
    protected static final long SAMPLE_SEED = 1997;

    private final String name;
    private final List<DrawnParameter> parameters;

    /** @param name as files have it, for example {@code 2a} */
    protected DrawnKind(String name, DrawnParameter... parameters) {
        this.name = name;
        this.parameters = List.of(parameters);
    }

    public final String name() {
        return name;
    }

    public final List<DrawnParameter> parameters() {
        return parameters;
    }

    /** The outputs first. Where numbers are fed, the names of the outputs and after them those of the inputs. */
    public abstract Alphabet alphabet(DrawnTask task);

    public int outputs(DrawnTask task) {
        return alphabet(task).size();
    }

    public int inputs(DrawnTask task) {
        return alphabet(task).size();
    }

    /** What is fed and wanted. */
    public TargetKind targets() {
        return TargetKind.SYMBOLS;
    }

    /** Whether all numbers that are wanted lie from 0 to 1, so that a sigmoid can reach them. */
    public boolean isFromZeroToOne() {
        return true;
    }

    /** Whether targets are all symbols that may follow. */
    public boolean hasSets() {
        return false;
    }

    public abstract Steps draw(DrawnTask task, SplittableRandom random);

    public abstract int shortestSteps(DrawnTask task);

    /** Whether only the last step counts for loss, recall, margin and the stopping rule. */
    public boolean scoresLastStepOnly() {
        return true;
    }

    /** At which steps several symbols may follow, of which one was drawn. */
    public boolean[] open(DrawnTask task, Steps drawn) {
        return new boolean[drawn.size()];
    }

    /** The same where nothing but the last step can be known. */
    protected static boolean[] allButTheLast(Steps drawn) {
        boolean[] open = new boolean[drawn.size()];
        Arrays.fill(open, 0, open.length - 1, true);
        return open;
    }

    /** Each has another clue exchanged; the worst is what is told. None where nothing can be exchanged alone. */
    public List<Twin> twins(DrawnTask task, Steps drawn) {
        return List.of();
    }

    public abstract StoppingRule stoppingRule(DrawnTask task);

    /** The sequence of a number, from 0, that {@link StoppingRule.Exam#OWN} asks for where there is no pool. */
    public Steps examined(DrawnTask task, int number, SplittableRandom random) {
        return draw(task, random);
    }

    /** A sequence with the targets that the stopping rule asks for where those are not what was drawn. */
    public Steps judged(DrawnTask task, Steps drawn) {
        return drawn;
    }

    /** How many fixed sequences there are to train on, and as many others to test with; 0 if they are drawn fresh. */
    public int pool() {
        return 0;
    }

    /** Some to look at, always the same. */
    public List<Steps> sample(DrawnTask task) {
        SplittableRandom random = new SplittableRandom(SAMPLE_SEED);
        List<Steps> sample = new ArrayList<>();
        IntStream.range(0, SAMPLE).forEach(index -> sample.add(draw(task, random)));
        return sample;
    }

    /** Whether the sample is all there is, so that it is judged like a list. */
    public boolean hasFewSequences() {
        return false;
    }

    /** The floor of a predictor that sees the last symbols. */
    public abstract MemorylessFloor floor(DrawnTask task, int symbolsSeen, ScoredSteps scored);

    /** Floors worth telling, the highest first. */
    public List<PredictorFloor> floors(DrawnTask task, int symbolsSeen, ScoredSteps scored) {
        return List.of(PredictorFloor.seen(floor(task, symbolsSeen, scored)));
    }

    /** How many sequences were needed where the task was published; empty if that is not told. */
    public OptionalDouble publishedSequences(DrawnTask task) {
        return OptionalDouble.empty();
    }
}
