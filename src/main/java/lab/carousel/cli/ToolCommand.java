package lab.carousel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.lesson.LessonFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Base of all commands: tools, console, and the help option. */
abstract class ToolCommand implements Callable<Integer> {

    /** Places the option behind the others. */
    static final int LAST = 99;

    final Tools tools;
    final Console console;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = LAST,
            descriptionKey = "cli.help.help")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    ToolCommand(Tools tools, Console console) {
        this.tools = tools;
        this.console = console;
    }

    /** An option that takes a text. */
    static OptionSpec option(String name, String label, String descriptionKey) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .descriptionKey(descriptionKey)
                .build();
    }

    /**
     * One of the program's lessons by its name, or one of a file or folder.
     *
     * @param option for the message
     * @param others words that the option takes besides
     * @throws InvalidInput if there is none of this name, or it is invalid
     */
    static Lesson lesson(String option, String name, List<String> others) {
        if (ShippedLessons.names().contains(name)) {
            return ShippedLessons.read(name);
        }
        Path path = FileProblem.path(name);
        if (!LessonFile.isLesson(path)) {
            String all = Stream.of(ShippedLessons.names(), others, List.of("lesson.json", "….zip"))
                    .flatMap(List::stream)
                    .collect(Collectors.joining(", "));
            throw new InvalidInput("cli.option.word", option, all, name);
        }
        return LessonFile.read(path);
    }

    /** The zip or the folder of a lesson that is read from one. */
    static Optional<Path> lessonFile(String name) {
        return Optional.of(name)
                .filter(word -> !ShippedLessons.names().contains(word))
                .map(FileProblem::path)
                .map(LessonFile::source);
    }

    /**
     * Creates a folder to write to, if need be.
     *
     * @param file that is tried to be written there
     * @throws InvalidInput if that cannot be done
     */
    static void folder(Path folder, String file) {
        try {
            Files.createDirectories(folder);
        } catch (IOException problem) {
            throw new InvalidInput("cli.study.folder", folder);
        }
        AtomicFile.checkWritable(folder.resolve(file));
    }

    /** Opens the window, which reports problems with the files, even that there are none. */
    final int open(List<Path> files) {
        Optional<Message> problem = tools.window().apply(files);
        problem.ifPresent(console::complain);
        return problem.isPresent() ? ExitStatus.FAILED : ExitStatus.DONE;
    }
}
