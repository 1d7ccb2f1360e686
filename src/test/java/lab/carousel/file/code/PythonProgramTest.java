package lab.carousel.file.code;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs in Python: compiled where there is a Python, run where it has the library too. */
class PythonProgramTest {

    private static final Map<Library, Python> pythons = new EnumMap<>(Library.class);

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
        assumeTrue(Python.isHere(), "no Python here");
        // Of Keras each program loads its own: it does not like to be copied.
        Python python = pythons.get(library);
        if (python == null) {
            python = library == Library.PYTORCH ? new Python(module) : new Python();
            pythons.put(library, python);
        }
        python.compile(program);
        assumeTrue(python.has(module), "no " + library.title() + " here");
        ProgramFixture.assertSameLosses(python.run(program), experiment);
    }

    @AfterAll
    static void end() {
        pythons.values().forEach(Python::close);
    }
}
