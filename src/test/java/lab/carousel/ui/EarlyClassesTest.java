package lab.carousel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.carousel.Exhaustive;
import lab.carousel.ui.theme.Icons;
import lab.carousel.ui.window.MainWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyClassesTest {

    private static final Pattern LOADED = Pattern.compile("(?<=\\[class,load\\] )[\\w.$]+(?= source: (?:file|jrt):)");

    /** Not those that the log needs, which is opened beside it, nor those of Java's own, nor of the headless screen. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            ".*(?:Lambda|\\$\\$).*|(?:ch\\.qos|org\\.slf4j|jdk|sun|java\\.util\\.logging|com\\.sun\\.glass\\.ui\\.monocle|javax\\.xml|com\\.sun\\.org|org\\.xml)\\..*");

    private static final Path WRITTEN = Path.of("target", "early-classes.txt");
    private static final String OLD = "out of date: take the list from " + WRITTEN + ", which -Pexhaustive writes";

    private static final List<String> OURS = EarlyClasses.names().stream()
            .filter(name -> name.startsWith("lab.carousel."))
            .toList();

    @Test
    void namesEachClassOnce() {
        assertThat(EarlyClasses.names()).doesNotHaveDuplicates().contains("javafx.scene.control.Label");
        assertThat(OURS).contains(MainWindow.class.getName());
    }

    @Test
    void namesFewClassesThatAreNotThereAnyMore() {
        List<String> gone = OURS.stream()
                .filter(name -> getClass().getResource("/" + name.replace('.', '/') + ".class") == null)
                .toList();
        assertThat(gone).as(OLD).hasSizeLessThan(OURS.size() / 5);
    }

    @Exhaustive
    @Test
    void namesAlmostAllThatAStartLoadsUntilTheWindowIsDrawn(@TempDir Path folder) throws IOException {
        Process program = startWithoutList(folder);
        try (BufferedReader output = program.inputReader()) {
            List<String> loaded = output.lines()
                    .flatMap(line -> LOADED.matcher(line).results().map(MatchResult::group))
                    .dropWhile(Predicate.not(EarlyClasses.class.getName()::equals))
                    .skip(1)
                    // The first that is needed afterwards
                    .takeWhile(Predicate.not(Icons.class.getName()::equals))
                    .filter(LEFT_OUT.asMatchPredicate().negate())
                    .distinct()
                    .toList();
            Files.write(WRITTEN, loaded);
            assertThat(loaded).contains(MainWindow.class.getName());
            assertThat(loaded.stream().filter(Predicate.not(EarlyClasses.names()::contains)))
                    .as(OLD)
                    .hasSizeLessThan(loaded.size() / 20);
        } finally {
            program.destroyForcibly();
        }
    }

    private static Process startWithoutList(Path folder) throws IOException {
        Path list = folder.resolve("lab/carousel/ui/early-classes.txt");
        Files.createDirectories(list.getParent());
        Files.createFile(list);
        Stream<String> screen = Stream.of("glass.platform", "monocle.platform", "prism.order", "prism.text")
                .map(name -> "-D" + name + "=" + System.getProperty(name));
        Stream<String> others = Stream.of(
                "-Duser.home=" + folder,
                "-Dcarousel.log=" + folder.resolve("log.txt"),
                "-Xlog:class+load",
                "-cp",
                folder + File.pathSeparator + System.getProperty("java.class.path"),
                "lab.carousel.Main");
        ProcessBuilder program = new ProcessBuilder(
                Stream.of(Stream.of(ProcessHandle.current().info().command().orElse("java")), screen, others)
                        .flatMap(words -> words)
                        .toList());
        Stream.of("DATA", "CONFIG", "CACHE", "STATE")
                .forEach(kind -> program.environment().put("XDG_" + kind + "_HOME", folder.toString()));
        return program.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
