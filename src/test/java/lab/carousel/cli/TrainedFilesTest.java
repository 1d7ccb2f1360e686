package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import lab.carousel.file.disk.Names;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import org.junit.jupiter.api.Test;

/** What train writes besides its table: pictures, the model, and what a student takes home. */
class TrainedFilesTest extends CommandInFolder {

    @Test
    void writesPicturesAndModel() throws IOException {
        assertThat(run("train --epochs 4 --chart @a.SVG --heatmap @b.png --model @m.npz"))
                .isZero();
        assertThat(folder.resolve("a.SVG")).content().contains("4");
        assertThat(ImageIO.read(folder.resolve("b.png").toFile()).getWidth()).isGreaterThan(600);
        assertThat(Names.in(folder)).containsExactly("a.SVG", "b.png", "m.npz");
    }

    @Test
    void withNoEpochsTheModelHoldsTheInitialWeights() {
        assertThat(run("train --epochs 0 --seed 9 --model @m.npz --csv @a.csv")).isZero();
        Experiment experiment = Experiment.reference()
                .with(Hyperparameters.reference().with(Settings.SEED, 9L).with(Settings.EPOCHS, 0));
        ReadNetwork model = ModelFile.find(folder.resolve("m.npz")).with(Map.of());
        assertThat(model.parameters()).isEqualTo(InitialParameters.of(experiment));
        assertThat(model.experiment()).contains(experiment);
        assertThat(folder.resolve("a.csv"))
                .hasContent("epoch,loss,recall,margin,loss_1,loss_2,bits,separation,separation_before\n");
    }

    @Test
    void aModelThatDeeplearning4jCannotHaveIsRefusedBeforeTraining() throws IOException {
        Path file = folder.resolve("gru.carousel");
        ExperimentFile.write(
                file, Experiment.reference().with(Hyperparameters.reference().with(Settings.CELL, Cell.GRU)));
        assertRefused("Deeplearning4j has no cells of this kind", "train %s --model @m.zip", file);
        assertThat(carousel.output).isEmpty();
        assertThat(Names.in(folder)).containsExactly("gru.carousel");
    }

    @Test
    void writesWhatIsTakenHome() throws IOException {
        assertThat(run("train --epochs 3 --set hiddenUnits=7 --keras @k.py --pytorch @p.py --deeplearning4j @D.java"
                        + " --page @h.html --animation @a.gif --animation-width 320 --animation-seconds 1"))
                .isZero();
        assertThat(folder.resolve("k.py")).content().contains("import keras", "UNITS = 7 ", "EPOCHS = 3 ");
        assertThat(folder.resolve("p.py")).content().contains("import torch", "UNITS = 7 ");
        assertThat(folder.resolve("D.java")).content().contains("final class CarouselExperiment", "UNITS = 7;");
        assertThat(folder.resolve("h.html")).content().contains("\"hiddenUnits\":7,", "\"epochs\":3");
        assertThat(ImageIO.read(folder.resolve("a.gif").toFile()).getWidth()).isEqualTo(320);
    }

    @Test
    void aPageHasALessonInItWhateverIsTrained() throws IOException {
        String batches = "train --epochs 1 --set batchSize=4 --page @h.html --lesson ";
        assertThat(run(batches + "was-it-memory")).isZero();
        assertThat(folder.resolve("h.html"))
                .content()
                .contains("\"name\":\"was-it-memory\"", "Eine Kollegin berichtet");
        Path own = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(own.resolve("a.md"), "Look at the **notes**.");
        Files.writeString(
                own.resolve("lesson.json"),
                """
                {"format": "carousel lesson", "version": 1, "title": "Mine", "minutes": 1, "summary": "s",
                 "steps": [{"title": "Only one", "text": "a.md", "show": "compare"}]}
                """);
        assertThat(run(batches + "@mine")).isZero();
        assertThat(folder.resolve("h.html")).content().contains("Only one", "The program shows this under “Compare”");
    }

    @Test
    void aPageWithAllLessonsIsTheLab() throws IOException {
        assertThat(run("train --epochs 1 --page @lab.html --lesson all")).isZero();
        assertThat(folder.resolve("lab.html"))
                .content()
                .contains("\"lab\":{\"reference\":{\"", "\"name\":\"was-it-memory\"", "\"name\":\"lstm-1997\"");
    }

    @Test
    void aLessonThatThereIsNotOrHasNoPageIsRefusedBeforeTraining() throws IOException {
        assertRefused(
                "--lesson goes into a page: give --page with a file name as well.", "train --lesson was-it-memory");
        assertRefused("--lesson must be one of tutorial, was-it-memory, ", "train --page @h.html --lesson memory");
        assertThat(carousel.errors).endsWith("lesson.json, ….zip, not “memory”.\n");
        assertThat(Names.in(folder)).isEmpty();
    }

    @Test
    void aReportHasTheViewsThatAreNamed() throws IOException {
        assertThat(run("train --epochs 1 --report @r.md --report-views unit,afterFork"))
                .isZero();
        assertThat(Names.in(folder.resolve("r-files")))
                .containsExactly("afterFork.svg", "heatmap.png", "loss.png", "unit.svg");
    }

    @Test
    void viewsThatThereAreNotOrThatHaveNoReportAreRefusedBeforeTraining() throws IOException {
        assertRefused(
                "--report-views goes into a report: give --report with a file name as well.",
                "train --report-views unit");
        assertRefused(
                "There is no view “units”. There are: forecast, samples, afterFork, ",
                "train --report @r.md --report-views afterFork,units");
        assertThat(carousel.engines).isEmpty();
        assertThat(Names.in(folder)).isEmpty();
    }

    @Test
    void anEndingThatNoFormatHasIsRefusedBeforeTraining() {
        assertRefused(".keras, .onnx, .safetensors, .npz, .zip", "train --model @network.pt");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatALibraryCannotDoIsRefusedBeforeTraining() throws IOException {
        assertRefused(
                "Deeplearning4j cannot train this, because it lacks this kind of cell: export for Keras or PyTorch.",
                "train --set cell=gru --deeplearning4j @D.java");
        assertRefused("a.mp4", "train --animation @a.mp4");
        assertRefused("--animation-width", "train --animation @a.gif --animation-width 10");
        assertThat(carousel.output).isEmpty();
        assertThat(Names.in(folder)).isEmpty();
    }
}
