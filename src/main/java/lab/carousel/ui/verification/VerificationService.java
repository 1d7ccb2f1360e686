package lab.carousel.ui.verification;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import lab.carousel.model.EngineName;
import lab.carousel.study.verification.Verifier;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.SerialExecutor;
import lab.carousel.ui.background.Urgency;
import lab.carousel.ui.lab.Lab;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Deeplearning4j verify each finished run of the kernel, in the background and not before things have been quiet
 * for a while: in the middle of a drag, one run follows another. Only the latest run counts; what belongs to an older one
 * is given up. Used on the JavaFX thread.
 */
public final class VerificationService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationService.class);
    private static final Duration QUIET = Duration.seconds(1);

    private final Lab lab;
    private final Verifier verifier;
    private final PauseTransition quiet;
    private final SerialExecutor executor;
    private final ReadOnlyObjectWrapper<VerificationState> state =
            new ReadOnlyObjectWrapper<>(this, "state", VerificationState.NONE);
    /** Whether a failure is in the log already; used in the background. */
    private boolean isLogged;
    /** The end of the run that is, or will be, verified; null if there is none. */
    private @Nullable Snapshot subject;
    /** Set when nobody waits for the verification under way any more. */
    private AtomicBoolean cancelled = new AtomicBoolean();

    public VerificationService(Background background, Lab lab, Verifier verifier) {
        this(background, lab, verifier, QUIET);
    }

    VerificationService(Background background, Lab lab, Verifier verifier, Duration patience) {
        this.executor = background.inOrder("verification", Urgency.ASIDE);
        this.lab = lab;
        this.verifier = verifier;
        this.quiet = new PauseTransition(patience);
        quiet.setOnFinished(event -> begin());
        lab.statusProperty().addListener((observable, before, now) -> look());
        lab.editedProperty().addListener((observable, before, now) -> waitLonger());
        look();
    }

    /** How far the verification of the lab's run is. */
    public ReadOnlyObjectProperty<VerificationState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void look() {
        Snapshot end = endOfKernelRun(lab.statusProperty().get());
        if (end == subject) {
            return;
        }
        cancelled.set(true);
        quiet.stop();
        subject = end;
        state.set(VerificationState.NONE);
        if (end != null) {
            quiet.playFromStart();
        }
    }

    private static @Nullable Snapshot endOfKernelRun(RunStatus status) {
        return status.snapshot()
                .filter(end -> status.state() == RunState.FINISHED)
                .filter(end -> end.experiment().engine() == EngineName.KERNEL)
                .orElse(null);
    }

    private void waitLonger() {
        if (quiet.getStatus() == PauseTransition.Status.RUNNING) {
            quiet.playFromStart();
        }
    }

    private void begin() {
        Snapshot end = Objects.requireNonNull(subject);
        AtomicBoolean given = new AtomicBoolean();
        cancelled = given;
        state.set(VerificationState.checking());
        executor.ask(() -> given.get() ? VerificationState.NONE : verify(end, given), result -> {
            if (!given.get()) {
                state.set(result);
            }
        });
    }

    private VerificationState verify(Snapshot end, AtomicBoolean given) {
        try {
            return VerificationState.of(verifier.verify(end.experiment(), end.origin(), end.parameters(), given::get));
        } catch (RuntimeException | LinkageError | OutOfMemoryError failure) { // native code may be missing
            if (!isLogged) {
                LOG.error("Deeplearning4j could not verify the run", failure);
                isLogged = true;
            }
            return VerificationState.failed(failure);
        }
    }

    @Override
    public void close() {
        cancelled.set(true);
        quiet.stop();
    }
}
