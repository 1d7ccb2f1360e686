package lab.carousel.cli;

import lab.carousel.text.Message;
import lab.carousel.training.Training;
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

    /** Trains to the end, showing how far it is. */
    final void train(Training training, Runnable afterEpoch) {
        Progress progress = progress();
        try {
            while (!training.isFinished()) {
                training.advance();
                if (training.isAtEndOfEpoch() && training.divergence().isEmpty()) {
                    afterEpoch.run();
                    progress.showEpoch(training::snapshot);
                }
            }
        } finally {
            progress.clear();
        }
    }

    final void tellDivergence(Training training) {
        training.divergence()
                .ifPresent(divergence -> console.complain(Message.of(
                        "cli.diverged",
                        divergence.epoch(),
                        divergence.sequence(),
                        divergence.step(),
                        training.snapshot().position().epoch())));
    }
}
