package lab.carousel.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final Notices notices = new Notices();

    private String told(String words) {
        notices.problem(words);
        return notices.shownProperty().get().orElseThrow().words();
    }

    private String shown() {
        return notices.shownProperty().get().map(Notices.Notice::words).orElse("");
    }

    @Test
    void whatIsBeingDoneStandsOverAnOfferUntilItHasEnded() {
        notices.offer(Message.literal("Go on?"), Message.literal("Go on"), () -> {});
        notices.work(Message.literal("Reading a"), Message.literal("Cancel"), () -> {});
        assertThat(shown()).isEqualTo("Reading a");
        notices.endWork();
        assertThat(shown()).isEqualTo("Go on?");
    }

    @Test
    void whatIsBeingDoneCanBeGivenUpAndTheOfferStays() {
        List<String> done = new ArrayList<>();
        notices.offer(Message.literal("Go on?"), Message.literal("Go on"), () -> done.add("went on"));
        notices.work(Message.literal("Reading a"), Message.literal("Cancel"), () -> done.add("given up"));
        notices.take();
        assertThat(done).containsExactly("given up");
        assertThat(shown()).isEqualTo("Go on?");
        notices.take();
        assertThat(done).containsExactly("given up", "went on");
    }

    @Test
    void whatIsToldMeanwhileStaysWhenTheWorkHasEnded() {
        notices.work(Message.literal("Reading a"), Message.literal("Cancel"), () -> {});
        notices.problem("The disk is full");
        notices.endWork();
        assertThat(shown()).isEqualTo("The disk is full");
    }

    @Test
    void whatHasToBeMendedIsToldUntilItIsAndNothingElseGoesWithIt() {
        notices.invalid("Look for the red marks");
        notices.withdraw(NoticeKind.INVALID);
        assertThat(shown()).isEmpty();
        notices.problem("The disk is full");
        notices.withdraw(NoticeKind.INVALID);
        assertThat(shown()).isEqualTo("The disk is full");
    }

    @Test
    void noNameTurnsTheSentenceRound() {
        assertThat(told("Saved a\u202elesuorac.txt.")).isEqualTo("Saved a\\u202elesuorac.txt.");
    }

    @Test
    void whatIsToldFitsTheWindowWhateverItIs() {
        assertThat(told("x".repeat(49_000))).hasSize(1_201).endsWith("…");
        assertThat(told("line\n".repeat(500)).lines()).hasSize(10).last().isEqualTo("line…");
        assertThat(told("Saved a.carousel.")).isEqualTo("Saved a.carousel.");
    }
}
