package lab.carousel.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lab.carousel.file.answers.AnswersCsv;
import lab.carousel.file.answers.folder.ClassFolder;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.disk.TextFile;
import lab.carousel.lesson.answers.AskedStep;
import lab.carousel.lesson.answers.Check;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.FileLines;
import lab.carousel.lesson.answers.PoolWords;
import lab.carousel.lesson.answers.Recheck;
import lab.carousel.model.EngineName;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code answers}: merges the submissions of a class, without a window. */
@Command(name = "answers", sortOptions = false)
final class AnswersCommand extends ToolCommand {

    @Parameters(paramLabel = "DIR|F.zip", descriptionKey = "cli.help.answers")
    @SuppressWarnings("NullAway.Init") // picocli sees to it
    private String folder;

    @Option(names = "--csv", paramLabel = "F", descriptionKey = "cli.help.answersCsv")
    private @Nullable String csv;

    @Option(names = "--no-check", descriptionKey = "cli.help.noCheck")
    private boolean noCheck;

    AnswersCommand(Tools tools, Console console) {
        super(tools, console);
    }

    @Override
    public Integer call() {
        Path target = csv == null ? null : FileProblem.path(csv);
        if (target != null) {
            AtomicFile.checkWritable(target);
        }
        ClassAnswers read = ClassFolder.read(FileProblem.path(folder)).together(Map.of());
        Recheck recheck = new Recheck(tools.engine().apply(EngineName.KERNEL), () -> Thread.currentThread()
                .isInterrupted());
        ClassAnswers answers = noCheck ? read : read.checked(recheck::of);
        List<String> told = FileLines.of(answers, false);
        if (answers.students().isEmpty() && told.isEmpty()) {
            throw new InvalidInput("answers.noFiles", folder);
        }
        lines(answers).forEach(console.output()::println);
        told.forEach(console.output()::println);
        if (target != null) {
            TextFile.write(target, AnswersCsv.of(answers));
        }
        return ExitStatus.DONE;
    }

    private static List<String> lines(ClassAnswers answers) {
        List<String> lines = new ArrayList<>();
        lines.add(Message.text("answers.students", answers.students().size()));
        answers.asked().stream().filter(asked -> asked.before().length > 0).forEach(asked -> lines.add(asked(asked)));
        answers.pools().forEach(pool -> {
            lines.add(PoolWords.of(pool));
            if (pool.count(Check.CORRECTED) > 0) {
                lines.add("  " + Message.text("answers.corrected", pool.count(Check.CORRECTED)));
            }
        });
        return lines;
    }

    private static String asked(AskedStep asked) {
        return Message.text(
                "answers.asked",
                asked.lesson().name(),
                asked.step(),
                Arrays.toString(asked.before()),
                Arrays.toString(asked.after()));
    }
}
