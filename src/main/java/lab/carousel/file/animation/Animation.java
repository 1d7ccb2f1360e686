package lab.carousel.file.animation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Snapshot;

/** Writes the history of a run as a film: an animated GIF, or a zip with a PNG picture for each frame. */
public final class Animation {

    /** What the name of an animated GIF ends with. */
    public static final String GIF = ".gif";
    /** What the name of a zip of pictures ends with. */
    public static final String ZIP = ".zip";

    /** Is told how far the writing is, and says whether it is to go on. */
    @FunctionalInterface
    public interface FrameWatcher {

        /** So many of all frames are written; false to stop. */
        boolean goOn(int done, int all);
    }

    /** Takes the frames, one after the other. */
    interface Frames extends AutoCloseable {

        /** Adds a frame that is shown for so many hundredths of a second. */
        void add(BufferedImage image, int hundredths) throws IOException;

        @Override
        void close() throws IOException;
    }

    private Animation() {}

    /**
     * Checks that the end of a file's name says what it is to hold.
     *
     * @throws InvalidInput if it does not
     */
    public static void checkName(Path file) {
        if (!endsWith(file, GIF) && !endsWith(file, ZIP)) {
            throw new InvalidInput("animation.ending", file);
        }
    }

    private static boolean endsWith(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /**
     * Writes an animation from the start of a run to a snapshot. Takes some hundredths of a second for each frame.
     *
     * @param end      what it ends with; its history has what was before
     * @param file     ends in {@value #GIF} or {@value #ZIP}
     * @param progress is asked after each frame
     * @throws CancellationException if it was told to stop; an old file of this name is untouched
     * @throws InvalidInput          if the file cannot be written
     */
    public static void write(Snapshot end, AnimationPlan plan, Palette palette, Path file, FrameWatcher progress) {
        checkName(file);
        AtomicFile.write(file, stream -> {
            try (Frames frames = endsWith(file, GIF) ? new GifFrames(stream) : new ZipFrames(stream)) {
                draw(end, plan, palette, frames, progress);
            }
        });
    }

    private static void draw(Snapshot end, AnimationPlan plan, Palette palette, Frames frames, FrameWatcher progress)
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
}
