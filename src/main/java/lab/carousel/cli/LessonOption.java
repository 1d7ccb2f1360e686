package lab.carousel.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.lesson.LessonFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.Spots;
import lab.carousel.text.InvalidInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The lesson that goes into a page: one that comes with the program, by its name, or the file or folder of another. */
final class LessonOption {

    private static final String LESSON = "--lesson";

    @Option(names = LESSON, paramLabel = "NAME", descriptionKey = "cli.help.lesson")
    private @Nullable String lesson;

    /**
     * Reads it, if it was given.
     *
     * @throws InvalidInput if there is none of this name, something in it is wrong, or no page is written
     */
    Optional<Lesson> read(Optional<Path> page) {
        if (lesson == null) {
            return Optional.empty();
        }
        if (page.isEmpty()) {
            throw new InvalidInput("cli.lesson.noPage");
        }
        if (ShippedLessons.names().contains(lesson)) {
            return Optional.of(ShippedLessons.read(lesson, Spots.usual()));
        }
        Path path = FileProblem.path(lesson);
        if (!LessonFile.isLesson(path)) {
            throw new InvalidInput(
                    "cli.option.word",
                    LESSON,
                    Stream.concat(ShippedLessons.names().stream(), Stream.of("lesson.json", "….zip"))
                            .collect(Collectors.joining(", ")),
                    lesson);
        }
        return Optional.of(LessonFile.read(path, Spots.usual()));
    }
}
