package lab.carousel.file.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.lesson.Audience;
import lab.carousel.training.Pace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowFileTest {

    @TempDir
    Path folder;

    private Path path;
    private WindowFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("data").resolve("window.json");
        file = new WindowFile(path);
    }

    @Test
    void whoeverComesForTheFirstTimeGetsTheSimpleView() throws IOException {
        assertThat(file.read()).isEqualTo(WindowState.NEWCOMER);
        assertThat(file.read().isSimple()).isTrue();
        Files.createDirectories(path.resolveSibling("sessions"));
        assertThat(file.read()).isEqualTo(WindowState.FIRST);
    }

    @Test
    void whatIsShownAndDismissedIsRemembered() throws IOException {
        file.write(WindowState.NEWCOMER);
        assertThat(file.read()).isEqualTo(WindowState.NEWCOMER);
        Files.writeString(path, Files.readString(path).replace("\"simple\": true", "\"explained\": true"));
        assertThat(file.read().isExplained()).isTrue();
        assertThat(file.read().isSimple()).isFalse();
    }

    @Test
    void whatIsWrittenIsRead() {
        WindowState left = new WindowState(
                true,
                Colours.TOL,
                Pace.epochs(12.5),
                Optional.of(new WindowFrame(-1280, 20, 1280, 777.5)),
                true,
                1.25,
                true,
                false,
                Audience.CLASS,
                false,
                false);
        file.write(left);
        assertThat(file.read()).isEqualTo(left);
    }

    @Test
    void theFastestPaceIsRemembered() {
        WindowState left = new WindowState(
                false,
                Colours.OKABE_ITO,
                Pace.FASTEST,
                Optional.empty(),
                false,
                1,
                false,
                true,
                Audience.ALONE,
                false,
                false);
        file.write(left);
        assertThat(file.read()).isEqualTo(left);
    }

    @Test
    void aDamagedFileCostsNothingButWhatWasRemembered() throws IOException {
        file.write(WindowState.FIRST);
        Files.writeString(path, Files.readString(path).replace("\"dark\": false", "\"dark\": 7"));
        assertThat(file.read()).isEqualTo(WindowState.FIRST);
        Files.writeString(path, "{");
        assertThat(file.read()).isEqualTo(WindowState.FIRST);
    }

    @Test
    void aFrameThatNoScreenHasIsForgotten() {
        file.write(new WindowState(
                true,
                Colours.TOL,
                Pace.FIRST,
                Optional.of(new WindowFrame(0, 0, 0, 800)),
                false,
                1,
                false,
                false,
                Audience.ALONE,
                false,
                false));
        assertThat(file.read())
                .isEqualTo(new WindowState(
                        true,
                        Colours.TOL,
                        Pace.FIRST,
                        Optional.empty(),
                        false,
                        1,
                        false,
                        false,
                        Audience.ALONE,
                        false,
                        false));
    }

    @Test
    void aZoomWithWhichNothingCouldBeReadIsNot() throws IOException {
        file.write(new WindowState(
                false, Colours.TOL, Pace.FIRST, Optional.empty(), false, 2, true, false, Audience.ALONE, false, false));
        Files.writeString(path, Files.readString(path).replace("\"zoom\": 2.0", "\"zoom\": 200"));
        assertThat(file.read().zoom()).isEqualTo(WindowState.MOST_ZOOM);
    }
}
