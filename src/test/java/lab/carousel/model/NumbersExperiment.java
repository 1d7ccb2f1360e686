package lab.carousel.model;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.task.Alphabet;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.StoppingRule;
import lab.carousel.task.Target;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;

/** Experiments whose task feeds and wants numbers: two outputs s and d, which want sum and difference of two inputs u and v. */
public final class NumbersExperiment {

    private static final int STEPS = 5;

    private NumbersExperiment() {}

    private static final class SumAndDifference extends DrawnTask {

        private final boolean isLastOnly;

        SumAndDifference(boolean isLastOnly) {
            super("sumAndDifference");
            this.isLastOnly = isLastOnly;
        }

        @Override
        public boolean scoresLastStepOnly() {
            return isLastOnly;
        }

        @Override
        public Alphabet alphabet() {
            return new Alphabet(List.of("s", "d", "u", "v"));
        }

        @Override
        public int outputs() {
            return 2;
        }

        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public TargetKind targets() {
            return TargetKind.NUMBERS;
        }

        @Override
        public Steps draw(SplittableRandom random) {
            double[][] rows = IntStream.range(0, STEPS)
                    .mapToObj(t -> random.doubles(2, -1, 1).toArray())
                    .toArray(double[][]::new);
            rows[1] = new double[] {-0.5, 0.25};
            Target[] targets = Stream.of(rows)
                    .map(row -> Target.ofNumbers(row[0] + row[1], row[0] - row[1]))
                    .toArray(Target[]::new);
            return Steps.ofRows(rows, targets);
        }

        @Override
        public int shortestSteps() {
            return STEPS;
        }

        @Override
        public Optional<StoppingRule> stoppingRule() {
            return Optional.of(StoppingRule.fresh(0.1, 100));
        }

        @Override
        public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
            return new MemorylessFloor(symbolsSeen, 0, 0, 1);
        }
    }

    public static Experiment of(Hyperparameters hyperparameters) {
        return of(hyperparameters, false);
    }

    public static Experiment of(Hyperparameters hyperparameters, boolean scoresLastStepOnly) {
        DrawnTask drawn = DrawnTask.of(new SumAndDifference(scoresLastStepOnly));
        return new Experiment(Task.drawn(drawn), hyperparameters, EngineName.KERNEL);
    }
}
