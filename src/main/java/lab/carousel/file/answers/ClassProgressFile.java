package lab.carousel.file.answers;

import static lab.carousel.file.json.Codec.field;
import static lab.carousel.file.json.Codec.optionalInt;
import static lab.carousel.file.json.Codec.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.JsonText;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.ClassProgress;
import lab.carousel.lesson.live.CourseProgress;
import lab.carousel.lesson.live.DoorProgress;
import lab.carousel.lesson.live.NumberRange;
import lab.carousel.lesson.live.QuestionKind;
import lab.carousel.text.InvalidInput;

/** How far a class is, as JSON beside its answers. */
public final class ClassProgressFile {

    private static final int MOST_MOMENTS = 100_000_000;
    private static final int MOST_LESSONS = 100;
    private static final int MOST_QUESTIONS = 1_000;
    private static final Codec<Integer> STEP = Codec.whole(1, AnswersJson.MOST_STEPS);

    private static final Codec<CourseProgress> COURSE = Codec.of(
                    CourseProgress.class,
                    field("lesson", AnswersJson.LESSON),
                    field("step", STEP),
                    field("reached", STEP),
                    field("revealed", STEP.list(AnswersJson.MOST_STEPS)),
                    field("rounds", Codec.whole(1, StepAnswers.MOST_ROUNDS).list(AnswersJson.MOST_STEPS)))
            .check((course, at) -> {
                int steps = course.lesson().steps().size();
                at.member("step").wholeNumber(1, steps);
                at.member("reached").wholeNumber(1, steps);
            });

    private static final Codec<AskedNow> ASKED = Codec.of(
            AskedNow.class,
            field("id", AnswersJson.STEP),
            field("kind", Codec.words(QuestionKind.class)),
            field("text", Codec.TEXT),
            field("choices", Codec.TEXT.list(AskedNow.MOST_CHOICES)),
            optionalInt(field("right", Codec.fromOne(AskedNow.MOST_CHOICES))),
            field("round", Codec.whole(1, StepAnswers.MOST_ROUNDS)),
            field("revealed", Codec.TRUTH).of("isRevealed"),
            within("range", Codec.of(NumberRange.class, field("least", Codec.NUMBER), field("most", Codec.NUMBER))));

    private static final Codec<ClassProgress> PROGRESS = Codec.file(
                    "carousel class",
                    "file.answers.foreign",
                    ClassProgress.class,
                    field("address", Codec.TEXT),
                    field("closed", Codec.TRUTH).of("isClosed"),
                    field("moment", Codec.whole(0, MOST_MOMENTS)),
                    field("led", Codec.TRUTH).of("isLed"),
                    optionalInt(field("taught", Codec.whole(1, MOST_LESSONS))),
                    field("courses", COURSE.list(MOST_LESSONS)),
                    field("asked", ASKED.list(MOST_QUESTIONS)),
                    field("over", AnswersJson.STEP).optional(),
                    field("given", ExperimentFile.WITHIN).optional(),
                    field("paused", Codec.TRUTH).of("isPaused"),
                    field("reasons", Codec.TEXT.list()),
                    field(
                            "door",
                            Codec.of(
                                    DoorProgress.class,
                                    field("expected", Codec.whole(1, ClassAnswers.MOST_SHEETS)),
                                    field("shut", Codec.TRUTH).of("isShut"),
                                    field("came", AnswersJson.ID.list()),
                                    field("dropped", AnswersJson.ID.list()))),
                    field("toldAlone", Codec.TEXT.list()))
            .check((progress, at) -> progress.taught().ifPresent(number -> at.member("taught")
                    .wholeNumber(1, progress.courses().size())));

    private ClassProgressFile() {}

    /**
     * How far the class of a folder is; empty if none was open there.
     *
     * @throws InvalidInput if its file is damaged
     */
    public static Optional<ClassProgress> read(Path folder) {
        Path file = folder.resolve(ClassProgress.FILE);
        return Files.exists(file)
                ? Optional.of(PROGRESS.read(JsonText.parse(file.toString(), TextFile.read(file))))
                : Optional.empty();
    }

    public static String text(ClassProgress progress) {
        return PROGRESS.text(progress);
    }
}
