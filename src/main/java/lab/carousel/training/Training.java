package lab.carousel.training;

import java.util.Optional;
import lab.carousel.engine.CarriedState;
import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.TrainerMemory;
import lab.carousel.engine.UpdateRecord;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.LossRound;
import lab.carousel.task.Steps;
import lab.carousel.task.StoppingRule;
import lab.carousel.training.loss.LossHistory;
import org.jspecify.annotations.Nullable;

/**
 * Trains an experiment update by update in the calling thread. After every epoch the network is evaluated, the
 * evaluation added to the loss history and the network to the parameter history. A drawn task is evaluated on the next of
 * its fixed sequences, where the training stands still on all of them, and by its criterion, and is done when that is met. Used
 * by one thread at a time; {@link Run} puts it on a thread of its own.
 *
 * <p>Most epochs of a long run are neither kept nor asked for; their parameters are overwritten by those of the next
 * but one, which spares most of the garbage of a training.
 */
public final class Training extends TrainingCore {

    private final Experiment experiment;
    private final Engine engine;
    private final double floor;
    private final long updatesInAll;
    private final LossHistory history;
    private final ParameterHistory recorded;
    private final Optional<Origin> origin;
    private final Optional<TrainerMemory> remembered;

    /** Whether only the end is read, so that it evaluates only when asked. */
    private final boolean isEndOnly;

    private boolean isWatched;
    /** What the last update was made from, if it was watched, and what came of it. */
    private @Nullable UpdateRecord lastUpdate;
    /** Whether what was there before the last update, or after it, may be held elsewhere, and must not be overwritten. */
    private boolean isBeforeShared = true;

    private boolean isAfterShared = true;

    private double learningRate;
    /** What was fed last of a drawn task. */
    private LossRound round = LossRound.EMPTY;

    private Snapshot latest;
    /** Whether the latest snapshot's parameters may be held elsewhere, and must not be overwritten. */
    private boolean isLatestShared = true;
    /** Free parameters to overwrite at the next epoch. */
    private @Nullable Parameters spare;

    public Training(Experiment experiment, Engine engine) {
        this(experiment, engine, Optional.empty());
    }

    /**
     * A training at its start; without an origin it draws the parameters.
     *
     * @throws IllegalArgumentException if they are of another shape than the experiment's
     */
    public Training(Experiment experiment, Engine engine, Optional<Origin> origin) {
        this(experiment, engine, origin, new ParameterHistory(experiment), false, Optional.empty());
    }

    /**
     * A training of which only the end is read: it makes the same updates and ends with the same {@link #snapshot}, but
     * evaluates only when asked, so that its histories have only the start and those moments. One that diverges is
     * repeated with all its epochs, because its last good epoch is then the end. A drawn task that is examined
     * after every epoch is evaluated all the same.
     */
    public static Training endOnly(Experiment experiment, Engine engine) {
        boolean isEndOnly = experiment
                .task()
                .judge()
                .stoppingRule()
                .filter(rule -> rule.exam() != StoppingRule.Exam.TRAINED)
                .isEmpty();
        return new Training(
                experiment, engine, Optional.empty(), new ParameterHistory(experiment), isEndOnly, Optional.empty());
    }

    Training(Experiment experiment, Engine engine, Optional<Origin> origin, ParameterHistory recorded) {
        this(experiment, engine, origin, recorded, false, Optional.empty());
    }

    /**
     * A training that goes on where an earlier one was put aside.
     *
     * @throws IllegalArgumentException if no run of its experiment is ever there
     */
    public Training(PausedRun paused, Engine engine) {
        this(
                paused.snapshot().experiment(),
                engine,
                paused.snapshot().origin(),
                ParameterHistory.of(
                        paused.snapshot().experiment(),
                        paused.snapshot().recorded().all()),
                false,
                Optional.of(paused));
    }

    private Training(
            Experiment experiment,
            Engine engine,
            Optional<Origin> origin,
            ParameterHistory recorded,
            boolean isEndOnly,
            Optional<PausedRun> paused) {
        super(new Evaluator(experiment), Origin.startOf(origin));
        Optional<Snapshot> earlier = paused.map(PausedRun::snapshot);
        this.isEndOnly = isEndOnly;
        this.experiment = experiment;
        this.engine = engine;
        this.origin = origin;
        this.recorded = recorded;
        this.floor = earlier.map(Snapshot::floor).orElseGet(experiment::memorylessFloor);
        this.updatesInAll = Origin.startOf(origin).updates()
                + schedule.updatesPerEpoch() * experiment.hyperparameters().get(Settings.EPOCHS);
        this.learningRate = experiment.hyperparameters().get(Settings.LEARNING_RATE);
        this.history =
                earlier.map(there -> new LossHistory(there.history())).orElseGet(() -> history(experiment, origin));
        this.remembered = paused.flatMap(PausedRun::memory);
        if (paused.isPresent()) {
            Snapshot there = paused.get().snapshot();
            resume(there.position(), there.criterion(), paused.get().divergence());
            this.latest = there.with(recorded.view());
            this.round = evaluator().all(there.parameters());
            return;
        }
        Parameters initial = origin.map(Origin::parameters).orElseGet(() -> InitialParameters.of(experiment));
        if (!initial.layout().equals(experiment.layout())) {
            throw new IllegalArgumentException("needs " + experiment.layout() + ", got " + initial.layout());
        }
        Evaluation evaluation = evaluator().evaluate(initial);
        look(initial);
        record(initial, evaluation);
    }

    private static LossHistory history(Experiment experiment, Optional<Origin> origin) {
        int sequences = experiment.task().listedSequences();
        return origin.flatMap(Origin::course)
                .map(before -> LossHistory.after(
                        before.losses(), sequences, before.task().equals(experiment.task())))
                .orElseGet(() -> new LossHistory(sequences));
    }

    @Override
    Trainer start() {
        Trainer trainer = engine.start(experiment, latest.parameters());
        trainer.setLearningRate(learningRate);
        remembered.ifPresent(trainer::remember);
        return trainer;
    }

    /** Whether the next advance is an update, not a part of an examination. */
    boolean isAtUpdate() {
        return !isFinished() && !isExamining();
    }

    long updatesLeft() {
        return updatesInAll - schedule.position().updates();
    }

    long updatesPerEpoch() {
        return schedule.updatesPerEpoch();
    }

    public Position position() {
        return schedule.position();
    }

    /**
     * Makes one weight update; evaluates after the last one of an epoch. While a network is being examined on many
     * fresh sequences, feeds some of them instead, which takes milliseconds, as an update does. If the loss is no
     * longer finite the training is finished, and {@link #snapshot} keeps returning the last good one.
     *
     * @throws IllegalStateException if the training is finished
     */
    public void advance() {
        boolean isExamining = isExamining();
        if (makeUpdate()) {
            if (!isEndOnly || isFinished()) {
                evaluate();
            }
        } else if (isExamining) {
            criterionChanged(criterion());
        }
        findLastGood();
        if (isFinished()) {
            rest();
        }
    }

    /** Repeats a diverged run, evaluating each epoch, to find its last good one. */
    private void findLastGood() {
        if (!isEndOnly || divergence().isEmpty()) {
            return;
        }
        try (Training again = new Training(experiment, engine, origin)) {
            while (!again.isFinished()) {
                again.advance();
            }
            latest = again.snapshot();
            again.divergence().ifPresent(this::diverged);
        }
    }

    public Snapshot snapshot() {
        evaluateIfNew();
        isLatestShared = true;
        return latest;
    }

    /** Evaluation of {@link #snapshot}, without a copy of the network. */
    public Evaluation evaluation() {
        evaluateIfNew();
        return latest.evaluation();
    }

    /**
     * Feeds all fixed sequences of a drawn task to the network as it is, where the training stands still: then the loss does not
     * lag behind.
     */
    public void rest() {
        evaluateIfNew();
        if (latest.evaluation().sample().isAtOnce()) {
            return;
        }
        Parameters parameters = latest.parameters();
        round = evaluator().all(parameters);
        Evaluation evaluation = evaluator().evaluate(parameters, round);
        if (latest.position().equals(recorded.view().last().position())) {
            history.replaceLast(latest.position().epoch(), evaluation);
            recorded.replaceLast(new RecordedEpoch(latest.position(), parameters, evaluation, latest.criterion()));
        }
        latest = latest.with(evaluation, history.view(), recorded.view());
    }

    private void evaluateIfNew() {
        if (divergence().isEmpty() && !latest.position().equals(position())) {
            evaluate();
            findLastGood();
        }
    }

    /** A copy of the trainer's state besides the parameters of {@link #snapshot}; empty if it cannot tell. */
    public Optional<TrainerMemory> memory() {
        if (divergence().isPresent()) {
            return Optional.empty();
        }
        return startedTrainer().map(Trainer::memory).orElse(remembered);
    }

    private void evaluate() {
        Parameters parameters =
                spare == null ? trainer().parameters() : trainer().parameters(spare);
        spare = parameters; // stays so if they have diverged
        boolean isAtOnce = isEndOnly || isFinished();
        LossRound now = isAtOnce ? evaluator().all(parameters) : evaluator().next(parameters, round);
        if (schedule.isAtEndOfEpoch()) {
            round = now;
        }
        finite(
                        evaluator().evaluate(parameters, now),
                        parameters,
                        latest.position().epoch())
                .ifPresent(evaluation -> keep(parameters, evaluation));
    }

    private void keep(Parameters parameters, Evaluation evaluation) {
        if (schedule.isAtEndOfEpoch()) {
            spare = isLatestShared ? null : latest.parameters();
            history.add(epoch(), evaluation);
            look(parameters);
            record(parameters, evaluation);
        } else {
            spare = null; // those of the last epoch are still on record
            isLatestShared = true;
            latest = snapshot(parameters, evaluation);
        }
    }

    private void record(Parameters parameters, Evaluation evaluation) {
        recorded.add(new RecordedEpoch(schedule.position(), parameters, evaluation, criterion()));
        isLatestShared = recorded.mayKeepLast();
        latest = snapshot(parameters, evaluation);
    }

    private void criterionChanged(Optional<Criterion> criterion) {
        recorded.replaceLast(new RecordedEpoch(latest.position(), latest.parameters(), latest.evaluation(), criterion));
        latest = latest.with(criterion, recorded.view());
    }

    private Snapshot snapshot(Parameters parameters, Evaluation evaluation) {
        isBeforeShared = true;
        isAfterShared = true;
        return new Snapshot(
                experiment,
                schedule.position(),
                parameters,
                evaluation,
                floor,
                history.view(),
                criterion(),
                recorded.view(),
                origin,
                Optional.ofNullable(lastUpdate));
    }

    @Override
    boolean learn(Steps steps, int firstStep, int times, int slots) {
        Optional<CarriedState> carried = isWatched ? trainer().carried() : Optional.empty();
        if (carried.isEmpty()) {
            lastUpdate = null;
            return super.learn(steps, firstStep, times, slots);
        }
        UpdateRecord last = lastUpdate;
        Parameters before = last == null ? trainer().parameters() : last.after();
        double loss = trainer().update(steps, firstStep, times, slots);
        Parameters after = last == null || isBeforeShared
                ? trainer().parameters()
                : trainer().parameters(last.before());
        isBeforeShared = last != null && isAfterShared;
        isAfterShared = false;
        lastUpdate = new UpdateRecord(steps, firstStep, times, slots, learningRate, carried.get(), before, after, loss);
        return Double.isFinite(loss);
    }

    /** Turns on {@link Snapshot#update} for the next updates. Each then copies the parameters. */
    public void watchUpdates(boolean watched) {
        isWatched = watched;
    }

    /**
     * Takes effect at the next update.
     *
     * @throws lab.carousel.text.InvalidInput if it is out of bounds
     */
    public void setLearningRate(double rate) {
        Settings.LEARNING_RATE.check(rate);
        learningRate = rate;
        startedTrainer().ifPresent(trainer -> trainer.setLearningRate(rate));
    }
}
