package lab.carousel.file.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs in Python: compiled where there is a Python, run where it has the library too. */
class PythonProgramTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @TempDir
    Path folder;

    static Stream<Experiment> forPyTorch() {
        return Stream.concat(
                forBoth(),
                Stream.of(ProgramFixture.everythingAtOnce(Cell.LSTM), ProgramFixture.everythingAtOnce(Cell.GRU)));
    }

    static Stream<Experiment> forKeras() {
        return Stream.concat(
                forBoth(),
                Stream.of(
                        ProgramFixture.nearlyEverything(Cell.LSTM),
                        ProgramFixture.nearlyEverything(Cell.GRU),
                        ProgramFixture.afterEpoch()));
    }

    private static Stream<Experiment> forBoth() {
        return Stream.of(
                fewEpochs(),
                ProgramFixture.slots(),
                ProgramFixture.nearlyEverything(Cell.RECURRENT),
                ProgramFixture.outputOnly(),
                ProgramFixture.truncated(),
                ProgramFixture.stateless());
    }

    private static Experiment fewEpochs() {
        Experiment reference = ProgramFixture.reference();
        return reference.with(reference.hyperparameters().with(Settings.EPOCHS, 20));
    }

    @ParameterizedTest
    @MethodSource("forPyTorch")
    void hasTheLossesOfCarouselInPyTorch(Experiment experiment) throws Exception {
        assertSameLosses(experiment, Library.PYTORCH, "torch");
    }

    @ParameterizedTest
    @MethodSource("forKeras")
    void hasTheLossesOfCarouselInKeras(Experiment experiment) throws Exception {
        assertSameLosses(experiment, Library.KERAS, "keras");
    }

    private void assertSameLosses(Experiment experiment, Library library, String module) throws Exception {
        Path program = folder.resolve("experiment.py");
        Files.writeString(program, Program.of(experiment, library));
        assumeTrue(Files.isExecutable(PYTHON), "no Python here");
        List<String> printed = new ArrayList<>();
        assertThat(run(printed, "-W", "error", "-m", "py_compile", program.toString()))
                .as("%s", printed)
                .isZero();
        assumeTrue(run(printed, "-c", "import " + module) == 0, "no " + library.title() + " here");
        printed.clear();
        assertThat(run(printed, program.toString())).as("%s", printed).isZero();
        ProgramFixture.assertSameLosses(printed, experiment);
    }

    /** Runs Python; returns its status. */
    private static int run(List<String> printed, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(PYTHON.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        // The arrays are small: threads would only wait for each other
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        process.inputReader(StandardCharsets.UTF_8).lines().forEach(printed::add);
        return process.waitFor();
    }
}
