package lab.carousel.ui.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import lab.carousel.text.InLanguage;
import lab.carousel.ui.file.FileServices.FileReading;
import lab.carousel.ui.notice.Notices;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private final Notices notices = new Notices();
    private final FileReading reading = new FileReading(Path.of("large.carousel-session"), notices, () -> {});

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
    void saysHowFarItIsInBothLanguages() throws IOException {
        try (InputStream stream = reading.progress().watch(new ByteArrayInputStream(new byte[1_000]), 1_000)) {
            stream.readNBytes(420);
            assertThat(reading.tell()).isTrue();
            assertThat(shown()).isEqualTo("Reading large.carousel-session: 42 % …");
            stream.readNBytes(579);
            assertThat(reading.tell()).isTrue();
            assertThat(shown()).isEqualTo("Reading large.carousel-session: 99 % …");
            String german = InLanguage.hear(InLanguage.GERMAN, () -> {
                reading.tell();
                return shown();
            });
            assertThat(german).isEqualTo("large.carousel-session wird gelesen: 99 % …");
            assertThat(notices.shownProperty().get().orElseThrow().action()).hasValue("Cancel");
        }
        assertThat(reading.end()).isTrue();
        assertThat(reading.tell()).isFalse();
        assertThat(shown()).isEmpty();
    }

    @Test
    void doesNotTellHowFarItIsOverAnotherNotice() {
        reading.tell();
        notices.problem("Something else");
        assertThat(reading.tell()).isTrue();
        assertThat(shown()).isEqualTo("Something else");
    }

    @Test
    void cancelStopsTheReader() throws IOException {
        try (InputStream stream = reading.progress().watch(new ByteArrayInputStream(new byte[10]), 10)) {
            stream.read();
            reading.tell();
            notices.take();
            assertThatThrownBy(stream::read).isInstanceOf(InterruptedIOException.class);
        }
        assertThat(reading.tell()).isFalse();
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
