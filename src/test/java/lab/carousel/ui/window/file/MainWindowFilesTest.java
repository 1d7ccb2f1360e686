package lab.carousel.ui.window.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javax.imageio.ImageIO;
import lab.carousel.engine.dl4j.Dl4jEngine;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.text.Message;
import lab.carousel.ui.export.Exporter.WindowPicture;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** Opening, saving and exporting in the window. */
class MainWindowFilesTest extends MainWindowFixture {

    MainWindowFilesTest() {
        engine = new Dl4jEngine();
    }

    @Test
    void savesAndOpensAgainAndTellsWhatCannotBeRead() throws IOException {
        dialogs.answer = folder.resolve("mine.carousel");
        type("sequenceField0", "3 0 1 2 3 0");
        type("seed", "77");
        choose("fileMenu", "save");
        assertThat(dialogs.answer).content().contains("\"seed\": 77").contains("3 0 1 2 3 0");
        assertThat(workspace.title().getValue()).isEqualTo("mine.carousel – Carousel");
        type("seed", "78");
        assertThat(workspace.title().getValue()).isEqualTo("mine.carousel (changed) – Carousel");
        choose("fileMenu", "open");
        awaitText("seed", "77");
        assertThat(text("noticeWords")).isEqualTo("Opened mine.carousel. " + Message.text("undo.comesBack"));
        dialogs.answer = Files.writeString(folder.resolve("broken.carousel"), "{ \"format\": ");
        choose("fileMenu", "open");
        assertThat(text("noticeWords")).contains("broken.carousel");
        for (String name : List.of("no.carousel", "no.carousel-session", "no.keras")) {
            Path missing = folder.resolve(name);
            robot.interact(() -> window.open(missing));
            awaitText("noticeWords", "There is no file " + missing + ": check its name and folder.");
        }
        assertThat(text("seed")).isEqualTo("77");
    }

    @Test
    void exportsPicturesNumbersTheNetworkAndWhatIsTakenHome() throws IOException {
        trainEpoch();
        awaitHeatmap();
        assertThat(export("loss-svg", "loss.svg"))
                .content()
                .contains("<svg")
                .contains("memoryless floor 0.0693")
                .doesNotContain("<image");
        assertThat(Files.readAllLines(export("loss-csv", "loss.csv")))
                .hasSize(2)
                .startsWith("epoch,loss,recall,margin,loss_1,loss_2,bits,separation,separation_before")
                .last()
                .asString()
                .startsWith("1," + network().evaluation().loss());
        assertThat(Files.readAllLines(export("state-csv", "state.csv"))).hasSize(9);
        assertThat(width(export("state-png-4", "four.png"))).isEqualTo(4 * width(export("state-png-1", "one.png")));
        for (String name : List.of("w.png", "again.png")) {
            BufferedImage seen = shown();
            BufferedImage picture = ImageIO.read(export("exportWindow", name).toFile());
            assertThat(picture.getWidth()).isEqualTo(2 * seen.getWidth());
            assertThat(picture.getHeight()).isEqualTo(2 * seen.getHeight());
            assertThat(difference(picture, seen)).isLessThan(3);
            assertThat(difference(picture.getSubimage(1_280, 800, 1_280, 800), seen))
                    .isGreaterThan(10);
            robot.interact(() -> ((Button) find("noticeClose")).fire());
        }
        choose("exportMenu", "copyLink");
        assertThat(text("noticeWords")).isEqualTo("Link copied to the clipboard. It opens this run in lab.html.");
        choose("exportMenu", "state-copy");
        assertThat(text("noticeWords")).isEqualTo("Picture copied to the clipboard.");
        robot.interact(() ->
                assertThat(Clipboard.getSystemClipboard().getImage().getWidth()).isGreaterThan(1_000));
        // A program that would train something else is refused
        open(all -> all.with(Settings.CELL, Cell.GRU));
        dialogs.answer = folder.resolve("other.java");
        choose("exportMenu", "program-DEEPLEARNING4J");
        assertThat(text("noticeWords")).startsWith("Deeplearning4j cannot train this");
        assertThat(dialogs.answer).doesNotExist();
    }

    /** What the scene shows, pixel by pixel. */
    private BufferedImage shown() {
        BufferedImage[] shown = new BufferedImage[1];
        robot.interact(() -> shown[0] = WindowPicture.of(window.getScene().snapshot(null)));
        return shown[0];
    }

    /** The mean difference of a channel between two pictures, of 255, when both are as large as the second. */
    private static double difference(BufferedImage picture, BufferedImage other) {
        BufferedImage same = new BufferedImage(other.getWidth(), other.getHeight(), BufferedImage.TYPE_INT_RGB);
        same.createGraphics()
                .drawImage(
                        picture.getScaledInstance(other.getWidth(), other.getHeight(), Image.SCALE_AREA_AVERAGING),
                        0,
                        0,
                        null);
        int[] one = same.getRaster().getPixels(0, 0, same.getWidth(), same.getHeight(), (int[]) null);
        int[] two = other.getRaster().getPixels(0, 0, same.getWidth(), same.getHeight(), (int[]) null);
        return IntStream.range(0, one.length)
                .map(i -> Math.abs(one[i] - two[i]))
                .average()
                .orElseThrow();
    }

    private static int width(Path png) throws IOException {
        return ImageIO.read(png.toFile()).getWidth();
    }

    @Test
    void writesAnAnimationInTheBackgroundUnlessItIsStopped() throws IOException {
        choose("exportMenu", "exportAnimation");
        fire("animationWrite");
        assertThat(text("noticeWords")).startsWith("There is no picture to export here yet: press Play");
        trainEpoch();
        dialogs.answer = folder.resolve("a.gif");
        robot.interact(() -> {
            ((Button) find("animationWrite")).fire();
            assertThat(find("animationWidth").isDisabled()).isTrue();
            ((Button) find("animationCancel")).fire();
        });
        await(() -> !find("animationWidth").isDisabled());
        assertThat(text("noticeWords")).isEqualTo("The animation was not saved.");
        assertThat(dialogs.answer).doesNotExist();
        assertThat(find("animationPanel").isVisible()).isTrue();
        fire("animationWrite");
        await(() -> !find("animationPanel").isVisible());
        assertThat(text("noticeWords")).isEqualTo("Saved a.gif.");
        assertThat(width(dialogs.answer)).isEqualTo(1_280);
    }
}
