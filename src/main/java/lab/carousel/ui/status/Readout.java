package lab.carousel.ui.status;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import lab.carousel.training.Position;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;

/** How fast the run, how smooth the window, how full the heap: hidden until asked for, and then told every second. */
public final class Readout extends Label {

    private final ReadOnlyObjectProperty<RunStatus> status;
    private final Rates rates = new Rates();

    /** A hidden readout of a run. */
    public Readout(ReadOnlyObjectProperty<RunStatus> status) {
        this.status = status;
        setId("readout");
        getStyleClass().add("readout");
        setMouseTransparent(true);
        setOpen(false);
    }

    /** Shows it, or hides it. */
    public void setOpen(boolean open) {
        setVisible(open);
        setManaged(open);
        setText(
                open
                        ? new Rates.Second(0, 0, 0, 0)
                                .words(used(), Runtime.getRuntime().maxMemory())
                        : "");
        rates.forget();
    }

    /** Takes in a frame. */
    public void pulse(long nanoTime) {
        if (isVisible()) {
            Position now = status.get().snapshot().map(Snapshot::position).orElse(Position.START);
            rates.frame(nanoTime, now)
                    .ifPresent(second ->
                            setText(second.words(used(), Runtime.getRuntime().maxMemory())));
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
