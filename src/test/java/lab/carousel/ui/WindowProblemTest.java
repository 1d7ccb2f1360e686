package lab.carousel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lab.carousel.ui.WindowLauncher.WindowProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class WindowProblemTest {

    private static String text(Throwable problem) {
        return text(problem, Path.of("target").toAbsolutePath());
    }

    private static String text(Throwable problem, Path libraries) {
        return WindowProblem.of(problem, Map.of("DISPLAY", ":9"), Path.of("carousel.log"), libraries)
                .text();
    }

    /** JavaFX throws a null pointer or blames a library then; there is never room on this drive. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void namesTheFolderWhereJavaFxHasNoRoom() {
        for (Throwable problem : List.of(new NullPointerException(), new UnsatisfiedLinkError("no glass"))) {
            assertThat(text(new RuntimeException(problem), Path.of("/proc/none/.openjfx")))
                    .contains("/proc/none/.openjfx", "disk is full", "-Djavafx.cachedir=");
        }
    }

    @Test
    void namesTheDisplay() {
        assertThat(text(new UnsupportedOperationException("Unable to open DISPLAY")))
                .isEqualTo(
                        "The window cannot open, because the display :9 (from DISPLAY) cannot be reached. To train without"
                                + " a window: java -jar carousel.jar train");
    }

    @Test
    void namesThePackagesOfGtk() {
        assertThat(text(new UnsupportedOperationException("Unable to load glass GTK library.")))
                .isEqualTo(
                        "The window cannot open, because GTK 3 is missing: install libgtk-3-0t64 or libgtk-3-0 (Debian,"
                                + " Ubuntu) or gtk3 (Fedora). To train without a window: java -jar carousel.jar train");
    }

    @Test
    void namesThePackagesOfOtherLibraries() {
        assertThat(text(new RuntimeException(new UnsatisfiedLinkError("no glassgtk3 in java.library.path"))))
                .contains("libxtst6")
                .contains("log file carousel.log")
                .endsWith("java -jar carousel.jar train");
    }

    @Test
    void givesTheFirstCauseOfAnythingElse() {
        assertThat(text(new RuntimeException("outer", new IllegalStateException("inner"))))
                .startsWith("The window could not be opened: inner. For details, see the log file carousel.log.");
    }
}
