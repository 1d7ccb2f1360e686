package lab.carousel.task.draft;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.task.PaperTask;
import lab.carousel.task.Sequence;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDraftTest {

    private static final SourceDraft DRAFT = SourceDraft.of(PaperTask.noisyGap(40, 30));

    @Test
    void holdsTheNumbersOfATask() {
        assertThat(DRAFT).isEqualTo(new SourceDraft(PaperTask.Kind.NOISY_GAP, "40", "30"));
        assertThat(DRAFT.source()).contains(PaperTask.noisyGap(40, 30));
        assertThat(DRAFT.withP(" 7 ").withQ("0").source()).contains(PaperTask.noisyGap(7, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1001", "-5", "3.5", "ten", "99999999999999999999"})
    void tellsWhatIsWrongWithP(String typed) {
        SourceDraft draft = DRAFT.withP(typed);
        assertThat(draft.pProblem()).map(Message::text).contains("p must be a whole number from 2 to 1,000.");
        assertThat(draft.qProblem()).isEmpty();
        assertThat(draft.source()).isEmpty();
    }

    @Test
    void takesNoticeOfQWhereTheTaskHasOne() {
        SourceDraft draft = DRAFT.withQ("many");
        assertThat(draft.qProblem()).map(Message::text).contains("q must be a whole number from 0 to 2,000.");
        assertThat(draft.source()).isEmpty();
        assertThat(draft.withKind(PaperTask.Kind.RANDOM_GAP).source()).contains(PaperTask.randomGap(40));
    }

    @Test
    void aLongSequenceIsWrittenByItsEnds() {
        assertThat(Sequence.parse("1 2 3 4 5 6 7 8 9 10").abridged()).isEqualTo("1 2 3 4 5 6 7 8 9 10");
        assertThat(Sequence.parse("1 2 3 4 5 6 7 8 9 10 11").abridged()).isEqualTo("1 2 3 4 … 8 9 10 11");
    }
}
