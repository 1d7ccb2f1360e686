package lab.carousel.file.animation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.animation.Animation.Timeline;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnimationTest {

    private static final AnimationPlan SMALL = new AnimationPlan(320, 5, 2);

    @TempDir
    Path folder;

    static Snapshot trained(int epochs) {
        Experiment experiment =
                Experiment.reference().with(Hyperparameters.reference().with(Settings.EPOCHS, epochs));
        return RecordedRuns.end(experiment);
    }

    private Path write(Snapshot end, AnimationPlan plan, String name) {
        Path file = folder.resolve(name);
        Animation.write(end, plan, Palette.LIGHT, file, (done, all) -> true);
        return file;
    }

    /** What is seen when a frame lies over those before. */
    private static BufferedImage over(List<BufferedImage> before, BufferedImage frame) {
        BufferedImage seen = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
        if (!before.isEmpty()) {
            seen.getGraphics().drawImage(before.get(before.size() - 1), 0, 0, null);
        }
        seen.getGraphics().drawImage(frame, 0, 0, null);
        return seen;
    }

    /** The delays of the frames of a GIF, and its pictures. */
    private static List<Integer> read(Path gif, List<BufferedImage> pictures) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        List<Integer> delays = new ArrayList<>();
        try (ImageInputStream stream = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(stream);
            int frames = reader.getNumImages(true);
            for (int frame = 0; frame < frames; frame++) {
                pictures.add(over(pictures, reader.read(frame)));
                IIOMetadataNode root =
                        (IIOMetadataNode) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                delays.add(Integer.valueOf(control.getAttribute("delayTime")));
                assertThat(root.getElementsByTagName("ApplicationExtension").getLength())
                        .isEqualTo(frame == 0 ? 1 : 0);
            }
        } finally {
            reader.dispose();
        }
        return delays;
    }

    @Test
    void hasAsManyFramesAsAskedForAndHoldsTheLast() throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        List<Integer> delays = read(write(trained(30), SMALL, "a.gif"), pictures);
        assertThat(delays).hasSize(10).endsWith(Timeline.LAST);
        assertThat(delays.subList(0, 9)).containsOnly(20);
        assertThat(pictures).allMatch(picture -> picture.getWidth() == 320);
        assertThat(pictures.stream().map(BufferedImage::getHeight).distinct()).hasSize(1);
    }

    @Test
    void theFramesOfAGifAreThoseOfThePicturesInFewerColours() throws IOException {
        Snapshot end = trained(30);
        List<BufferedImage> few = new ArrayList<>();
        read(write(end, SMALL, "a.gif"), few);
        List<BufferedImage> many = new ArrayList<>();
        FramePicture picture = FramePicture.of(end, Palette.LIGHT, SMALL.width());
        for (Timeline.Frame frame : Timeline.of(end.recorded(), end.position().epoch(), SMALL)) {
            many.add(picture.draw(end.at(frame.epoch())));
        }
        for (int frame = 0; frame < 10; frame++) {
            BufferedImage shown = few.get(frame);
            assertThat(meanDifference(shown, many.get(frame)))
                    .as("frame %s", frame)
                    .isLessThan(0.5);
            assertThat(shown.getRGB(1, shown.getHeight() - 2) & 0xFFFFFF)
                    .as("an even area")
                    .isEqualTo(0xFFFFFF);
        }
        assertThat(meanDifference(many.get(0), many.get(9))).isGreaterThan(5);
    }

    /** The mean over all pixels and their red, green and blue, of 255. */
    private static double meanDifference(BufferedImage one, BufferedImage other) {
        double sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((one.getRGB(x, y) >> shift & 0xFF) - (other.getRGB(x, y) >> shift & 0xFF));
                }
            }
        }
        return sum / (3 * one.getWidth() * one.getHeight());
    }

    @Test
    void theTimelinePassesEvenlyFromTheStartToTheEnd() {
        Snapshot end = trained(90);
        List<Timeline.Frame> frames = Timeline.of(end.recorded(), 90, new AnimationPlan(320, 5, 2));
        assertThat(frames)
                .extracting(frame -> frame.epoch().epoch())
                .containsExactly(0, 10, 20, 30, 40, 50, 60, 70, 80, 90);
        assertThat(Timeline.of(end.recorded(), 9, SMALL))
                .extracting(frame -> frame.epoch().epoch())
                .endsWith(9);
    }

    @Test
    void aShortRunHasFewerFramesThatAreShownLonger() {
        List<Timeline.Frame> frames = Timeline.of(trained(2).recorded(), 2, SMALL);
        assertThat(frames).extracting(frame -> frame.epoch().epoch()).containsExactly(0, 1, 2);
        assertThat(frames).extracting(Timeline.Frame::hundredths).containsExactly(60, 80, Timeline.LAST);
    }

    @Test
    void canBeStoppedAndThenLeavesTheOldFile() throws IOException {
        Snapshot end = trained(10);
        Path file = Files.writeString(folder.resolve("a.gif"), "old");
        List<Integer> told = new ArrayList<>();
        assertThatThrownBy(() -> Animation.write(end, SMALL, Palette.LIGHT, file, (done, all) -> {
                    told.add(done);
                    assertThat(all).isEqualTo(10);
                    return done < 3;
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(told).containsExactly(1, 2, 3);
        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void otherEndingsAndSizesAreRefused() {
        assertThatThrownBy(() -> Animation.checkName(Path.of("a.mp4")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("must end in .gif");
        assertThatThrownBy(() -> new AnimationPlan(319, 5, 5)).hasMessageContaining("from 320 to 2,560");
        assertThatThrownBy(() -> new AnimationPlan(320, 26, 5)).hasMessageContaining("from 1 to 25");
        assertThatThrownBy(() -> new AnimationPlan(320, 5, 0)).hasMessageContaining("from 1 to 120");
    }
}
