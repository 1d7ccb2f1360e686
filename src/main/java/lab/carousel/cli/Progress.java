package lab.carousel.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import lab.carousel.model.Settings;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.VisibleText;
import lab.carousel.training.Snapshot;

/** Progress of a training on one line, which is overwritten. */
final class Progress {

    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String EMPTY_LINE = "\r\u001b[K";
    /** A longer line is cut by the terminal: wrapped, it could not be overwritten. */
    private static final String WITHOUT_WRAPPING = "\u001b[?7l%s\u001b[?7h";

    private final Console console;
    private final boolean shown;
    private final LongSupplier nanoTime;
    private long next;
    private boolean visible;

    Progress(Console console, boolean quiet, LongSupplier nanoTime) {
        this.console = console;
        this.shown = console.terminal() && !quiet;
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
    }

    /**
     * Shows the state after an epoch, if enough time has passed.
     *
     * @param end evaluated only then
     */
    void showEpoch(Supplier<Snapshot> end) {
        show(() -> line(end.get()));
    }

    private static String line(Snapshot snapshot) {
        return Message.text(
                "cli.progress." + snapshot.experiment().task().supply().wordKind(),
                snapshot.position().epoch(),
                snapshot.experiment().hyperparameters().get(Settings.EPOCHS),
                NumberText.inLine(snapshot.evaluation().loss()),
                snapshot.evaluation().right(),
                snapshot.evaluation().steps());
    }

    /** Shows a line, if enough time has passed. */
    void show(Supplier<String> line) {
        if (shown && nanoTime.getAsLong() - next >= 0) {
            next = nanoTime.getAsLong() + INTERVAL;
            visible = true;
            console.errors().print(EMPTY_LINE + WITHOUT_WRAPPING.formatted(VisibleText.of(line.get())));
            console.errors().flush();
        }
    }

    void clear() {
        if (visible) {
            visible = false;
            console.errors().print(EMPTY_LINE);
            console.errors().flush();
        }
    }
}
