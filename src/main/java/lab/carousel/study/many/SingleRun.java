package lab.carousel.study.many;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import lab.carousel.engine.Engine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.training.QuietTraining;
import org.jspecify.annotations.Nullable;

/** Trains a single run to its end in the calling thread, and evaluates it at its checkpoints. */
final class SingleRun {

    private final PlannedRun planned;
    private final double[] losses;
    private final byte[] verdicts;

    private int reached;
    private @Nullable Evaluation end;
    private int firstRemembered = -1;

    SingleRun(PlannedRun planned) {
        this.planned = planned;
        this.losses = new double[planned.cell().checkpoints().size()];
        this.verdicts = new byte[losses.length];
    }

    /** What came of the run; empty if it was cancelled, which is asked before every update. */
    Optional<RunResult> train(Engine engine, Evaluator.Cache evaluators, BooleanSupplier cancelled) {
        Experiment experiment = planned.experiment();
        try (QuietTraining training = new QuietTraining(evaluators.of(experiment), engine)) {
            if (isCheckpoint(0)) {
                record(training);
            }
            while (!training.isFinished()) {
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
                training.advance();
                if (training.isAtEndOfEpoch() && isCheckpoint(training.epoch())) {
                    record(training);
                }
            }
            if (training.isSolved()
                    && training.epoch() < experiment.hyperparameters().get(Settings.EPOCHS)) {
                // Between two checkpoints: what it can in the end still counts
                training.evaluate().ifPresent(evaluation -> setEnd(evaluation, training.epoch()));
            }
            return Optional.of(result(training));
        }
    }

    private boolean isCheckpoint(int epoch) {
        return reached < losses.length && planned.cell().checkpoints().epoch(reached) == epoch;
    }

    @SuppressWarnings("EnumOrdinal") // a byte each, of which a study keeps millions; files have their names
    private void record(QuietTraining training) {
        training.evaluate().ifPresent(evaluation -> {
            setEnd(evaluation, training.epoch());
            losses[reached] = evaluation.loss();
            verdicts[reached] = (byte) evaluation.verdict().ordinal();
            reached++;
        });
    }

    private void setEnd(Evaluation evaluation, int epoch) {
        end = evaluation.withoutSequences();
        if (firstRemembered < 0 && evaluation.verdict() == Verdict.REMEMBERS) {
            firstRemembered = epoch;
        }
    }

    private RunResult result(QuietTraining training) {
        Optional<Evaluation> evaluation = Optional.ofNullable(end);
        return new RunResult(
                planned.number(),
                planned.cell().number(),
                planned.seed(),
                evaluation,
                evaluation.map(Evaluation::verdict),
                training.epoch(),
                firstRemembered < 0 ? OptionalInt.empty() : OptionalInt.of(firstRemembered),
                training.isSolved()
                        ? OptionalLong.of(training.criterion().orElseThrow().trained())
                        : OptionalLong.empty(),
                training.divergence(),
                new LearningCurve(Arrays.copyOf(losses, reached), Arrays.copyOf(verdicts, reached)));
    }
}
