package lab.carousel.cli;

import picocli.CommandLine.Option;

/** A command that takes so long that it tells how far it is. */
abstract class LongCommand extends ToolCommand {

    @Option(names = "--quiet", order = LAST - 1, descriptionKey = "cli.help.quiet")
    private boolean quiet;

    LongCommand(Tools tools, Console console) {
        super(tools, console);
    }

    /** Tells on the console how far it is, unless it is to be quiet. */
    final Progress progress() {
        return new Progress(console, quiet, System::nanoTime);
    }
}
