package lab.carousel.task.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import lab.carousel.task.Sequence;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDraftTest {

    private static final SourceDraft DRAFT = SourceDraft.of(NoisyGap.of(40, 30));

    private static Optional<Message> problem(SourceDraft draft, int place) {
        return draft.problem(draft.kind().parameters().get(place));
    }

    @Test
    void holdsTheNumbersOfATask() {
        assertThat(DRAFT).isEqualTo(new SourceDraft(NoisyGap.of(2, 2).kind(), Map.of("p", "40", "q", "30")));
        assertThat(DRAFT.source()).contains(NoisyGap.of(40, 30));
        assertThat(DRAFT.with("p", " 7 ").with("q", "0").source()).contains(NoisyGap.of(7, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1001", "-5", "3.5", "ten", "99999999999999999999"})
    void tellsWhatIsWrongWithP(String typed) {
        SourceDraft draft = DRAFT.with("p", typed);
        assertThat(problem(draft, 0)).map(Message::text).contains("p must be a whole number from 2 to 1,000.");
        assertThat(problem(draft, 1)).isEmpty();
        assertThat(draft.source()).isEmpty();
    }

    @Test
    void takesNoticeOfQWhereTheTaskHasOne() {
        SourceDraft draft = DRAFT.with("q", "many");
        assertThat(problem(draft, 1)).map(Message::text).contains("q must be a whole number from 0 to 2,000.");
        assertThat(draft.source()).isEmpty();
        assertThat(draft.withKind(RandomGap.of(2).kind()).source()).contains(RandomGap.of(40));
    }

    @Test
    void aLongSequenceIsWrittenByItsEnds() {
        assertThat(Sequence.parse("1 2 3 4 5 6 7 8 9 10").abridged()).isEqualTo("1 2 3 4 5 6 7 8 9 10");
        assertThat(Sequence.parse("1 2 3 4 5 6 7 8 9 10 11").abridged()).isEqualTo("1 2 3 4 … 8 9 10 11");
    }
}
