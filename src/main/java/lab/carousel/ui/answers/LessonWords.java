package lab.carousel.ui.answers;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AskedStep;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.picture.answers.VotedChoice;
import lab.carousel.picture.answers.Votes;
import lab.carousel.text.Message;

/** What the choices and steps of a lesson are called, where the lesson is known; letters and ids otherwise. */
final class LessonWords {

    private final List<Lesson> lessons;

    /** What was asked in between, the steps of a lesson that the class made. */
    private final List<AskedNow> inBetween;

    LessonWords(List<Lesson> lessons, List<AskedNow> inBetween) {
        this.lessons = lessons;
        this.inBetween = inBetween;
    }

    private Optional<LessonStep> step(AskedStep asked) {
        return lessons.stream()
                .filter(lesson -> lesson.name().equals(asked.lesson().name())
                        && lesson.version().equals(asked.lesson().version()))
                .findFirst()
                .flatMap(lesson -> lesson.spoken().steps().stream()
                        .filter(step -> step.id().equals(asked.step()))
                        .findFirst());
    }

    String title(AskedStep asked) {
        String lesson = lessons.stream()
                .filter(one -> one.name().equals(asked.lesson().name()))
                .findFirst()
                .map(one -> one.spoken().title())
                .orElseGet(() -> isInBetween(asked)
                        ? Message.text("class.ask.inBetween")
                        : asked.lesson().name());
        return Message.text(
                "answers.step",
                lesson,
                step(asked).map(found -> found.words().title()).orElse(asked.step()));
    }

    private static boolean isInBetween(AskedStep asked) {
        return asked.lesson().name().equals(AskedNow.LESSON);
    }

    private Optional<ClassQuestion> asks(AskedStep asked) {
        return step(asked).flatMap(LessonStep::question).or(() -> inBetween.stream()
                .filter(question -> isInBetween(asked) && question.id().equals(asked.step()))
                .findFirst()
                .map(question -> new ClassQuestion(
                        question.text(), question.choices(), question.right(), "", List.of(), false)));
    }

    /** The question; the id of its step if the lesson is not known. */
    String question(AskedStep asked) {
        return asks(asked).map(ClassQuestion::text).orElse(asked.step());
    }

    Votes votes(AskedStep asked) {
        List<int[]> bars =
                Stream.concat(asked.rounds().stream(), Stream.of(asked.after())).toList();
        int choices = bars.stream().mapToInt(bar -> bar.length).max().orElse(0);
        return new Votes(
                IntStream.range(0, choices)
                        .mapToObj(choice -> new VotedChoice(
                                choice(asked, choice),
                                isRight(asked, choice),
                                bars.stream().map(bar -> at(bar, choice)).toList()))
                        .toList(),
                true);
    }

    private static int at(int[] votes, int choice) {
        return choice < votes.length ? votes[choice] : 0;
    }

    private boolean isRight(AskedStep asked, int choice) {
        return asks(asked)
                .filter(question -> question.right().orElse(-1) == choice)
                .isPresent();
    }

    /** A choice, counted from 0, with its letter. */
    private String choice(AskedStep asked, int choice) {
        return asks(asked)
                .filter(question -> choice < question.choices().size())
                .map(question -> AskedNow.words(choice, question.choices().get(choice)))
                .orElse(String.valueOf((char) ('A' + choice)));
    }

    /** The letters that hands were raised for, with their number where it is more than one. */
    static String letters(Optional<Tally> tally) {
        StringBuilder letters = new StringBuilder();
        tally.ifPresent(hands -> {
            for (int choice = 0; choice < hands.hands().size(); choice++) {
                int number = hands.hands().get(choice);
                if (number > 0) {
                    letters.append(letters.isEmpty() ? "" : " ")
                            .append((char) ('A' + choice))
                            .append(number > 1 ? "×" + number : "");
                }
            }
        });
        return letters.toString();
    }
}
