package lab.carousel.ui.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.Counts;
import lab.carousel.lesson.live.QuestionKind;
import lab.carousel.picture.answers.VotedChoice;
import lab.carousel.picture.answers.Votes;
import org.junit.jupiter.api.Test;

class AskedViewTest {

    private static AskedNow asked(int choices, boolean isRevealed) {
        List<String> symbols =
                IntStream.range(0, choices).mapToObj(i -> "s" + i).toList();
        return new AskedNow("q1", QuestionKind.SYMBOL, "Next?", symbols, OptionalInt.of(2), 1, isRevealed);
    }

    private static Counts counts(int choices, int taken) {
        Integer[] hands = new Integer[choices];
        Arrays.fill(hands, 0);
        hands[taken] = 7;
        return new Counts(9, 7, List.of(List.of(hands)), List.of(), List.of(), List.of(), Optional.empty());
    }

    @Test
    void ofManyChoicesThoseThatWereTakenAreDrawnAndTheRightOneOnceItIsRevealed() {
        Votes before = AskedView.votes(asked(26, false), counts(26, 25));
        assertThat(before.choices()).containsExactly(new VotedChoice("Z  s25", false, List.of(7)));
        assertThat(AskedView.votes(asked(26, true), counts(26, 25)).choices())
                .containsExactly(
                        new VotedChoice("C  s2", true, List.of(0)), new VotedChoice("Z  s25", false, List.of(7)));
    }

    @Test
    void ofFewChoicesAllAreDrawnAlsoBeforeAnybodyHasAnswered() {
        Counts none = new Counts(9, 0, List.of(), List.of(), List.of(), List.of(), Optional.empty());
        assertThat(AskedView.votes(asked(3, false), none).choices())
                .containsExactly(
                        new VotedChoice("A  s0", false, List.of(0)),
                        new VotedChoice("B  s1", false, List.of(0)),
                        new VotedChoice("C  s2", false, List.of(0)));
    }
}
