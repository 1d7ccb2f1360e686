package lab.carousel.file.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.Steps;
import lab.carousel.task.series.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs in Python: compiled where there is a Python, run where it has the library too. */
class PythonProgramTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final int NOT_INSTALLED = 3;
    private static final String BEGINNING = "---- program ----";
    /** Compiles programs, without a warning, and runs them if their library is there. */
    private static final String ALL =
            """
            import importlib.util
            import py_compile
            import runpy
            import sys
            import warnings

            module, *programs = sys.argv[1:]
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                for program in programs:
                    py_compile.compile(program, doraise=True)
            if importlib.util.find_spec(module) is None:
                sys.exit(%d)
            for program in programs:
                print("%s", flush=True)
                runpy.run_path(program, run_name="__main__")
            """
                    .formatted(NOT_INSTALLED, BEGINNING);

    @TempDir
    Path folder;

    static Stream<Experiment> forPyTorch() {
        return Stream.concat(
                Stream.concat(forBoth(), ProgramFixture.series()),
                Stream.of(ProgramFixture.everythingAtOnce(Cell.LSTM), ProgramFixture.everythingAtOnce(Cell.GRU)));
    }

    static Stream<Experiment> forKeras() {
        return Stream.concat(
                Stream.concat(forBoth(), ProgramFixture.series()),
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
                ProgramFixture.sets(),
                ProgramFixture.stateless());
    }

    private static Experiment fewEpochs() {
        Experiment reference = ProgramFixture.reference();
        return reference.with(reference.hyperparameters().with(Settings.EPOCHS, 20));
    }

    @Test
    void haveTheLossesOfCarouselInPyTorch() throws Exception {
        assertSameLosses(forPyTorch().toList(), Library.PYTORCH, "torch");
    }

    @Test
    void haveTheLossesOfCarouselInKeras() throws Exception {
        assertSameLosses(forKeras().toList(), Library.KERAS, "keras");
    }

    /** In one process, as a library takes seconds to load. */
    private void assertSameLosses(List<Experiment> experiments, Library library, String module) throws Exception {
        assumeTrue(Files.isExecutable(PYTHON), "no Python here");
        List<String> command = new ArrayList<>(List.of(
                PYTHON.toString(),
                Files.writeString(folder.resolve("all.py"), ALL).toString(),
                module));
        for (Experiment experiment : experiments) {
            Path program = folder.resolve("experiment" + command.size() + ".py");
            command.add(
                    Files.writeString(program, Program.of(experiment, library)).toString());
        }
        List<String> printed = new ArrayList<>();
        int status = run(printed, command);
        assumeTrue(status != NOT_INSTALLED, "no " + library.title() + " here");
        assertThat(status).as("%s", printed).isZero();
        List<Integer> beginnings = IntStream.range(0, printed.size())
                .filter(line -> printed.get(line).equals(BEGINNING))
                .boxed()
                .toList();
        assertThat(beginnings).hasSameSizeAs(experiments);
        for (int number = 0; number < experiments.size(); number++) {
            int end = number + 1 < beginnings.size() ? beginnings.get(number + 1) : printed.size();
            ProgramFixture.assertSameLosses(printed.subList(beginnings.get(number), end), experiments.get(number));
        }
    }

    /** NumPy is enough for what is made of a series before there is a network. */
    @Test
    void haveTheArraysOfASeries() throws Exception {
        assumeTrue(Files.isExecutable(PYTHON), "no Python here");
        for (Experiment experiment : ProgramFixture.series().toList()) {
            Series series = Series.of(experiment.task()).orElseThrow();
            Steps steps = series.shown().get(0);
            List<String> fed = new ArrayList<>();
            List<String> wanted = new ArrayList<>();
            for (int step = 0; step < steps.size(); step++) {
                fed.add(Arrays.toString(steps.row(step)));
                wanted.add(String.valueOf(steps.target(step).number(0)));
            }
            String program = Program.of(experiment, Library.KERAS);
            String arrays = "import math\nimport numpy as np\n"
                    + program.substring(program.indexOf("# ---- The series"), program.indexOf("# ---- Random"))
                    + program.substring(program.indexOf("# ---- What is learned"), program.indexOf("# ---- One update"))
                    + """

                    np.testing.assert_allclose(X, [%s], rtol=1e-12, atol=1e-12)
                    np.testing.assert_allclose(Y, [%s], rtol=1e-12, atol=1e-12)
                    np.testing.assert_equal(LEARNED, %d)
                    np.testing.assert_allclose(MIDDLE + SPREAD * 2, %s, rtol=1e-12)
                    step, times, slots = list(stretches(ENCODED[0]))[-1]
                    inputs, targets, _ = arrays(ENCODED[0], step, times, slots, slots)
                    np.testing.assert_equal(inputs[-1, -1], X[LEARNED - 1])
                    np.testing.assert_equal(targets[-1, -1], Y[LEARNED - 1])
                    np.testing.assert_equal(sum(len(chain) for rows in chains() for chain in rows) %% (len(X) - LAG + 1), 0)
                    """
                            .formatted(
                                    String.join(", ", fed),
                                    String.join(", ", wanted),
                                    series.learned()[0].size(),
                                    series.forecast(
                                            new double[series.data().size()],
                                            series.feed().train(),
                                            2));
            List<String> printed = new ArrayList<>();
            Path file = Files.writeString(folder.resolve("arrays.py"), arrays);
            int status = run(printed, List.of(PYTHON.toString(), file.toString()));
            assumeTrue(!printed.toString().contains("No module named 'numpy'"), "no NumPy here");
            assertThat(status).as("%s", printed).isZero();
        }
    }

    /** Runs it; returns its status. */
    private static int run(List<String> printed, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        // The arrays are small: threads would only wait for each other
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        process.inputReader(StandardCharsets.UTF_8).lines().forEach(printed::add);
        return process.waitFor();
    }
}
