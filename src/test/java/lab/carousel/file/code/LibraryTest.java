package lab.carousel.file.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.ModelFormat;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.model.EngineName;
import lab.carousel.model.ErrorFlow;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Task;
import lab.carousel.task.series.Leak;
import lab.carousel.task.series.Series;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryTest {

    @TempDir
    private Path folder;

    private static Experiment with(Hyperparameters hyperparameters) {
        return Experiment.reference().with(hyperparameters);
    }

    private static String obstacle(Library library, Experiment experiment) {
        return library.obstacle(experiment).map(Message::key).orElse("none");
    }

    @Test
    void theReferenceCanBeWrittenForAll() {
        for (Library library : Library.values()) {
            assertThat(library.obstacle(Experiment.reference())).isEmpty();
        }
    }

    @Test
    void whatDeeplearning4jDoesNotHaveIsRefused() {
        Hyperparameters reference = Hyperparameters.reference();
        Stream.of(
                        reference.with(Settings.CELL, Cell.GRU),
                        reference.with(Settings.CLIPPING, 1.0),
                        reference.with(Settings.ERROR_FLOW, ErrorFlow.CELL_STATE_ONLY),
                        reference.with(Settings.OPTIMISER, Optimiser.SGD).with(Settings.MOMENTUM, 0.9))
                .map(LibraryTest::with)
                .forEach(experiment -> {
                    assertThat(obstacle(Library.DEEPLEARNING4J, experiment)).isEqualTo("code.obstacle.deeplearning4j");
                    assertThat(obstacle(Library.KERAS, experiment)).isEqualTo("none");
                    assertThat(obstacle(Library.PYTORCH, experiment)).isEqualTo("none");
                    assertThatThrownBy(() -> Program.of(experiment, Library.DEEPLEARNING4J))
                            .isInstanceOf(InvalidInput.class)
                            .hasMessageStartingWith("Deeplearning4j cannot train this, because it lacks ");
                });
    }

    @Test
    void kerasCannotKeepTheStatesOfSlotsThatRunOut() {
        Hyperparameters never = Hyperparameters.reference().with(Settings.RESET_POLICY, ResetPolicy.NEVER);
        Hyperparameters three = never.with(Settings.BATCH_SIZE, 3);
        Stream.of(three, never.with(Settings.BATCH_SIZE, 2).with(Settings.LAG, 2))
                .forEach(uneven ->
                        assertThat(obstacle(Library.KERAS, with(uneven))).isEqualTo("code.obstacle.kerasSlots"));
        Stream.of(
                        never.with(Settings.BATCH_SIZE, 2),
                        three.with(Settings.RESET_POLICY, ResetPolicy.AFTER_SEQUENCE),
                        three.with(Settings.CELL, Cell.DENSE))
                .forEach(even -> assertThat(obstacle(Library.KERAS, with(even))).isEqualTo("none"));
        assertThat(obstacle(Library.PYTORCH, with(three))).isEqualTo("none");
    }

    @Test
    void kerasHasAnotherRmsprop() {
        Experiment experiment = with(Hyperparameters.reference().with(Settings.OPTIMISER, Optimiser.RMSPROP));
        assertThat(obstacle(Library.KERAS, experiment)).isEqualTo("code.obstacle.optimiser");
        assertThat(obstacle(Library.DEEPLEARNING4J, experiment)).isEqualTo("none");
    }

    /** Its network can be taken along all the same: that is what the message says. */
    @ParameterizedTest
    @MethodSource("lab.carousel.task.drawn.DrawnTasks#all")
    void aProgramForADrawnTaskIsRefusedByItsNameAndItsNetworkIsSaved(DrawnTask drawn) {
        Output output = Output.of(drawn.targets());
        Experiment experiment = new Experiment(
                Task.drawn(drawn),
                Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 2).with(Settings.OUTPUT, output),
                EngineName.KERNEL);
        for (Library library : Library.values()) {
            assertThat(library.obstacle(experiment).orElseThrow().text())
                    .startsWith("The task “" + drawn.title().text() + "” draws new sequences every time")
                    .contains("Export > Network", "--model");
        }
        Parameters parameters = InitialParameters.of(experiment);
        for (ModelFormat format : ModelFormat.values()) {
            assertThat(format.obstacle(experiment.layout().cell())).isEmpty();
            assertThat(format.bytes(experiment, parameters))
                    .hasSizeGreaterThan(Double.BYTES * experiment.layout().outputs());
        }
        for (ModelFormat format : new ModelFormat[] {ModelFormat.KERAS, ModelFormat.SAFETENSORS, ModelFormat.NPZ}) {
            ReadNetwork read = read(format.ending(), format.bytes(experiment, parameters));
            assertThat(read.parameters()).isEqualTo(parameters);
            assertThat(read.experiment()).contains(experiment);
        }
    }

    private ReadNetwork read(String ending, byte[] bytes) {
        Path file = folder.resolve("it" + ending);
        AtomicFile.write(file, bytes);
        return ModelFile.find(file).with(Map.of());
    }

    @Test
    void whereEverySymbolThatMayFollowCountsEachProgramSaysIt() {
        Experiment sets = ProgramFixture.sets();
        for (Library library : Library.values()) {
            assertThat(obstacle(library, sets)).isEqualTo("none");
            assertThat(Program.of(sets, library)).contains("legal(sequence, step)");
            assertThat(Program.of(Experiment.reference(), library)).doesNotContain("legal");
        }
    }

    @Test
    void aSeriesIsWrittenForPythonUnlessItsTestPartIsLearned() {
        ProgramFixture.series().forEach(series -> {
            assertThat(obstacle(Library.KERAS, series)).isEqualTo("none");
            assertThat(obstacle(Library.PYTORCH, series)).isEqualTo("none");
            assertThat(obstacle(Library.DEEPLEARNING4J, series)).isEqualTo("code.obstacle.series");
        });
        Series airline = Series.of(ProgramFixture.airline().task()).orElseThrow();
        Experiment leaking = new Experiment(
                Series.task(airline.data(), airline.feed().with(Leak.WINDOWS)),
                ProgramFixture.airline().hyperparameters(),
                EngineName.KERNEL);
        for (Library library : Notebook.LIBRARIES) {
            assertThat(obstacle(library, leaking)).isEqualTo("code.obstacle.windows");
            assertThatThrownBy(() -> Program.of(leaking, library))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("test part");
        }
    }

    /** The slots of the training part: the test part is only judged. */
    @Test
    void kerasAsksWhetherTheSlotsOfTheTrainingPartRunOut() {
        Experiment airline = ProgramFixture.airline();
        int steps = airline.task().supply().learned()[0].size();
        assertThat(steps).isEqualTo(95);
        Hyperparameters kept = airline.hyperparameters().with(Settings.RESET_POLICY, ResetPolicy.NEVER);
        assertThat(obstacle(Library.KERAS, airline.with(kept.with(Settings.BATCH_SIZE, 5))))
                .isEqualTo("none");
        assertThat(obstacle(Library.KERAS, airline.with(kept.with(Settings.BATCH_SIZE, 11))))
                .isEqualTo("code.obstacle.kerasSlots");
    }
}
