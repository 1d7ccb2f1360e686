package lab.carousel.task.drawn;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;

/**
 * 2a: {@code x a1 a2 … a(p-1) x} or {@code y a1 a2 … a(p-1) y}, each with probability 1/2. The next symbol is predicted at
 * every step.
 */
public final class FixedGap extends GapTask {

    static final FixedGap KIND = new FixedGap();

    private FixedGap() {
        super("2a", 0.25, p(20));
    }

    public static DrawnTask of(int p) {
        return DrawnTask.of(KIND, p);
    }

    @Override
    int[] draw(int answer, SplittableRandom random) {
        int[] sequence = between(answer, fillers());
        for (int index = 1; index < sequence.length - 1; index++) {
            sequence[index] = marks().size() + index - 1;
        }
        return sequence;
    }

    @Override
    public boolean scoresLastStepOnly() {
        return false;
    }

    @Override
    public boolean hasFewSequences() {
        return true;
    }

    @Override
    public boolean[] open(Steps drawn) {
        return new boolean[drawn.size()];
    }

    @Override
    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        Steps[] both = shown().stream().map(steps -> steps.with(scored)).toArray(Steps[]::new);
        return MemorylessFloor.of(both, outputs(), symbolsSeen);
    }

    @Override
    public OptionalDouble publishedSequences() {
        return value(p) == 100 ? OptionalDouble.of(5_040) : OptionalDouble.empty();
    }
}
