package lab.carousel.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticesTest {

    private final Notices notices = new Notices();

    private String told(String words) {
        notices.problem(words);
        return notices.shownProperty().get().orElseThrow().words();
    }

    @Test
    void whatIsToldFitsTheWindowWhateverItIs() {
        assertThat(told("x".repeat(49_000))).hasSize(1_201).endsWith("…");
        assertThat(told("line\n".repeat(500)).lines()).hasSize(10).last().isEqualTo("line…");
        assertThat(told("Saved a.carousel.")).isEqualTo("Saved a.carousel.");
    }
}
