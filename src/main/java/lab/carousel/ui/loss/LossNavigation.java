package lab.carousel.ui.loss;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import lab.carousel.picture.loss.LossRange;

/** Zooming and moving the chart with mouse and keys. */
final class LossNavigation {

    private static final double ZOOM_PER_NOTCH = 1.25;
    private static final double POINTS_PER_NOTCH = 40;
    private static final double ZOOM_PER_KEY = 1.5;
    private static final double SHARE_PER_KEY = 0.1;

    private final LossPlot plot;
    private final Consumer<Optional<LossRange>> receiver;

    /** What the user asked for last, which may not be drawn yet. */
    private final Zoom zoom;

    private double dragX;
    private double dragY;

    /**
     * Listens to a chart.
     *
     * @param zoom     the part that is shown
     * @param receiver takes each new range; empty when everything is to be shown, following the training
     */
    LossNavigation(LossPlot plot, Zoom zoom, Consumer<Optional<LossRange>> receiver) {
        this.plot = plot;
        this.zoom = zoom;
        this.receiver = receiver;
        plot.setOnScroll(this::scroll);
        plot.setOnMousePressed(this::press);
        plot.setOnMouseDragged(this::drag);
        plot.setOnMouseEntered(event -> plot.hover(Optional.of(event.getX())));
        plot.setOnMouseMoved(event -> plot.hover(Optional.of(event.getX())));
        plot.setOnMouseExited(event -> plot.hover(Optional.empty()));
        plot.setOnKeyPressed(this::key);
    }

    /** The range asked for; empty while everything is shown. */
    Optional<LossRange> zoomed() {
        return zoom.range();
    }

    /** Back to everything. */
    void showAll() {
        show(Optional.empty());
    }

    private void show(Optional<LossRange> range) {
        zoom.set(range);
        receiver.accept(range);
    }

    private void change(UnaryOperator<LossRange> change) {
        LossFrame frame = plot.frameProperty().get();
        if (frame == null) {
            return;
        }
        LossRange all = frame.drawing().all();
        LossRange now = zoomed().map(range -> range.onAxisOf(all))
                .orElse(frame.drawing().range());
        LossRange next = change.apply(now).within(all);
        show(next.covers(all) ? Optional.empty() : Optional.of(next));
    }

    private void scroll(ScrollEvent event) {
        LossFrame frame = plot.frameProperty().get();
        // With Shift many systems turn the wheel sideways
        double turned = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (frame == null || turned == 0) {
            return;
        }
        double factor = Math.pow(ZOOM_PER_NOTCH, turned / POINTS_PER_NOTCH);
        if (event.isShiftDown()) {
            double at = share(frame.shareOfHeight(event.getY()));
            change(range -> range.zoomLosses(at, factor));
        } else {
            double at = share(frame.shareOfWidth(event.getX()));
            change(range -> range.zoomEpochs(at, factor));
        }
        event.consume();
    }

    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private void press(MouseEvent event) {
        plot.requestFocus();
        dragX = event.getX();
        dragY = event.getY();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            showAll();
        }
    }

    private void drag(MouseEvent event) {
        LossFrame frame = plot.frameProperty().get();
        if (frame == null || !event.isPrimaryButtonDown() || zoomed().isEmpty()) {
            return;
        }
        double right = (dragX - event.getX()) / frame.area().getWidth();
        double up = (event.getY() - dragY) / frame.area().getHeight();
        dragX = event.getX();
        dragY = event.getY();
        plot.hover(Optional.of(event.getX()));
        change(range -> range.moved(right, up));
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && !event.isAltDown()) {
            zoom(event);
            return;
        }
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        if (event.isShiftDown() && (event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END)) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> leftOrRight(event, -1);
            case RIGHT -> leftOrRight(event, 1);
            case HOME -> plot.readEnd(false);
            case END -> plot.readEnd(true);
            case ESCAPE -> {
                if (!plot.stopReading()) {
                    return;
                }
            }
            case UP -> upOrDown(event, ZOOM_PER_KEY, SHARE_PER_KEY);
            case DOWN -> upOrDown(event, 1 / ZOOM_PER_KEY, -SHARE_PER_KEY);
            case DIGIT0, NUMPAD0 -> showAll();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** As in the heatmap: without the shortcut key, plus and minus change the speed. */
    private void zoom(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> change(range -> range.zoomEpochs(0.5, ZOOM_PER_KEY));
            case MINUS, SUBTRACT -> change(range -> range.zoomEpochs(0.5, 1 / ZOOM_PER_KEY));
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** With Shift the values are read, from epoch to epoch; without, the chart is moved. */
    private void leftOrRight(KeyEvent event, int by) {
        if (event.isShiftDown()) {
            plot.read(by);
        } else {
            change(range -> range.moved(by * SHARE_PER_KEY, 0));
        }
    }

    /** With Shift the loss axis is zoomed, as with the wheel; without, the chart is moved. */
    private void upOrDown(KeyEvent event, double factor, double share) {
        change(range -> event.isShiftDown() ? range.zoomLosses(0.5, factor) : range.moved(0, share));
    }
}
