package lab.carousel.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.JudgedForks;
import lab.carousel.model.verdict.JudgedPairs;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.LossSample;
import lab.carousel.model.verdict.MemoryDistance;
import lab.carousel.model.verdict.StepsOutside;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.series.Series;
import lab.carousel.training.loss.LossHistory;

/** Snapshots for tests, without an engine: of a network whose weights were drawn and made larger. */
public final class SampleSnapshot {

    private static final int FLOORS = 2;

    private SampleSnapshot() {}

    public static Snapshot reference(int epoch) {
        return of(Experiment.reference(), epoch);
    }

    /** A snapshot of a task with so many units. */
    public static Snapshot of(Task task, int units, int epoch) {
        Hyperparameters hyperparameters = Hyperparameters.reference().with(Settings.HIDDEN_UNITS, units);
        return of(new Experiment(task, hyperparameters, EngineName.DL4J), epoch);
    }

    /** A snapshot of an experiment. The epoch changes the network a little. */
    public static Snapshot of(Experiment experiment, int epoch) {
        double[] values = InitialParameters.of(experiment).toArray();
        Arrays.setAll(values, index -> values[index] * (2 + epoch / 100.0));
        Parameters parameters = Parameters.of(experiment.layout(), values);
        Evaluation evaluation = Evaluation.of(experiment, parameters);
        double floor = experiment.floor(1);
        return new Snapshot(
                experiment,
                new Position(epoch, 0, 0, 0),
                parameters,
                evaluation,
                floor,
                new LossHistory(experiment.task().listedSequences()).view(),
                criterion(experiment, 10L * epoch),
                new ParameterHistory(experiment).view(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<Criterion> criterion(Experiment experiment, long trained) {
        return experiment.task().judge().stoppingRule().map(rule -> new Criterion(rule, trained, 3, 0.5, 0, 0));
    }

    private static Verdict ofNumbers(Experiment experiment, Verdict asked) {
        if (Series.of(experiment.task()).isEmpty()) {
            return Verdict.BY_FLOORS;
        }
        return asked.compareTo(Verdict.FORECASTS) < 0 ? Verdict.FORECASTS : asked;
    }

    /** The end of a run as if it had a verdict: nothing was trained, so that it costs nothing. */
    public static Snapshot judged(Experiment experiment, Verdict verdict) {
        return judged(experiment, verdict, verdict == Verdict.REMEMBERS ? FLOORS : 0);
    }

    /** The same; of a task of numbers the verdict is how many floors its loss is under. */
    public static Snapshot judged(Experiment experiment, Verdict asked, int floorsUnder) {
        boolean isByFloors = (experiment.task().targets() == TargetKind.NUMBERS);
        Verdict verdict = isByFloors ? ofNumbers(experiment, asked) : asked;
        boolean hasFork = verdict != Verdict.NEEDS_NO_MEMORY && verdict != Verdict.CANNOT_BE_KNOWN;
        Judgement judgement = new Judgement(
                verdict,
                hasFork ? 0.5 : Double.NaN,
                hasFork ? 0.25 : Double.NaN,
                hasFork ? 0.4 : Double.NaN,
                MemoryDistance.of(hasFork ? 3 : 0),
                hasFork ? 0 : Memory.NONE,
                isByFloors
                        ? new JudgedForks(FLOORS, floorsUnder)
                        : new JudgedForks(hasFork ? 1 : 0, verdict == Verdict.REMEMBERS ? 1 : 0),
                new StepsOutside(0, verdict == Verdict.CANNOT_BE_KNOWN ? 1 : 0, 8),
                JudgedPairs.NONE);
        return new Snapshot(
                experiment,
                new Position(experiment.hyperparameters().get(Settings.EPOCHS), 1, 1, 1_000),
                InitialParameters.of(experiment),
                new Evaluation(0.1, new double[0], 7, 8, 2, 0.2, 0.3, List.of(), judgement, LossSample.NONE),
                experiment.floor(1),
                new LossHistory(experiment.task().listedSequences()).view(),
                criterion(experiment, 1_000),
                new ParameterHistory(experiment).view(),
                Optional.empty(),
                Optional.empty());
    }
}
