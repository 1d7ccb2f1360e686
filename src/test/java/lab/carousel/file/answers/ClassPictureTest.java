package lab.carousel.file.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.Counts;
import lab.carousel.lesson.live.PhoneScreen;
import lab.carousel.lesson.live.QuestionKind;
import lab.carousel.picture.answers.VotedChoice;
import lab.carousel.picture.answers.Votes;
import org.junit.jupiter.api.Test;

class ClassPictureTest {

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

    private static Votes votes(AskedNow asked, Counts counts) {
        return (Votes) ClassPicture.of(asked, counts).drawing();
    }

    @Test
    void ofManyChoicesThoseThatWereTakenAreDrawnAndTheRightOneOnceItIsRevealed() {
        Votes before = votes(asked(26, false), counts(26, 25));
        assertThat(before.choices()).containsExactly(new VotedChoice("Z  s25", false, List.of(7)));
        assertThat(votes(asked(26, true), counts(26, 25)).choices())
                .containsExactly(
                        new VotedChoice("C  s2", true, List.of(0)), new VotedChoice("Z  s25", false, List.of(7)));
    }

    private static boolean marksTheRightOne(int step, boolean isSeen) {
        PhoneScreen told =
                new PhoneScreen(1, true, step, 1, true, isSeen, Optional.empty(), Optional.empty(), false, List.of());
        return ClassPicture.of(told, Optional.of(ShippedLessons.read("counting")), Counts.none(3)).stream()
                .flatMap(picture -> ((Votes) picture.drawing()).choices().stream())
                .anyMatch(VotedChoice::isRight);
    }

    @Test
    void whereSomethingIsToBeObservedFirstNothingIsMarkedAsRightUntilItHasBeen() {
        Lesson lesson = ShippedLessons.read("counting");
        List<LessonStep> steps = lesson.steps();
        for (int number = 1; number <= steps.size(); number++) {
            LessonStep step = steps.get(number - 1);
            boolean hasRight =
                    step.question().filter(it -> it.right().isPresent()).isPresent();
            assertThat(marksTheRightOne(number, false))
                    .as(step.id())
                    .isEqualTo(lesson.rules(number - 1).tellsAtOnce());
            assertThat(marksTheRightOne(number, true)).as(step.id()).isEqualTo(hasRight);
        }
    }

    @Test
    void onAPhoneItIsAsWideAsThat() {
        String svg = ClassPicture.of(asked(3, true), counts(3, 1)).svg(Palette.LIGHT);
        assertThat(svg).contains("width=\"328", "C  s2");
    }

    @Test
    void ofFewChoicesAllAreDrawnAlsoBeforeAnybodyHasAnswered() {
        Counts none = new Counts(9, 0, List.of(), List.of(), List.of(), List.of(), Optional.empty());
        assertThat(votes(asked(3, false), none).choices())
                .containsExactly(
                        new VotedChoice("A  s0", false, List.of(0)),
                        new VotedChoice("B  s1", false, List.of(0)),
                        new VotedChoice("C  s2", false, List.of(0)));
    }
}
