package lab.carousel.ui.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import lab.carousel.file.session.EndedSession;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Message;
import lab.carousel.ui.file.FileAccess.FileReading;
import lab.carousel.ui.notice.Notices;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private final Notices notices = new Notices();
    private final FileReading reading = new FileReading("large.carousel-session", notices, () -> {});

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
            assertThat(german).isEqualTo("Wird gelesen: large.carousel-session, 99 % …");
            assertThat(notices.shownProperty().get().orElseThrow().action()).hasValue("Cancel");
        }
        assertThat(reading.end()).isTrue();
        assertThat(reading.tell()).isFalse();
        assertThat(shown()).isEmpty();
    }

    @Test
    void aSessionThatWasSavedByItselfIsNamedByItsTime() {
        Instant noon = LocalDate.of(2026, 3, 5)
                .atTime(12, 0)
                .atZone(ZoneId.systemDefault())
                .toInstant();
        Path last = Path.of("last-1-71169852.carousel-session");
        Path earlier = Path.of("last-2-f1824ae4.carousel-session");
        List<EndedSession> ended = List.of(new EndedSession(last, noon), new EndedSession(earlier, noon));
        assertThat(ProjectFiles.name(ended, last).text()).isEqualTo("the last session");
        assertThat(ProjectFiles.name(ended, earlier).text()).isEqualTo("the session from 2026-03-05 12:00");
        assertThat(ProjectFiles.name(List.of(), last).text())
                .as("left by a crash")
                .isEqualTo("the last session");
    }

    @Test
    void theOfferToResumeNamesNoMenuWhichTheSimpleViewLacks() {
        assertThat(Message.text("ui.session.ended")).isEqualTo("Your last session has been kept.");
        assertThat(InLanguage.hear(InLanguage.GERMAN, () -> Message.text("ui.session.ended")))
                .isEqualTo("Die letzte Sitzung ist erhalten.");
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
