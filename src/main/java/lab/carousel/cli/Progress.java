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

    private final Console console;
    private final boolean shown;
    private final LongSupplier nanoTime;
    private long next;
    private boolean visible;
    /** Looked up once; 0 before. */
    private int columns;

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
                "cli.progress",
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
            console.errors().print(EMPTY_LINE + cutToWidth(VisibleText.of(line.get())));
            console.errors().flush();
        }
    }

    /** Cuts a line: a longer one would wrap, and could not be overwritten. */
    private String cutToWidth(String line) {
        if (columns == 0) {
            columns = console.columns().getAsInt();
        }
        int most = Math.max(1, columns - 1);
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }

    void clear() {
        if (visible) {
            visible = false;
            console.errors().print(EMPTY_LINE);
            console.errors().flush();
        }
    }
}
