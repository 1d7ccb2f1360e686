package lab.carousel.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What all commands have: what they work with, where they write, and an option that tells of the others. */
abstract class ToolCommand implements Callable<Integer> {

    /** The place of the option among the others: behind them. */
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
