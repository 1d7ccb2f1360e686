package lab.carousel.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lab.carousel.ui.notice.Notices;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private final Notices notices = new Notices();
    private final Reading reading = new Reading(Path.of("large.carousel-session"), notices);

    private String shown() {
        return notices.shownProperty().get().map(Notices.Notice::words).orElse("");
    }

    @Test
    void saysWhatIsReadUntilItIs() {
        reading.tell();
        assertThat(shown()).isEqualTo("Reading large.carousel-session …");
        assertThat(reading.end()).isTrue();
        assertThat(shown()).isEmpty();
    }

    @Test
    void saysNothingOfWhatIsReadAlready() {
        assertThat(reading.end()).isTrue();
        reading.tell();
        assertThat(shown()).isEmpty();
    }

    @Test
    void nothingComesOfWhatWasGivenUp() {
        reading.tell();
        notices.take();
        assertThat(shown()).isEmpty();
        assertThat(reading.end()).isFalse();
    }
}
