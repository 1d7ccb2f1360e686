package lab.carousel.cli;

import java.util.concurrent.Callable;
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
}
