package lab.carousel.ui.export;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.animation.Animation;
import lab.carousel.file.animation.AnimationPlan;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an animation in the background. Its methods belong to the JavaFX thread, where progress and
 * outcome are told too.
 */
final class AnimationWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AnimationWriter.class);

    private final Background background;
    private DoubleConsumer progress;
    private Consumer<Outcome> finished;
    /** How far it is, on its way to the screen; there is at most one. */
    private final AtomicReference<Double> pending = new AtomicReference<>();

    private volatile boolean cancelled;

    /**
     * What came of it.
     *
     * @param file         the file
     * @param wasCancelled whether it was told to stop, and there is no file
     * @param problem      why there is no file, if something went wrong
     */
    record Outcome(Path file, boolean wasCancelled, Optional<String> problem) {}

    private Colours colours = Colours.OKABE_ITO;

    /**
     * A writer.
     *
     * @param background writes
     * @param progress is told how far it is, from 0 to 1
     * @param finished is told what came of it, once
     */
    AnimationWriter(Background background, DoubleConsumer progress, Consumer<Outcome> finished) {
        this.background = background;
        tell(progress, finished);
    }

    /** Tells others from now on. */
    void tell(DoubleConsumer newProgress, Consumer<Outcome> newFinished) {
        progress = newProgress;
        finished = newFinished;
    }

    /** Changes the colours of what will be written. */
    void setColours(Colours chosen) {
        colours = chosen;
    }

    /** Starts to write; not while another animation is being written. */
    void write(Snapshot end, AnimationPlan plan, Path file) {
        cancelled = false;
        // Always light, as the pictures for slides are
        Palette palette = colours.palette(false);
        background.execute("animation", Background.Urgency.ASIDE, () -> work(end, plan, palette, file));
    }

    private void work(Snapshot end, AnimationPlan plan, Palette palette, Path file) {
        Outcome outcome;
        try {
            Animation.write(end, plan, palette, file, this::goOn);
            outcome = new Outcome(file, false, Optional.empty());
        } catch (CancellationException stopped) {
            outcome = new Outcome(file, true, Optional.empty());
        } catch (InvalidInput problem) {
            outcome = new Outcome(file, false, Optional.of(problem.getMessage()));
        } catch (RuntimeException | OutOfMemoryError unexpected) {
            LOG.error("The animation {} could not be written", file, unexpected);
            outcome = new Outcome(file, false, Optional.of(Message.text("animation.failed", unexpected)));
        }
        Outcome told = outcome;
        background.show(() -> finished.accept(told));
    }

    private boolean goOn(int done, int all) {
        if (pending.getAndSet((double) done / all) == null) {
            background.show(() -> progress.accept(pending.getAndSet(null)));
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
