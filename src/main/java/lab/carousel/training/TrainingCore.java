package lab.carousel.training;

import java.util.Optional;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.task.Steps;
import org.jspecify.annotations.Nullable;

/**
 * Base of all trainings of an experiment: updates by its schedule, examinations of a drawn task, end and divergence. It
 * evaluates only when asked, and keeps no history. Used by one thread at a time.
 *
 * <p>The trainer is made at the first update, because that may load native code.
 */
abstract class TrainingCore implements AutoCloseable {

    private final int lastEpoch;
    private final Evaluator evaluator;
    private final Optional<SuccessCheck> examination;
    final Schedule schedule;
    private @Nullable Trainer trainer;

    /** The network before a sequence, to be overwritten. */
    private @Nullable Parameters seen;

    private @Nullable Divergence divergence;

    TrainingCore(Evaluator evaluator, Position from) {
        Experiment experiment = evaluator.experiment();
        this.lastEpoch = from.epoch() + experiment.hyperparameters().get(Settings.EPOCHS);
        this.evaluator = evaluator;
        this.examination = experiment.task().judge().stoppingRule().map(rule -> new SuccessCheck(experiment));
        this.schedule = new Schedule(experiment, from);
    }

    public Evaluator evaluator() {
        return evaluator;
    }

    abstract Trainer start();

    /** Moves to the position of an earlier training, without training. */
    void resume(Position position, Optional<Criterion> criterion, Optional<Divergence> diverged) {
        schedule.skipTo(position);
        examination.ifPresent(open -> criterion.ifPresent(open::resume));
        divergence = diverged.orElse(null);
    }

    /** Whether all epochs are done, the criterion of a drawn task is met, or the run has diverged. */
    public boolean isFinished() {
        return divergence != null
                || (isSolved() && schedule.isAtEndOfEpoch())
                || (epoch() >= lastEpoch && !isExamining());
    }

    public boolean isSolved() {
        return criterion().map(Criterion::isSolved).orElse(false);
    }

    /** Whether the next advance is a part of an examination on many fresh sequences. */
    boolean isExamining() {
        return examination.map(SuccessCheck::isUnderWay).orElse(false);
    }

    /** Whether the last update was the last of its epoch, and is all examined; also true before the first update. */
    public boolean isAtEndOfEpoch() {
        return schedule.isAtEndOfEpoch() && !isExamining();
    }

    public int epoch() {
        return schedule.position().epoch();
    }

    public Optional<Divergence> divergence() {
        return Optional.ofNullable(divergence);
    }

    /** Criterion of a drawn task; empty where the sequences are listed. */
    public Optional<Criterion> criterion() {
        return examination.flatMap(SuccessCheck::criterion);
    }

    /** The trainer, made now if it was not. */
    final Trainer trainer() {
        if (trainer == null) {
            trainer = start();
        }
        return trainer;
    }

    Optional<Trainer> startedTrainer() {
        return Optional.ofNullable(trainer);
    }

    /** Makes a weight update, as {@link Trainer#learn} does. */
    boolean learn(Steps steps, int firstStep, int times, int slots) {
        return trainer().learn(steps, firstStep, times, slots);
    }

    /** Lets the stopping rule see a sequence before the network is trained on it. */
    private boolean seeAndLearn(Steps steps, int firstStep, int times, int slots) {
        if (examination.isPresent() && examination.get().isOfTraining() && schedule.isAtBeginning(firstStep)) {
            seen = seen == null ? trainer().parameters() : trainer().parameters(seen);
            examination.get().see(steps, seen);
        }
        return learn(steps, firstStep, times, slots);
    }

    /**
     * Makes one weight update, or feeds some fresh sequences to a network being examined, which takes milliseconds.
     *
     * @return whether an epoch has ended by it, so that its network is to be looked at
     * @throws IllegalStateException if the training is finished
     */
    boolean makeUpdate() {
        if (isFinished()) {
            throw new IllegalStateException("the training is finished");
        }
        if (isExamining()) {
            examination.get().advance();
            return false;
        }
        int epochBefore = epoch();
        if (!schedule.advance(this::seeAndLearn, trainer()::resetState)) {
            diverged(epochBefore);
            return false;
        }
        if (schedule.isAtEndOfEpoch()) {
            examination.ifPresent(SuccessCheck::drawSequences);
            return true;
        }
        return false;
    }

    /** Looks at a network at the start or after an epoch, and begins to examine it if it is time. */
    void look(Parameters parameters) {
        examination.ifPresent(open -> open.look(parameters, schedule.sequencesDone()));
    }

    /**
     * An evaluation of a network in training, which may turn out to have diverged: saturated gates can hide an infinite
     * weight from the loss, and such a network can be neither saved nor trained on.
     *
     * @param epochsBefore how many epochs were completed when it was still known to be good
     * @return empty if it has diverged
     */
    Optional<Evaluation> finite(Evaluation evaluation, Parameters parameters, int epochsBefore) {
        if (!evaluation.isFinite() || !parameters.isFinite()) {
            diverged(epochsBefore);
            return Optional.empty();
        }
        return Optional.of(evaluation);
    }

    private void diverged(int epochsBefore) {
        Position position = schedule.position();
        diverged(new Divergence(epochsBefore + 1, position.sequence(), position.step()));
    }

    void diverged(Divergence found) {
        divergence = found;
    }

    @Override
    public void close() {
        if (trainer != null) {
            trainer.close();
        }
    }
}
