package lab.carousel.training;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * Trains an experiment for its result alone: the same updates as {@link Training}, but it evaluates only when asked and
 * keeps no history, so that thousands of runs fit into time and memory. Used by one thread at a time.
 *
 * <p>An infinite weight with a finite loss is found at the next evaluation, so that divergence may be reported some
 * epochs later than by {@link Training}.
 */
public final class QuietTraining extends TrainingCore {

    private final Experiment experiment;
    private final Engine engine;
    private final Parameters initial;
    /** Parameters of the latest evaluation, overwritten by the next. */
    private @Nullable Parameters evaluated;

    public QuietTraining(Experiment experiment, Engine engine) {
        this(new Evaluator(experiment), engine);
    }

    public QuietTraining(Evaluator evaluator, Engine engine) {
        super(evaluator, Position.START);
        this.experiment = evaluator.experiment();
        this.engine = engine;
        this.initial = InitialParameters.of(experiment);
        look(initial);
    }

    /** Trains a network to the end with the fast engine; empty if the run diverged or was stopped. */
    public static Optional<Evaluation> end(Experiment experiment, BooleanSupplier isStopped) {
        try (QuietTraining training = new QuietTraining(experiment, new KernelEngine())) {
            while (!training.isFinished() && !isStopped.getAsBoolean()) {
                training.advance();
            }
            return training.isFinished() ? training.evaluate() : Optional.empty();
        }
    }

    @Override
    Trainer start() {
        return engine.start(experiment, initial);
    }

    /**
     * Makes one weight update, or examines the network on some fresh sequences, which takes milliseconds at most.
     *
     * @throws IllegalStateException if the training is finished
     */
    public void advance() {
        if (makeUpdate() && criterion().isPresent()) {
            look(trainer().parameters());
        }
    }

    /** Evaluates the network as it is now; empty if the run has diverged, which this may find out. */
    public Optional<Evaluation> evaluate() {
        if (divergence().isPresent()) {
            return Optional.empty();
        }
        evaluated = evaluated == null ? trainer().parameters() : trainer().parameters(evaluated);
        return finite(evaluator().evaluate(evaluated), evaluated, Math.max(0, epoch() - 1));
    }

    /** A copy of the network as it is now. */
    public Parameters parameters() {
        return trainer().parameters();
    }

    /** The latest evaluation, with a verdict by all tests of a drawn task; as it is once the run has diverged. */
    public Evaluation whole(Evaluation latest) {
        return evaluated == null || divergence().isPresent()
                ? latest
                : evaluator().whole(evaluated, latest);
    }
}
