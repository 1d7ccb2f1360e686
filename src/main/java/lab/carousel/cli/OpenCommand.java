package lab.carousel.cli;

import java.util.List;
import java.util.Optional;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code open}: opens the window with a file: an experiment, a session, or a network that another program saved. */
@Command(name = "open", sortOptions = false)
final class OpenCommand extends ToolCommand {

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "cli.help.openFile")
    private @Nullable String file;

    OpenCommand(Tools tools, Console console) {
        super(tools, console);
    }

    @Override
    public Integer call() {
        if (file == null) {
            throw new InvalidInput("cli.open.noFile");
        }
        // the window reports problems with the file, even that there is none
        Optional<Message> problem = tools.window().apply(List.of(FileProblem.path(file)));
        problem.ifPresent(console::complain);
        return problem.isPresent() ? ExitStatus.FAILED : ExitStatus.DONE;
    }
}
