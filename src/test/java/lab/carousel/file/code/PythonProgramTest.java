package lab.carousel.file.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Cell;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs in Python: compiled where there is a Python, run where it has the library too. */
class PythonProgramTest {

    private static final String PYTHON = "/usr/bin/python3";

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
                ProgramFixture.stateless());
    }

    private static Experiment fewEpochs() {
        Experiment reference = ProgramFixture.reference();
        return reference.with(reference.hyperparameters().withEpochs(20));
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
        Path program = program(experiment, library);
        assumeTrue(has(module), "no " + library.title() + " here");
        ProgramFixture.assertSameLosses(run(program.toString()), experiment);
    }

    /** The program, which compiles. */
    private Path program(Experiment experiment, Library library) throws Exception {
        Path program = folder.resolve("experiment.py");
        Files.writeString(program, Program.of(experiment, library));
        assumeTrue(Files.isExecutable(Path.of(PYTHON)), "no Python here");
        run("-W", "error", "-m", "py_compile", program.toString());
        return program;
    }

    private boolean has(String module) throws Exception {
        return start("-c", "import importlib.util as u, sys; sys.exit(u.find_spec('" + module + "') is None)")
                        .waitFor()
                == 0;
    }

    private List<String> run(String... arguments) throws Exception {
        Process process = start(arguments);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.lines().toList();
    }

    private Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(PYTHON), Arrays.stream(arguments)).toList());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        return builder.directory(folder.toFile()).redirectErrorStream(true).start();
    }
}
