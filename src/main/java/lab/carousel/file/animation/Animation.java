package lab.carousel.file.animation;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.picture.loss.LossDrawing;
import lab.carousel.picture.loss.LossLabels;
import lab.carousel.picture.loss.LossRange;
import lab.carousel.picture.state.StatePicture;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.PastParameters;
import lab.carousel.training.RecordedEpoch;
import lab.carousel.training.Snapshot;
import org.jspecify.annotations.Nullable;

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

    /**
     * Draws the frames: epoch and quality above, loss chart and heatmap side by side below. The axes are those of the
     * whole run and stand still.
     *
     * @param height of chart and heatmap, in points
     * @param pixels width of a frame
     */
    record FramePicture(Snapshot end, Palette palette, LossLabels labels, LossRange range, int height, int pixels) {

        /** Sizes are in points; a frame of {@value #WIDTH} pixels has one to a point. */
        private static final int WIDTH = 1_280;

        private static final int HALF = WIDTH / 2;
        private static final int HEAD = 56;
        private static final int BASELINE = 36;
        private static final int HEAD_SIZE = 22;
        private static final int MARGIN = 16;
        private static final int LEAST_HEIGHT = 360;
        private static final int MOST_HEIGHT = 664;

        static FramePicture of(Snapshot end, Palette palette, int pixels) {
            LossLabels labels = new LossLabels(end.experiment());
            LossRange range = LossRange.all(end.history(), labels.floor(), false);
            StatePicture heatmap = StatePicture.of(end, palette);
            int natural = (int) Math.round(heatmap.height() * scaleToHalf(heatmap));
            int height = Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, natural));
            return new FramePicture(end, palette, labels, range, height, pixels);
        }

        private static double scaleToHalf(StatePicture heatmap) {
            return Math.min(1, (double) HALF / heatmap.width());
        }

        BufferedImage draw(Snapshot snapshot) {
            double scale = (double) pixels / WIDTH;
            BufferedImage image =
                    new BufferedImage(pixels, (int) Math.round((HEAD + height) * scale), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = PictureExport.smooth(image);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            graphics.scale(scale, scale);
            graphics.setColor(palette.background());
            graphics.fill(new Rectangle(0, 0, WIDTH, HEAD + height + 1));
            drawHead(graphics, snapshot);
            drawChart(graphics, snapshot);
            drawHeatmap(graphics, snapshot);
            graphics.dispose();
            return image;
        }

        /**
         * Draws the header. Each text starts where it starts in the last frame, so that nothing moves but the numbers.
         */
        private void drawHead(Graphics2D graphics, Snapshot snapshot) {
            Evaluation evaluation = snapshot.evaluation();
            int x = MARGIN;
            graphics.setFont(PictureFont.bold(HEAD_SIZE));
            graphics.setColor(palette.text());
            x = drawText(graphics, x, epochs(snapshot), epochs(end));
            x = drawText(
                    graphics,
                    x,
                    Message.text("animation.recall", evaluation.right(), evaluation.steps()),
                    Message.text("animation.recall", evaluation.steps(), evaluation.steps()));
            String loss = Message.text("animation.loss", NumberText.loss(evaluation.loss()));
            x = Math.max(HALF + MARGIN, drawText(graphics, x, loss, loss));
            graphics.setColor(palette.accent());
            graphics.drawString(VerdictWords.of(evaluation).headline(), x, BASELINE);
            graphics.setColor(palette.grid());
            graphics.fill(new Rectangle(0, HEAD - 1, WIDTH, 1));
        }

        private String epochs(Snapshot snapshot) {
            return Message.text(
                    "animation.epoch",
                    snapshot.position().epoch(),
                    end.position().epoch());
        }

        /** Draws a text; returns the start of the next one, if this one is no wider than {@code widest}. */
        private static int drawText(Graphics2D graphics, int x, String text, String widest) {
            graphics.drawString(text, x, BASELINE);
            return x + graphics.getFontMetrics().stringWidth(widest) + 2 * MARGIN;
        }

        private void drawChart(Graphics2D graphics, Snapshot snapshot) {
            if (snapshot.history().size() == 0) {
                return;
            }
            DrawnPicture slide = new LossDrawing(snapshot.history(), labels, range, range, true).slide(palette);
            DrawnPicture chart =
                    new DrawnPicture(slide.title(), slide.subtitle(), slide.drawing(), palette, HALF, height);
            within(graphics, 0, 1, () -> chart.draw(graphics));
        }

        private void drawHeatmap(Graphics2D graphics, Snapshot snapshot) {
            StatePicture heatmap = StatePicture.of(snapshot, palette);
            double scale = Math.min(scaleToHalf(heatmap), (double) height / heatmap.height());
            within(graphics, HALF, scale, () -> heatmap.draw(graphics));
        }

        private static void within(Graphics2D graphics, int x, double scale, Runnable drawing) {
            AffineTransform before = graphics.getTransform();
            graphics.translate(x, HEAD);
            graphics.scale(scale, scale);
            drawing.run();
            graphics.setTransform(before);
        }
    }

    /**
     * An animated GIF that begins again when it is over. Each frame lies over those before, and is transparent where
     * nothing has changed, which makes the file much smaller.
     */
    static final class GifFrames implements AutoCloseable {

        private static final String FORMAT = "javax_imageio_gif_image_1.0";
        /** Netscape's application extension with the number of repetitions: 1, then two bytes; 0 is endless. */
        private static final byte[] ENDLESS = {1, 0, 0};

        private final MemoryCacheImageOutputStream output;
        private final ImageWriter writer;
        private @Nullable BufferedImage before;

        GifFrames(OutputStream stream) throws IOException {
            this.output = new MemoryCacheImageOutputStream(stream);
            this.writer = ImageIO.getImageWritersByFormatName("gif").next();
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
        }

        void add(BufferedImage image, int hundredths) throws IOException {
            BufferedImage indexed = FewColours.of(image, before);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(indexed), parameters);
            metadata.mergeTree(FORMAT, description(hundredths));
            writer.writeToSequence(new IIOImage(indexed, null, metadata), parameters);
            before = image;
            output.flushBefore(output.getStreamPosition());
        }

        private IIOMetadataNode description(int hundredths) throws IIOInvalidTreeException {
            IIOMetadataNode root = new IIOMetadataNode(FORMAT);
            IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
            control.setAttribute("disposalMethod", "doNotDispose");
            control.setAttribute("userInputFlag", "FALSE");
            control.setAttribute("transparentColorFlag", "TRUE");
            control.setAttribute("delayTime", String.valueOf(hundredths));
            control.setAttribute("transparentColorIndex", String.valueOf(FewColours.TRANSPARENT));
            root.appendChild(control);
            if (before == null) {
                IIOMetadataNode repeat = new IIOMetadataNode("ApplicationExtension");
                repeat.setAttribute("applicationID", "NETSCAPE");
                repeat.setAttribute("authenticationCode", "2.0");
                repeat.setUserObject(ENDLESS.clone());
                IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
                extensions.appendChild(repeat);
                root.appendChild(extensions);
            }
            return root;
        }

        @Override
        public void close() throws IOException {
            try {
                writer.endWriteSequence();
                output.close();
            } finally {
                writer.dispose();
            }
        }

        /**
         * Reduces pictures to the 256 colours of GIF. Charts and heatmaps have few colours that fill areas, and many in a
         * few anti-aliased pixels: the most frequent ones are kept, the others become the nearest of them. Dithering would
         * make even areas flicker from frame to frame.
         */
        static final class FewColours {

            /** Index of the transparent colour, which shows the frame before. */
            static final int TRANSPARENT = 0;

            private static final int MOST = 255;
            /** Mask that joins nearly equal colours. */
            private static final int COARSE = 0xF8F8F8;

            private FewColours() {}

            /**
             * Reduces an opaque picture.
             *
             * @param before a picture of the same size; equal pixels become transparent; null for none
             */
            static BufferedImage of(BufferedImage image, @Nullable BufferedImage before) {
                int width = image.getWidth();
                int height = image.getHeight();
                int[] pixels = pixels(image);
                int[] old = before == null ? new int[pixels.length] : pixels(before);
                int[] colours = mostFrequent(pixels, old);
                Map<Integer, Integer> places = new HashMap<>();
                byte[] indices = new byte[pixels.length];
                for (int pixel = 0; pixel < pixels.length; pixel++) {
                    if (pixels[pixel] != old[pixel]) {
                        indices[pixel] = places.computeIfAbsent(pixels[pixel], colour -> nearest(colours, colour))
                                .byteValue();
                    }
                }
                IndexColorModel model =
                        new IndexColorModel(8, colours.length, colours, 0, true, TRANSPARENT, DataBuffer.TYPE_BYTE);
                BufferedImage indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
                indexed.getRaster().setDataElements(0, 0, width, height, indices);
                return indexed;
            }

            private static int[] pixels(BufferedImage image) {
                return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            }

            /**
             * The transparent colour, then the most frequent ones among the changed pixels. Colours that one can hardly
             * tell apart count together, and the most frequent of them stands for all: else the many greys of anti-aliased
             * letters would leave no room for the colours of a scale.
             */
            private static int[] mostFrequent(int[] pixels, int[] old) {
                Map<Integer, Integer> counts = new HashMap<>();
                for (int pixel = 0; pixel < pixels.length; pixel++) {
                    if (pixels[pixel] != old[pixel]) {
                        counts.merge(pixels[pixel], 1, Integer::sum);
                    }
                }
                // Sorted, so that equal pictures give equal bytes
                Map<Integer, List<Integer>> alike = new TreeMap<>(counts)
                        .keySet().stream()
                                .collect(Collectors.groupingBy(
                                        colour -> colour & COARSE, LinkedHashMap::new, Collectors.toList()));
                ToIntFunction<Integer> rarity = colour -> -counts.getOrDefault(colour, 0);
                IntStream frequent = alike.values().stream()
                        .sorted(Comparator.comparingInt(
                                colours -> colours.stream().mapToInt(rarity).sum()))
                        .limit(MOST)
                        .mapToInt(colours -> Collections.min(colours, Comparator.comparingInt(rarity)));
                return IntStream.concat(IntStream.of(TRANSPARENT), frequent).toArray();
            }

            private static int nearest(int[] colours, int colour) {
                int best = TRANSPARENT + 1;
                for (int place = best + 1; place < colours.length; place++) {
                    if (distance(colours[place], colour) < distance(colours[best], colour)) {
                        best = place;
                    }
                }
                return best;
            }

            private static int distance(int one, int other) {
                int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
                int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
                int blue = (one & 0xFF) - (other & 0xFF);
                // The eye sees green best and blue least
                return 2 * red * red + 4 * green * green + blue * blue;
            }
        }
    }
}
