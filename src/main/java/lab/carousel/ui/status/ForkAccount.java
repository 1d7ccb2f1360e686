package lab.carousel.ui.status;

import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.StepByStepWords;
import lab.carousel.study.WorstFork;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
import org.jspecify.annotations.Nullable;

/**
 * Works out in the background what the status bar says about the worst fork, and how the network does step by step where that
 * differs: as soon as somebody wants to know, or the network has stood still for a moment.
 */
final class ForkAccount implements AutoCloseable {

    private static final Duration STILL = Duration.millis(300);

    /** The network as it is looked at, and the snapshot of the run, which is evaluated as trained. */
    private record Shown(Snapshot seen, Snapshot trained) {}

    /** What was found out about it. */
    private record Found(Shown of, String fork, String stepByStep) {}

    private final Latest<Shown, Found> worker;
    private final PauseTransition pause = new PauseTransition(STILL);
    private @Nullable Shown shown;
    private @Nullable Found found;

    /** Used in the background only. */
    private @Nullable Experiment evaluatedOf;

    private @Nullable Evaluator evaluator;

    /**
     * An account of nothing yet.
     *
     * @param receiver takes the sentence about the worst fork, and the one about evaluation step by step
     */
    ForkAccount(Background background, BiConsumer<String, String> receiver) {
        worker = new Latest<>(background, "worst fork", this::find, answer -> {
            if (shown != null && answer.of().seen().experiment() == shown.seen().experiment()) {
                found = answer;
                receiver.accept(answer.fork(), answer.stepByStep());
            }
        });
        pause.setOnFinished(event -> ask());
    }

    /**
     * Another network is shown.
     *
     * @param seen     evaluated as it is looked at
     * @param trained  the snapshot of the run
     * @param isWanted whether somebody is reading
     * @return whether what was found before is not about its task
     */
    boolean show(Snapshot seen, Snapshot trained, boolean isWanted) {
        boolean isOther = found != null && found.of().seen().experiment() != seen.experiment();
        if (shown != null && seen == shown.seen()) {
            return false;
        }
        shown = new Shown(seen, trained);
        if (isOther) {
            found = null;
        }
        if (isWanted) {
            ask();
        } else {
            pause.playFromStart();
        }
        return isOther;
    }

    /** Somebody wants to know. */
    void ask() {
        if (shown != null && (found == null || found.of() != shown)) {
            worker.ask(shown);
        }
    }

    private Found find(Shown asked) {
        Snapshot snapshot = asked.seen();
        Experiment experiment = snapshot.experiment();
        if (evaluator == null || evaluatedOf != experiment) {
            evaluator = new Evaluator(experiment);
            evaluatedOf = experiment;
        }
        String fork = WorstFork.words(experiment, evaluator, snapshot.parameters());
        return new Found(asked, fork, stepByStep(asked));
    }

    private static String stepByStep(Shown asked) {
        Experiment experiment = asked.trained().experiment();
        if (!experiment.hasTwoEvaluations()) {
            return "";
        }
        Evaluation other = asked.seen() == asked.trained()
                ? Evaluation.of(experiment.stepByStep(), asked.trained().parameters())
                : asked.seen().evaluation();
        return StepByStepWords.of(experiment, asked.trained().evaluation(), other);
    }

    @Override
    public void close() {
        pause.stop();
        worker.close();
    }
}
