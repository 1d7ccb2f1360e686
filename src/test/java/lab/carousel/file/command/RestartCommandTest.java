package lab.carousel.file.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class RestartCommandTest {

    private static final List<String> OPTIONS = List.of("-Xmx2g", "-Dcarousel.log=my log");

    private final Properties system = new Properties();

    private Optional<List<String>> words(Optional<String> java) {
        return RestartCommand.of(system, OPTIONS, java).map(RestartCommand::words);
    }

    private List<String> words() {
        return words(Optional.of("/opt/java/bin/java")).orElseThrow();
    }

    @Test
    void aJarIsStartedAsOneWithTheSameOptions() {
        system.setProperty("java.class.path", "my target/carousel.jar");
        assertThat(words())
                .containsExactly(
                        "/opt/java/bin/java", "-Xmx2g", "-Dcarousel.log=my log", "-jar", "my target/carousel.jar");
    }

    @Test
    void aClassPathIsGivenToTheMainClass() {
        String path = String.join(File.pathSeparator, "target/classes", "lib/a.jar");
        system.setProperty("java.class.path", path);
        assertThat(words())
                .containsExactly(
                        "/opt/java/bin/java", "-Xmx2g", "-Dcarousel.log=my log", "-cp", path, "lab.carousel.Main");
    }

    @Test
    void aPackageIsStartedByItsLauncherAlone() {
        system.setProperty("java.class.path", "/opt/carousel/lib/app/carousel.jar");
        system.setProperty("jpackage.app-path", "/opt/carousel/bin/Carousel");
        assertThat(words()).containsExactly("/opt/carousel/bin/Carousel");
    }

    @Test
    void whereTheSystemDoesNotTellThereIsNone() {
        system.setProperty("java.class.path", "carousel.jar");
        assertThat(words(Optional.empty())).isEmpty();
        system.remove("java.class.path");
        assertThat(words(Optional.of("java"))).isEmpty();
    }

    /** The class is named by its name, as it uses this one. */
    @Test
    void theMainClassIsThere() throws ClassNotFoundException {
        system.setProperty("java.class.path", "classes");
        assertThat(Class.forName(words().get(5))).hasDeclaredMethods("main");
    }
}
