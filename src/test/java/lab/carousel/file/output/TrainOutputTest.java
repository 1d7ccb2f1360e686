package lab.carousel.file.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.animation.AnimationPlan;
import lab.carousel.file.command.CommandText;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainOutputTest {

    /** For each file its ending and how it begins. */
    private static final Map<TrainOutput, String[]> FILES = Map.of(
            TrainOutput.CHART, new String[] {".svg", "<?xml"},
            TrainOutput.HEATMAP, new String[] {".png", "\u0089PNG"},
            TrainOutput.REPORT, new String[] {".md", "# "},
            TrainOutput.MODEL, new String[] {".onnx", "\b"},
            TrainOutput.KERAS, new String[] {".ipynb", "{"},
            TrainOutput.PYTORCH, new String[] {".py", "\"\"\""},
            TrainOutput.DEEPLEARNING4J, new String[] {".java", "import "},
            TrainOutput.PAGE, new String[] {".html", "<!DOCTYPE html>"},
            TrainOutput.ANIMATION, new String[] {".gif", "GIF"},
            TrainOutput.STATES, new String[] {".npz", "PK"});
    /** Whose content does not depend on the ending. */
    private static final Set<TrainOutput> ANY_NAME = EnumSet.of(
            TrainOutput.CSV, TrainOutput.KERAS, TrainOutput.PYTORCH, TrainOutput.DEEPLEARNING4J, TrainOutput.PAGE);

    private static final OutputChoices CHOICES = new OutputChoices(
            new AnimationPlan(320, 5, 1), false, Colours.OKABE_ITO, Optional.empty(), false, List.of());

    @TempDir
    Path folder;

    private static Snapshot run() {
        Experiment experiment = Experiment.reference().with(all -> all.with(Settings.EPOCHS, 2));
        return RecordedRuns.end(experiment);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CSV") // written while it trains
    void writesItsKindOfFile(TrainOutput output) throws IOException {
        String[] expected = FILES.get(output);
        Path file = folder.resolve("a" + expected[0]);
        output.checkName(file);
        Snapshot run = run();
        assertThat(output.obstacle(run.experiment(), file, CHOICES)).isEmpty();
        output.write(run, file, CHOICES);
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .startsWith(expected[1])
                .hasSizeGreaterThan(1_000);
    }

    @ParameterizedTest
    @EnumSource
    void refusesANameThatSaysNoFormat(TrainOutput output) {
        Path file = folder.resolve("a.tiff");
        if (ANY_NAME.contains(output)) {
            output.checkName(file);
        } else {
            assertThatThrownBy(() -> output.checkName(file)).isInstanceOf(InvalidInput.class);
        }
    }

    /** What is drawn is written like what is listed, or refused before anything is trained. */
    @ParameterizedTest
    @MethodSource("lab.carousel.task.drawn.DrawnTasks#some")
    void writesOrRefusesEachFileOfEachDrawnKind(DrawnTask drawn) throws IOException {
        Experiment experiment = new Experiment(
                Task.drawn(drawn),
                Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, 2)
                        .with(Settings.EPOCHS, 1)
                        .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                        .with(Settings.OUTPUT, Output.of(drawn.targets())),
                EngineName.KERNEL);
        Snapshot run = RecordedRuns.end(experiment);
        for (Map.Entry<TrainOutput, String[]> each : FILES.entrySet()) {
            TrainOutput output = each.getKey();
            Path file = folder.resolve(output + each.getValue()[0]);
            Optional<Message> obstacle = output.obstacle(experiment, file, CHOICES);
            if (obstacle.isPresent()) {
                assertThat(output.trainsAnew() || output == TrainOutput.PAGE).isTrue();
                assertThat(obstacle.get().text()).hasSizeGreaterThan(40).doesNotContain("{");
            } else {
                output.write(run, file, CHOICES);
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1).startsWith(each.getValue()[1]))
                        .as("%s of %s", output, drawn.name())
                        .isTrue();
            }
        }
    }

    @Test
    void hasTheOptionThatAReportNames() {
        assertThat(TrainOutput.REPORT.option()).isEqualTo(CommandText.REPORT);
    }
}
