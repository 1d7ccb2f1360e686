package lab.carousel.ui.status;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.BothVerdicts;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.study.ForkWords;
import lab.carousel.task.memory.Memory;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import org.jspecify.annotations.Nullable;

/**
 * Works out in the background what the status bar says about the worst fork, and how the network does step by step where that
 * differs: as soon as somebody wants to know, or the network has stood still for a moment.
 */
final class ForkAccount implements AutoCloseable {

    private static final Duration STILL = Duration.millis(300);

    /** The network as it is looked at, and the snapshot of the run, which is evaluated as trained. */
    private record Shown(Snapshot seen, Snapshot trained) {}

    private record Found(Shown of, Memory memory, String fork, Optional<BothVerdicts> both) {}

    private final ConflatingWorker<Shown, Found> worker;
    private final PauseTransition pause = new PauseTransition(STILL);
    private @Nullable Shown shown;
    private @Nullable Found found;
    /** The fork of the verdict, and what it asks; found once, as it changes seldom. */
    private int fork = Memory.NONE;

    private String asked = "";

    /**
     * An account of nothing yet.
     *
     * @param fed      the network of a snapshot; asked in the background
     * @param receiver takes the sentence about the worst fork, and how the network does step by step where that differs
     */
    ForkAccount(
            Background background,
            Function<Snapshot, FedNetwork> fed,
            BiConsumer<String, Optional<BothVerdicts>> receiver) {
        worker = new ConflatingWorker<>(background, "worst fork", of -> find(of, fed.apply(of.seen())), answer -> {
            if (shown != null && answer.of().seen().experiment() == shown.seen().experiment()) {
                if (found == null || found.memory() != answer.memory()) {
                    fork = Memory.NONE;
                    asked = "";
                }
                found = answer;
                receiver.accept(answer.fork(), answer.both());
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
        if (isWanted || found == null) {
            ask();
        } else {
            pause.playFromStart();
        }
        return isOther;
    }

    void ask() {
        if (shown != null && (found == null || found.of() != shown)) {
            worker.ask(shown);
        }
    }

    /** What the fork of a verdict asks; empty until the forks of its task are known. */
    String asked(Snapshot snapshot) {
        if (found == null || found.of().seen().experiment() != snapshot.experiment()) {
            return "";
        }
        Judgement judgement = snapshot.evaluation().judgement();
        if (judgement.fork() != fork) {
            fork = judgement.fork();
            asked = ForkWords.asked(
                            judgement,
                            found.memory(),
                            snapshot.experiment().task().alphabet())
                    + ForkWords.floors(snapshot.experiment());
        }
        return asked;
    }

    private static Found find(Shown of, FedNetwork network) {
        return new Found(of, network.memory(), ForkWords.worst(network), both(of));
    }

    private static Optional<BothVerdicts> both(Shown asked) {
        Experiment experiment = asked.trained().experiment();
        if (!experiment.hasTwoEvaluations()) {
            return Optional.empty();
        }
        Evaluation other = asked.seen() == asked.trained()
                ? Evaluation.of(experiment.stepByStep(), asked.trained().parameters())
                : asked.seen().evaluation();
        return VerdictWords.both(experiment, asked.trained().evaluation(), other);
    }

    @Override
    public void close() {
        pause.stop();
        worker.close();
    }
}
