package lab.carousel.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    /** Opens the window, which reports problems with the files, even that there are none. */
    final int open(List<Path> files) {
        Optional<Message> problem = tools.window().apply(files);
        problem.ifPresent(console::complain);
        return problem.isPresent() ? ExitStatus.FAILED : ExitStatus.DONE;
    }
}
