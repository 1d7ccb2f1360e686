package lab.carousel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.carousel.ui.CarouselApplication.StartupTimer;
import org.junit.jupiter.api.Test;

class StartupTimerTest {

    @Test
    void scriptsThatStartTheProgramWaitForWhatTheLogSays() throws IOException {
        for (String script : List.of("packaging/image.sh", "packaging/windows.ps1", ".github/workflows/packages.yml")) {
            assertThat(Files.readString(Path.of(script)))
                    .as(script)
                    .contains(StartupTimer.DRAWN_WORDS)
                    .doesNotContain("The window opened");
        }
    }
}
