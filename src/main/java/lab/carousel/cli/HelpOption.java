package lab.carousel.cli;

import picocli.CommandLine.Option;

/** The option of every command that tells of its options. */
final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "cli.help.help")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;
}
