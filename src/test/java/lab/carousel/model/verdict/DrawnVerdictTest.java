package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import lab.carousel.Sample;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.RandomStreams;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.training.RecordedRuns;
import org.junit.jupiter.api.Test;

/** The verdict of a drawn task against one found by following each symbol, on random tasks and set-ups. */
class DrawnVerdictTest {

    private static final int TASKS = Sample.tenth(600);
    private static final int TESTS = 200;
    private static final int MOST_DRAWN = 2_000;

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void isThatOfTheSequencesAndTheirTwins() {
        Map<Verdict, Integer> found = new EnumMap<>(Verdict.class);
        for (int index = 0; index < TASKS; index++) {
            Experiment experiment = experiment(index);
            Parameters parameters =
                    index % 20 == 0 ? trained(experiment) : RandomParameters.of(experiment.layout(), index);
            Judgement judged = Evaluation.of(experiment, parameters).judgement();
            assertThat(judged.verdict()).as("%s", experiment).isEqualTo(expect(experiment, parameters, judged));
            found.merge(judged.verdict(), 1, Integer::sum);
        }
        assertThat(found)
                .containsKeys(Verdict.NOT_YET, Verdict.REMEMBERS, Verdict.CANNOT_BE_KNOWN, Verdict.NEEDS_NO_MEMORY);
    }

    private Experiment experiment(int index) {
        int p = 2 + random.nextInt(4);
        DrawnTask task =
                switch (index % 3) {
                    case 0 -> FixedGap.of(p);
                    case 1 -> RandomGap.of(p);
                    default -> NoisyGap.of(p, random.nextInt(4));
                };
        Task drawn = Task.drawn(task);
        boolean isEasy = index % 20 == 0;
        int lag = isEasy ? 1 : 1 + random.nextInt(Math.min(3, drawn.supply().shortestSteps()));
        int slots = isEasy ? 1 : 1 + random.nextInt(Math.min(3, drawn.supply().shortestSteps() - lag + 1));
        List<Cell> cells = Cell.all();
        Hyperparameters values = Hyperparameters.reference()
                .with(Settings.CELL, isEasy ? Cell.LSTM : cells.get(random.nextInt(cells.size())))
                .with(Settings.HIDDEN_UNITS, isEasy ? 8 : 3)
                .with(Settings.OUTPUT, Output.all().get(random.nextInt(2)))
                .with(Settings.LAG, lag)
                .with(Settings.BATCH_SIZE, slots)
                .with(Settings.SEED, (long) index)
                .with(Settings.LEARNING_RATE, 0.02)
                .with(Settings.EPOCHS, 60);
        boolean isStateless = !isEasy && random.nextInt(4) == 0;
        values = isStateless
                ? values.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP)
                : values.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE);
        return new Experiment(drawn, values, Experiment.reference().engine());
    }

    private static Parameters trained(Experiment experiment) {
        return RecordedRuns.end(experiment).parameters();
    }

    /** The root of twice the variances, with n - 1, summed over all numbers of the state. */
    private static double typical(List<double[]> states) {
        double sum = 0;
        for (int number = 0; number < states.get(0).length; number++) {
            int index = number;
            double mean =
                    states.stream().mapToDouble(each -> each[index]).average().orElseThrow();
            sum += states.stream()
                    .mapToDouble(each -> Math.pow(each[index] - mean, 2))
                    .sum();
        }
        return Math.sqrt(2 * sum / (states.size() - 1));
    }

    private static int clue(DrawnTask task) {
        return task.name().equals("2c") ? 1 : 0;
    }

    /** Which step, counted back from the last one, sees the clue; the state it is carried in is that of its slot. */
    private static Verdict expect(Experiment experiment, Parameters parameters, Judgement judged) {
        DrawnTask task = (DrawnTask) experiment.task().supply();
        SplittableRandom draws = RandomStreams.of(experiment.hyperparameters().get(Settings.SEED))
                .judging();
        List<int[]> remembered = new ArrayList<>();
        int unknowable = 0;
        int drawn = 0;
        while (drawn < TESTS || (!remembered.isEmpty() && remembered.size() < TESTS && drawn < MOST_DRAWN)) {
            int[] sequence = task.draw(draws).symbols();
            drawn++;
            boolean isUnknowable = !isFed(experiment, sequence, clue(task), false);
            unknowable += isUnknowable ? 1 : 0;
            if (!isUnknowable && !isFed(experiment, sequence, clue(task), true)) {
                remembered.add(sequence);
            }
        }
        if (remembered.isEmpty()) {
            return unknowable > 0 ? Verdict.CANNOT_BE_KNOWN : Verdict.NEEDS_NO_MEMORY;
        }
        List<Double> bits = new ArrayList<>();
        List<Double> distances = new ArrayList<>();
        List<double[]> states = new ArrayList<>();
        int fed = 0;
        int wrong = 0;
        int passing = 0;
        for (int[] sequence : remembered) {
            int[] twin = sequence.clone();
            int last = sequence.length - 1;
            twin[clue(task)] = 1 - sequence[last];
            twin[last] = 1 - sequence[last];
            List<double[]> before = List.copyOf(states);
            double[] z = netInputs(experiment, parameters, sequence, states);
            double[] state = states.get(states.size() - 1);
            double[] other = netInputs(experiment, parameters, twin, states);
            boolean isWrong = isWrong(z, sequence[last]) || isWrong(other, twin[last]);
            double d = z[sequence[last]] - z[twin[last]];
            double otherD = other[twin[last]] - other[sequence[last]];
            double found = 1 - 0.5 * (Math.log1p(Math.exp(-d)) + Math.log1p(Math.exp(-otherD))) / Math.log(2);
            fed++;
            wrong += isWrong ? 1 : 0;
            passing += !isWrong && found >= 0.1 ? 1 : 0;
            boolean isOut = wrong > 0
                    && !isEnough(remembered.size() - wrong, remembered.size())
                    && isEnough(remembered.size(), remembered.size());
            if (isOut && fed > 10 && !task.hasFewSequences()) {
                states = before;
                break;
            }
            distances.add(SeparationTest.distance(state, states.get(states.size() - 1)));
            bits.add(found);
            if (task.hasFewSequences() || (isOut && fed == 10)) {
                break;
            }
        }
        double mean = bits.stream().mapToDouble(each -> each).average().orElseThrow();
        assertThat(judged.bits()).as("%s", experiment).isCloseTo(mean, within(1e-9));
        double apart = distances.stream().mapToDouble(each -> each).average().orElseThrow();
        assertThat(judged.separation()).as("%s", experiment).isCloseTo(apart / typical(states), within(1e-9));
        if (task.hasFewSequences()) {
            return wrong > 0 ? Verdict.NOT_YET : mean >= 0.1 ? Verdict.REMEMBERS : Verdict.A_TRACE;
        }
        assertThat(judged.pairs())
                .as("%s", experiment)
                .isEqualTo(new JudgedPairs(remembered.size(), fed, fed - wrong, passing));
        if (!isEnough(fed - wrong, remembered.size())) {
            return Verdict.NOT_YET;
        }
        return isEnough(passing, fed) ? Verdict.REMEMBERS : Verdict.A_TRACE;
    }

    /** Whether Wilson's interval of a share begins at 0.95 or above. */
    private static boolean isEnough(int count, int of) {
        double squares = 1.959964 * 1.959964;
        double p = (double) count / of;
        double low = (p + squares / (2 * of) - Math.sqrt(squares * (p * (1 - p) + squares / (4 * of)) / of))
                / (1 + squares / of);
        return low >= 0.95;
    }

    /** Whether a symbol is fed at the last step, or to the state that this meets. */
    private static boolean isFed(Experiment experiment, int[] sequence, int place, boolean lastStepOnly) {
        Hyperparameters values = experiment.hyperparameters();
        boolean isDense = !values.get(Settings.CELL).isRecurrent();
        int last = sequence.length - 2;
        for (int step = last; step >= values.get(Settings.LAG) - 1; step -= values.get(Settings.BATCH_SIZE)) {
            boolean isInSample = place <= step && place > step - (isDense ? 1 : values.get(Settings.LAG));
            if (isInSample) {
                return true;
            }
            if (lastStepOnly || isDense || values.get(Settings.RESET_POLICY) == ResetPolicy.EVERY_STEP) {
                return false;
            }
        }
        return false;
    }

    private static boolean isWrong(double[] z, int target) {
        return DoubleStream.of(z).filter(each -> each >= z[target]).count() > 1;
    }

    /** The net inputs at the answer; adds the states of all steps. */
    private static double[] netInputs(
            Experiment experiment, Parameters parameters, int[] sequence, List<double[]> states) {
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters());
        int last = sequence.length - 2;
        double[][] found = new double[1][];
        pass.feed(Steps.of(sequence), (t, target, loss, outputs, state) -> {
            states.add(SeparationTest.numbers(experiment, state));
            if (t == last) {
                found[0] = pass.netInputs().clone();
            }
        });
        return found[0];
    }
}
