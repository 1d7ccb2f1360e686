package lab.carousel.file.animation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.PastParameters;
import lab.carousel.training.RecordedEpoch;
import lab.carousel.training.Snapshot;

/** Writes the history of a run as an animated GIF. */
public final class Animation {

    public static final String GIF = ".gif";

    /** Receives the progress of the writing; returns false to stop. */
    @FunctionalInterface
    public interface FrameWatcher {

        boolean goOn(int done, int all);
    }

    private Animation() {}

    /**
     * Checks the extension of a file name.
     *
     * @throws InvalidInput if it is not {@value #GIF}
     */
    public static void checkName(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(GIF)) {
            throw new InvalidInput("animation.ending", file);
        }
    }

    /**
     * Writes an animation from the start of a run to a snapshot. Takes some hundredths of a second for each frame.
     *
     * @param progress asked after each frame
     * @throws CancellationException if it was told to stop; an old file of this name is untouched
     * @throws InvalidInput if the file cannot be written
     */
    public static void write(Snapshot end, AnimationPlan plan, Palette palette, Path file, FrameWatcher progress) {
        checkName(file);
        AtomicFile.write(file, stream -> {
            try (GifFrames frames = new GifFrames(stream)) {
                draw(end, plan, palette, frames, progress);
            }
        });
    }

    private static void draw(Snapshot end, AnimationPlan plan, Palette palette, GifFrames frames, FrameWatcher progress)
            throws IOException {
        List<Timeline.Frame> timeline =
                Timeline.of(end.recorded(), end.position().epoch(), plan);
        FramePicture picture = FramePicture.of(end, palette, plan.width());
        int done = 0;
        for (Timeline.Frame frame : timeline) {
            frames.add(picture.draw(end.at(frame.epoch())), frame.hundredths());
            done++;
            if (!progress.goOn(done, timeline.size())) {
                throw new CancellationException();
            }
        }
    }

    /** Epochs shown, and how long: evenly, but the last one stands still for a while. */
    static final class Timeline {

        /** In hundredths of a second. */
        static final int LAST = 200;

        record Frame(RecordedEpoch epoch, int hundredths) {}

        private Timeline() {}

        /**
         * Frames of a history up to an epoch. An epoch that is due in several frames, because the run is short or later
         * ones were dropped, is one longer frame.
         *
         * @param recorded at least one epoch
         */
        static List<Frame> of(PastParameters recorded, int last, AnimationPlan plan) {
            int end = recorded.indexAtOrBefore(last);
            int lastEpoch = recorded.get(end).epoch();
            List<Frame> frames = new ArrayList<>();
            int shown = -1;
            for (int frame = 0; frame < plan.frames(); frame++) {
                double share = plan.frames() == 1 ? 1 : (double) frame / (plan.frames() - 1);
                int due = recorded.indexAtOrBefore((int) Math.round(share * lastEpoch));
                int hundredths = plan.hundredthsPerFrame();
                if (due == shown) {
                    hundredths += frames.remove(frames.size() - 1).hundredths();
                }
                frames.add(new Frame(recorded.get(due), hundredths));
                shown = due;
            }
            frames.set(frames.size() - 1, new Frame(recorded.get(end), LAST));
            return List.copyOf(frames);
        }
    }
}
