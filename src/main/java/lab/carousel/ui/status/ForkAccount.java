package lab.carousel.ui.status;

import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
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

    /** What was found out about a snapshot. */
    private record Found(Snapshot of, String fork, String stepByStep) {}

    private final Latest<Snapshot, Found> worker;
    private final PauseTransition pause = new PauseTransition(STILL);
    private @Nullable Snapshot shown;
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
            if (shown != null && answer.of().experiment() == shown.experiment()) {
                found = answer;
                receiver.accept(answer.fork(), answer.stepByStep());
            }
        });
        pause.setOnFinished(event -> ask());
    }

    /**
     * Another network is shown.
     *
     * @param isWanted whether somebody is reading
     * @return whether what was found before is not about its task
     */
    boolean show(Snapshot snapshot, boolean isWanted) {
        boolean isOther = found != null && found.of().experiment() != snapshot.experiment();
        if (snapshot == shown) {
            return false;
        }
        shown = snapshot;
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

    private Found find(Snapshot snapshot) {
        Experiment experiment = snapshot.experiment();
        if (evaluator == null || evaluatedOf != experiment) {
            evaluator = new Evaluator(experiment);
            evaluatedOf = experiment;
        }
        String fork = WorstFork.words(experiment, evaluator, snapshot.parameters());
        return new Found(snapshot, fork, stepByStep(snapshot));
    }

    private static String stepByStep(Snapshot snapshot) {
        if (!snapshot.experiment().hasTwoEvaluations()) {
            return "";
        }
        Evaluation other = Evaluation.of(snapshot.experiment().stepByStep(), snapshot.parameters());
        return StepByStepWords.of(snapshot.experiment(), snapshot.evaluation(), other);
    }

    @Override
    public void close() {
        pause.stop();
        worker.close();
    }
}
