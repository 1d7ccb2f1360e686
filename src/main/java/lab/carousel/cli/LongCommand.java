package lab.carousel.cli;

import picocli.CommandLine.Option;

abstract class LongCommand extends ToolCommand {

    @Option(names = "--quiet", order = LAST - 1, descriptionKey = "cli.help.quiet")
    private boolean quiet;

    LongCommand(Tools tools, Console console) {
        super(tools, console);
    }

    final Progress progress() {
        return new Progress(console, quiet, System::nanoTime);
    }
}
