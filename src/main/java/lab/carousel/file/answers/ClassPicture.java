package lab.carousel.file.answers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.export.PictureFormat;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.StepDone;
import lab.carousel.lesson.StepRules;
import lab.carousel.lesson.answers.Pool;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.Counts;
import lab.carousel.lesson.live.PhoneScreen;
import lab.carousel.lesson.live.QuestionKind;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.picture.answers.VotedChoice;
import lab.carousel.picture.answers.Votes;
import lab.carousel.picture.live.NumberDots;
import lab.carousel.picture.study.PooledVerdicts;
import lab.carousel.text.Message;

/**
 * What came in for the question that is open, or of the runs of the class, as a picture: the same on the wall and on each phone.
 *
 * @param title above it
 * @param words what it shows, for those who do not see it
 * @param height that it needs, in points
 */
public record ClassPicture(String title, Drawing drawing, String words, int height) {

    /** So many choices can be read one below the other; of more, those that somebody has taken. */
    public static final int MOST_LINES = 8;

    private static final int RUNS_HEIGHT = 150;
    private static final int PHONE_WIDTH = 328;

    /** All pictures of a moment. */
    public static List<ClassPicture> of(PhoneScreen now, Optional<Lesson> lesson, Counts counts) {
        List<ClassPicture> pictures = new ArrayList<>();
        now.asked().map(asked -> of(asked, counts)).ifPresent(pictures::add);
        if (now.asked().isEmpty()) {
            lesson.filter(any -> now.step() > 0)
                    .flatMap(taught -> of(taught, now.step() - 1, now.isSeen(), counts))
                    .ifPresent(pictures::add);
            counts.pool().map(ClassPicture::of).ifPresent(pictures::add);
        }
        return pictures;
    }

    /** The answers to a question that was asked in between. */
    public static ClassPicture of(AskedNow asked, Counts counts) {
        if (asked.kind() == QuestionKind.NUMBER) {
            NumberDots dots =
                    new NumberDots(counts.numbers().stream().findFirst().orElse(List.of()), OptionalDouble.empty());
            return new ClassPicture(asked.text(), dots, dots.words(), (int) NumberDots.HEIGHT);
        }
        OptionalInt right = asked.isRevealed() ? asked.right() : OptionalInt.empty();
        return votes(asked.text(), asked.choices().size(), asked::words, right, counts);
    }

    /** The predictions of a step; what is right is marked where nothing has to be observed first, or that has been. */
    private static Optional<ClassPicture> of(Lesson taught, int at, boolean isSeen, Counts counts) {
        StepRules rules = taught.rules(at);
        List<Boolean> seen = Collections.nCopies(rules.sights().size(), isSeen);
        OptionalInt right =
                rules.told(new StepDone(true, List.of(), seen, false)).right();
        return taught.spoken()
                .steps()
                .get(at)
                .question()
                .filter(asked -> !asked.choices().isEmpty())
                .map(asked -> votes(
                        ClassQuestion.plain(asked.text()),
                        asked.choices().size(),
                        choice -> AskedNow.words(choice, asked.choices().get(choice)),
                        right,
                        counts));
    }

    private static ClassPicture votes(
            String question, int choices, IntFunction<String> words, OptionalInt right, Counts counts) {
        List<List<Integer>> rounds = counts.rounds().isEmpty() ? List.of(List.of()) : counts.rounds();
        Votes votes = new Votes(
                IntStream.range(0, choices)
                        .mapToObj(choice -> new VotedChoice(
                                words.apply(choice),
                                right.orElse(-1) == choice,
                                rounds.stream()
                                        .map(hands -> choice < hands.size() ? hands.get(choice) : 0)
                                        .toList()))
                        .filter(choice -> choices <= MOST_LINES
                                || choice.isRight()
                                || choice.votes().stream().anyMatch(count -> count > 0))
                        .toList(),
                false);
        return new ClassPicture(question, votes, votes.words(), (int) Math.ceil(votes.height()));
    }

    private static ClassPicture of(Pool pool) {
        PooledVerdicts shares = runs(pool, "");
        return new ClassPicture(pool.words(), shares, shares.values(), RUNS_HEIGHT);
    }

    /** In how many runs all steps are right, and in how many there was which verdict. */
    public static PooledVerdicts runs(Pool pool, String setUp) {
        List<Verdict> verdicts = Stream.of(Verdict.values())
                .filter(verdict ->
                        verdict == Verdict.REMEMBERS || pool.with(verdict).count() > 0)
                .toList();
        return new PooledVerdicts(
                pool.words(),
                setUp,
                Stream.concat(
                                Stream.of(Message.text("answers.allRight")),
                                verdicts.stream().map(verdict -> Message.text("verdict." + verdict + ".name")))
                        .toList(),
                Stream.concat(Stream.of(pool.right()), verdicts.stream().map(pool::with))
                        .toList());
    }

    /** As wide as a phone. */
    public String svg(Palette palette) {
        return new String(PictureFormat.SVG.bytes(new OnPhone(this, palette)), StandardCharsets.UTF_8);
    }

    private record OnPhone(ClassPicture of, Palette palette) implements Picture {

        @Override
        public int width() {
            return PHONE_WIDTH;
        }

        @Override
        public int height() {
            return of.height;
        }

        @Override
        public void draw(Marks marks) {
            marks.ink(Ink.BACKGROUND);
            marks.fill(new Box(0, 0, width(), height()));
            of.drawing.draw(marks, width(), height());
        }

        @Override
        public String csv() {
            return of.drawing.csv();
        }
    }
}
