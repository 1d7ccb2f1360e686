package lab.carousel.training;

import java.util.Optional;
import lab.carousel.engine.Engine;
import lab.carousel.engine.TrainerMemory;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.MemorylessFloor;

/**
 * An experiment being trained, update by update, in the calling thread. After every epoch the network is evaluated; the
 * evaluation goes into the history of the losses, and the network into that of the parameters. A task that draws its sequences is evaluated on fresh ones, by its criterion
 * too, and is done when that is met. Used by one thread at a time; {@link Run} puts it on a thread of its own.
 *
 * <p>The engine's trainer is made at the first update, because that may load native code.
 */
public final class Training implements AutoCloseable {

    private final Experiment experiment;
    private final Engine engine;
    private final Evaluator evaluator;
    private final MemorylessFloor.Loss floor;
    private final Schedule schedule;
    private final long updatesInAll;
    private final LossHistory history;
    private final ParameterHistory recorded;
    private final Optional<Origin> origin;
    private final Optional<Examination> examination;

    /** What the trainer of an earlier run knew, which this one goes on from; empty if nothing is known of it. */
    private Optional<TrainerMemory> remembered = Optional.empty();

    private WatchedTrainer trainer;
    private boolean isWatched;
    private double learningRate;
    private Snapshot latest;
    private Divergence divergence;

    /** A training at its start; draws the initial parameters and evaluates them. */
    public Training(Experiment experiment, Engine engine) {
        this(experiment, engine, Optional.empty());
    }

    /**
     * A training at its start.
     *
     * @param origin where its initial parameters come from; if that is empty they are drawn
     * @throws IllegalArgumentException if they are of another shape than the experiment's
     */
    public Training(Experiment experiment, Engine engine, Optional<Origin> origin) {
        this(experiment, engine, origin, new ParameterHistory(experiment));
    }

    /** A training with another history, for tests. */
    Training(Experiment experiment, Engine engine, Optional<Origin> origin, ParameterHistory recorded) {
        this.experiment = experiment;
        this.engine = engine;
        this.origin = origin;
        this.recorded = recorded;
        this.evaluator = new Evaluator(experiment);
        this.floor = experiment.floor(1);
        this.schedule = new Schedule(experiment);
        this.updatesInAll =
                schedule.updatesPerEpoch() * experiment.hyperparameters().epochs();
        this.examination = experiment.task().source().map(source -> new Examination(experiment, source));
        this.learningRate = experiment.hyperparameters().learningRate();
        Parameters initial = origin.map(Origin::parameters).orElseGet(() -> InitialParameters.of(experiment));
        if (!initial.layout().equals(experiment.layout())) {
            throw new IllegalArgumentException("needs " + experiment.layout() + ", got " + initial.layout());
        }
        Evaluation evaluation = evaluation(initial);
        this.history = new LossHistory(evaluation.sequenceLoss().length);
        examination.ifPresent(open -> open.look(initial, 0));
        record(initial, evaluation);
    }

    /**
     * A training that goes on where an earlier one was put aside.
     *
     * @throws IllegalArgumentException if no run of its experiment is ever there
     */
    public Training(PausedRun paused, Engine engine) {
        Snapshot earlier = paused.snapshot();
        this.experiment = earlier.experiment();
        this.engine = engine;
        this.origin = earlier.origin();
        this.recorded = ParameterHistory.of(experiment, earlier.recorded().all());
        this.evaluator = new Evaluator(experiment);
        this.floor = earlier.floor();
        this.schedule = new Schedule(experiment);
        this.updatesInAll =
                schedule.updatesPerEpoch() * experiment.hyperparameters().epochs();
        this.examination = experiment.task().source().map(source -> new Examination(experiment, source));
        this.learningRate = experiment.hyperparameters().learningRate();
        this.history = new LossHistory(earlier.history());
        this.divergence = paused.divergence().orElse(null);
        schedule.skipTo(earlier.position());
        examination.ifPresent(open -> earlier.criterion().ifPresent(open::resume));
        this.latest = earlier.with(recorded.view());
        this.remembered = paused.memory();
    }

    private Evaluation evaluation(Parameters parameters) {
        return examination
                .map(open -> evaluator.evaluate(parameters, open.sequences()))
                .orElseGet(() -> evaluator.evaluate(parameters));
    }

    /** Whether all epochs are done, the criterion of a drawn task is met, or the run has diverged. */
    public boolean isFinished() {
        return divergence != null
                || isSolved()
                || schedule.position().epoch() >= experiment.hyperparameters().epochs() && !isExamining();
    }

    private boolean isSolved() {
        return examination.map(open -> open.criterion().isSolved()).orElse(false);
    }

    private boolean isExamining() {
        return examination.map(Examination::isUnderWay).orElse(false);
    }

    /** Where and when the loss stopped being a number, if it did. */
    public Optional<Divergence> divergence() {
        return Optional.ofNullable(divergence);
    }

    /** Whether the last update was the last of its epoch, and is all examined; also true before the first update. */
    public boolean isAtEndOfEpoch() {
        return schedule.isAtEndOfEpoch() && !isExamining();
    }

    /** Whether the next advance is an update, and not a part of an examination. */
    boolean isAtUpdate() {
        return !isFinished() && !isExamining();
    }

    /** How many updates are still to be made until the last epoch is done. */
    long updatesLeft() {
        return updatesInAll - schedule.position().updates();
    }

    /** Where the training is. */
    public Position position() {
        return schedule.position();
    }

    /**
     * Makes one weight update; after the last one of an epoch, evaluates. While a network is being examined on many
     * fresh sequences, feeds some of them instead, which takes milliseconds, as an update does. If the loss is no
     * number any more the training is finished, and {@link #snapshot} keeps giving the last good one.
     *
     * @throws IllegalStateException if the training is finished
     */
    public void advance() {
        if (isFinished()) {
            throw new IllegalStateException("the training is finished");
        }
        if (isExamining()) {
            examination.get().advance();
            criterionChanged(examination.get().criterion());
            return;
        }
        if (trainer == null) {
            trainer = new WatchedTrainer(engine.start(experiment, latest.parameters()), learningRate);
            remembered.ifPresent(trainer::remember);
        }
        trainer.watch(isWatched);
        Position before = schedule.position();
        if (!schedule.advance(trainer)) {
            diverged(before.epoch());
        } else if (schedule.isAtEndOfEpoch()) {
            examination.ifPresent(Examination::drawSequences);
            evaluate();
        }
    }

    /** Evaluates the network as it is now, unless the latest snapshot already shows it. */
    public Snapshot snapshot() {
        if (divergence == null && !latest.position().equals(schedule.position())) {
            evaluate();
        }
        return latest;
    }

    /** A copy of what the trainer knows now besides the parameters of {@link #snapshot}; empty if it cannot tell. */
    public Optional<TrainerMemory> memory() {
        if (divergence != null) {
            return Optional.empty();
        }
        return trainer == null ? remembered : trainer.memory();
    }

    private void evaluate() {
        Parameters parameters = trainer.parameters();
        Evaluation evaluation = evaluation(parameters);
        // Saturated gates can hide an infinite weight from the loss; such a network can be neither saved nor trained on
        if (!evaluation.isFinite() || !parameters.isFinite()) {
            diverged(latest.position().epoch());
            return;
        }
        if (schedule.isAtEndOfEpoch()) {
            history.add(schedule.position().epoch(), evaluation);
            examination.ifPresent(open -> open.look(parameters, schedule.sequencesDone()));
            record(parameters, evaluation);
        } else {
            latest = snapshot(parameters, evaluation);
        }
    }

    /** At the start, and after an epoch. */
    private void record(Parameters parameters, Evaluation evaluation) {
        recorded.add(new RecordedEpoch(
                schedule.position(), parameters, evaluation, examination.map(Examination::criterion)));
        latest = snapshot(parameters, evaluation);
    }

    private void criterionChanged(Criterion criterion) {
        recorded.replaceLast(
                new RecordedEpoch(latest.position(), latest.parameters(), latest.evaluation(), Optional.of(criterion)));
        latest = latest.with(criterion, recorded.view());
    }

    private Snapshot snapshot(Parameters parameters, Evaluation evaluation) {
        return new Snapshot(
                experiment,
                schedule.position(),
                parameters,
                evaluation,
                floor,
                Verdict.of(evaluation, floor),
                history.view(),
                examination.map(Examination::criterion),
                recorded.view(),
                origin,
                Optional.ofNullable(trainer).flatMap(WatchedTrainer::last));
    }

    private void diverged(int epochsBefore) {
        Position position = schedule.position();
        divergence = new Divergence(epochsBefore + 1, position.sequence(), position.step());
    }

    /**
     * Decides whether the next updates are kept as {@link Snapshot#update} tells them. A copy of the parameters is made
     * at each update that is.
     */
    public void watchUpdates(boolean watched) {
        isWatched = watched;
    }

    /**
     * Changes the learning rate from the next update on.
     *
     * @throws lab.carousel.text.InvalidInput if it is out of bounds
     */
    public void setLearningRate(double rate) {
        Settings.LEARNING_RATE.check(rate);
        learningRate = rate;
        if (trainer != null) {
            trainer.setLearningRate(rate);
        }
    }

    @Override
    public void close() {
        if (trainer != null) {
            trainer.close();
        }
    }
}
