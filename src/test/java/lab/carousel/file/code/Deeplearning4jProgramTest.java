package lab.carousel.file.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs for Deeplearning4j, compiled and run without a class of Carousel. */
class Deeplearning4jProgramTest {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Of all programs: it keeps what it has read of a hundred libraries. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    @TempDir
    Path folder;

    static Stream<Experiment> experiments() {
        return Stream.of(
                someEpochs(ProgramFixture.reference()),
                someEpochs(ProgramFixture.wholeSequence()),
                trainable(ProgramFixture.everythingAtOnce(Cell.LSTM)),
                trainable(ProgramFixture.everythingAtOnce(Cell.RECURRENT)),
                ProgramFixture.slots(),
                ProgramFixture.sets(),
                ProgramFixture.outputOnly(),
                ProgramFixture.stateless(),
                ProgramFixture.afterEpoch());
    }

    /** With the tutorial's values of what only the kernel can train. */
    private static Experiment trainable(Experiment experiment) {
        Hyperparameters values = experiment.hyperparameters();
        for (Setting<?> setting : Settings.kernelOnly(values)) {
            values = setting.copy(Hyperparameters.reference(), values);
        }
        return experiment.with(values);
    }

    /** As long as the others: Deeplearning4j takes milliseconds for a step. */
    private static Experiment someEpochs(Experiment experiment) {
        return experiment.with(experiment.hyperparameters().with(Settings.EPOCHS, 10));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void hasTheLossesOfCarousel(Experiment experiment) throws Exception {
        Path source = folder.resolve("Experiment.java");
        Files.writeString(source, Program.of(experiment, Library.DEEPLEARNING4J), StandardCharsets.US_ASCII);
        compile(source);
        ProgramFixture.assertSameLosses(run(), experiment);
    }

    @AfterAll
    static void close() throws IOException {
        FILES.close();
    }

    private void compile(Path source) {
        StringWriter problems = new StringWriter();
        // Deeplearning4j overrides one of its own methods in a way that is warned of in every subclass, and its
        // workspaces are meant to be opened without being named again
        String warnings = "-Xlint:all,-classfile,-overrides,-try";
        List<String> options = List.of("-d", folder.toString(), "-cp", libraries(), warnings, "-Werror");
        boolean compiled = COMPILER.getTask(problems, FILES, null, options, null, FILES.getJavaFileObjects(source))
                .call();
        assertThat(compiled).as(problems.toString()).isTrue();
    }

    /** The class path without the folders, which have Carousel's classes. */
    private static String libraries() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private List<String> run() throws Exception {
        ClassLoader withoutCarousel = new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("lab.carousel.")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
        PrintStream standardOutput = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, withoutCarousel)) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            Method main = loader.loadClass("CarouselExperiment").getMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(standardOutput);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
