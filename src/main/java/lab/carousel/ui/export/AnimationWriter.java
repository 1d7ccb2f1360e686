package lab.carousel.ui.export;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.animation.Animation;
import lab.carousel.file.animation.AnimationPlan;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an animation in the background. Its methods belong to the JavaFX thread, where progress and outcome are told
 * too.
 */
public final class AnimationWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AnimationWriter.class);

    private final Background background;
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper(this, "writing");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome =
            new ReadOnlyObjectWrapper<>(this, "outcome", Optional.empty());
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    /** The progress on its way to the screen; there is at most one. */
    private final AtomicReference<Double> pending = new AtomicReference<>();

    private volatile boolean cancelled;

    /**
     * What came of it.
     *
     * @param wasCancelled whether it was told to stop, and there is no file
     * @param problem      why there is no file, if something went wrong
     */
    record Outcome(Path file, boolean wasCancelled, Optional<String> problem) {}

    public AnimationWriter(Background background) {
        this.background = background;
    }

    ReadOnlyBooleanProperty writingProperty() {
        return writing.getReadOnlyProperty();
    }

    /** The progress, from 0 to 1. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The outcome of the last one; empty before it is told. */
    ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Whether the user is being asked what to write. */
    BooleanProperty openProperty() {
        return open;
    }

    /** Starts to write; not while another animation is being written. */
    void write(Snapshot end, AnimationPlan plan, Colours colours, Path file) {
        cancelled = false;
        outcome.set(Optional.empty());
        progress.set(0);
        writing.set(true);
        // Always light, as the pictures for slides are
        Palette palette = colours.palette(false);
        background.execute("animation", Urgency.ASIDE, () -> work(end, plan, palette, file));
    }

    private void work(Snapshot end, AnimationPlan plan, Palette palette, Path file) {
        Outcome made;
        try {
            Animation.write(end, plan, palette, file, this::goOn);
            made = new Outcome(file, false, Optional.empty());
        } catch (CancellationException stopped) {
            made = new Outcome(file, true, Optional.empty());
        } catch (InvalidInput problem) {
            made = new Outcome(file, false, Optional.of(problem.getMessage()));
        } catch (RuntimeException | OutOfMemoryError unexpected) {
            LOG.error("The animation {} could not be written", file, unexpected);
            made = new Outcome(file, false, Optional.of(Message.text("animation.failed", unexpected)));
        }
        Outcome told = made;
        background.show(() -> {
            writing.set(false);
            outcome.set(Optional.of(told));
        });
    }

    private boolean goOn(int done, int all) {
        if (pending.getAndSet((double) done / all) == null) {
            background.show(() -> progress.set(pending.getAndSet(null)));
        }
        return !cancelled;
    }

    /** Stops after the frame under way; the outcome is told. */
    void cancel() {
        cancelled = true;
    }

    @Override
    public void close() {
        cancel();
    }
}
