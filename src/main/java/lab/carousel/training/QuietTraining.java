package lab.carousel.training;

import java.util.Optional;
import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;

/**
 * An experiment being trained for its result alone: makes the same updates from the same weights as {@link Training},
 * but evaluates only when asked and keeps no history, so that thousands of runs fit into time and memory. Used by one
 * thread at a time.
 *
 * <p>A network whose loss is still a number while a weight is infinite is found out when it is next evaluated, so the
 * divergence may be told some epochs later than {@link Training} tells it.
 */
public final class QuietTraining implements AutoCloseable {

    private final int epochs;
    private final Evaluator evaluator;
    private final Schedule schedule;
    private final Optional<Examination> examination;
    private final Trainer trainer;

    private Divergence divergence;

    /** A training at its start; draws the initial parameters. */
    public QuietTraining(Experiment experiment, Engine engine) {
        this.epochs = experiment.hyperparameters().epochs();
        this.evaluator = new Evaluator(experiment);
        this.schedule = new Schedule(experiment);
        this.examination = experiment.task().source().map(source -> new Examination(experiment, source));
        Parameters initial = InitialParameters.of(experiment);
        examination.ifPresent(open -> open.look(initial, 0));
        this.trainer = engine.start(experiment, initial);
    }

    /** Whether all epochs are done, the criterion of a drawn task is met, or the run has diverged. */
    public boolean isFinished() {
        return divergence != null || isSolved() || epoch() >= epochs && !isExamining();
    }

    /** Whether the criterion of a drawn task is met. */
    public boolean isSolved() {
        return examination.map(open -> open.criterion().isSolved()).orElse(false);
    }

    private boolean isExamining() {
        return examination.map(Examination::isUnderWay).orElse(false);
    }

    /** Epochs completed. */
    public int epoch() {
        return schedule.position().epoch();
    }

    /** Whether the last update was the last of its epoch, and is all examined; also true before the first update. */
    public boolean isAtEndOfEpoch() {
        return schedule.isAtEndOfEpoch() && !isExamining();
    }

    /** Where and when the loss stopped being a number, if it did. */
    public Optional<Divergence> divergence() {
        return Optional.ofNullable(divergence);
    }

    /** How the criterion of a drawn task stands; empty where the sequences are listed. */
    public Optional<Criterion> criterion() {
        return examination.map(Examination::criterion);
    }

    /**
     * Makes one weight update, or examines the network on some fresh sequences, which takes milliseconds at most.
     *
     * @throws IllegalStateException if the training is finished
     */
    public void advance() {
        if (isFinished()) {
            throw new IllegalStateException("the training is finished");
        }
        if (isExamining()) {
            examination.get().advance();
            return;
        }
        int epochBefore = epoch();
        if (!schedule.advance(trainer)) {
            diverged(epochBefore);
        } else if (schedule.isAtEndOfEpoch()) {
            examination.ifPresent(open -> {
                open.drawSequences();
                open.look(trainer.parameters(), schedule.sequencesDone());
            });
        }
    }

    /** How well the network does as it is now; empty if the run has diverged, which this may find out. */
    public Optional<Evaluation> evaluate() {
        if (divergence != null) {
            return Optional.empty();
        }
        Parameters parameters = trainer.parameters();
        Evaluation evaluation = examination
                .map(open -> evaluator.evaluate(parameters, open.sequences()))
                .orElseGet(() -> evaluator.evaluate(parameters));
        if (!evaluation.isFinite() || !parameters.isFinite()) {
            diverged(Math.max(0, epoch() - 1));
            return Optional.empty();
        }
        return Optional.of(evaluation);
    }

    private void diverged(int epochsBefore) {
        Position position = schedule.position();
        divergence = new Divergence(epochsBefore + 1, position.sequence(), position.step());
    }

    @Override
    public void close() {
        trainer.close();
    }
}
