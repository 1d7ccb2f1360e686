package lab.carousel.ui.loss;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.mark.Box;
import lab.carousel.model.Experiment;
import lab.carousel.picture.loss.LossDrawing;
import lab.carousel.picture.loss.LossLabels;
import lab.carousel.picture.loss.LossRange;
import lab.carousel.text.Message;
import lab.carousel.training.loss.LossCourse;
import lab.carousel.training.loss.LossHistory;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Urgency;
import lab.carousel.ui.command.Command;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Pills;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.ViewScope;
import lab.carousel.ui.drawing.SpotKeys;
import lab.carousel.view.SingleEntryCache;

/**
 * The loss chart, live. Shows all epochs and follows the training until the user zooms or moves it; shows the values at
 * the pointer.
 */
public final class LossView extends VBox {

    /** From this floor on its name stands in the upper half of an empty chart, as in drawn tasks. */
    private static final double HIGH = 0.5;

    private static final PseudoClass HIGH_FLOOR = PseudoClass.getPseudoClass("high-floor");

    private final Background background;
    private final LossPlot plot;
    private final LossNavigation navigation;
    /** The part asked for last, which may not be drawn yet; empty when everything is shown, following the training. */
    private final ObjectProperty<Optional<LossRange>> zoom;
    /** Whether the axis is logarithmic. */
    private final Pills<Boolean> axis = whole(new Pills<>(List.of(false, true), LossView::axis));

    private final Button showAll = whole(named(new Button(Message.text("loss.showAll")), "lossShowAll", "small"));
    private final Label hint = named(new Label(Message.text("loss.hint")), "lossHint", "loss-hint");
    private final HBox corner = styled(Controls.row(0), "loss-corner");
    private final Label empty = wrapped(named(new Label(Message.text("loss.empty")), "lossEmpty", "loss-empty"));

    /** Before the first epoch, in the middle of the empty chart. */
    private final Button play = named(new Button(), "lossPlay", "accent", "loss-play");

    /** Hears the mouse where the button is disabled. */
    private final StackPane around = new StackPane(play);

    private final VBox first = styled(new VBox(12, around, empty), "loss-first");

    /** The words for the experiment asked for last: its floor takes long to find for large tasks. */
    private final SingleEntryCache<Experiment, LossLabels> labels = new SingleEntryCache<>(LossLabels::new);

    private LossCourse history = new LossHistory(1).view();
    private Experiment experiment = Experiment.reference();
    private Palette palette = Palette.LIGHT;
    /** Whether losses were shown before. */
    private boolean isUsed;

    private boolean isWaiting = true;
    private boolean isWhole = true;

    /** An empty chart with a linear axis, in the light colours. */
    public LossView(Background background, ObjectProperty<Optional<LossRange>> zoom) {
        this.background = background;
        plot = new LossPlot(background);
        this.zoom = zoom;
        navigation = new LossNavigation();
        setId("lossView");
        getStyleClass().add("loss-view");
        plot.setId("lossPlot");
        plot.setFocusTraversable(true);
        plot.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        plot.setAccessibleText(Message.text("loss.accessible.empty"));
        plot.setAccessibleHelp(Message.text("loss.keys"));
        plot.frameProperty().addListener((observable, before, now) -> drawn(now));
        first.setPickOnBounds(false);
        empty.visibleProperty().bind(first.visibleProperty());
        empty.setTextAlignment(TextAlignment.CENTER);
        around.setMaxWidth(USE_PREF_SIZE);
        StackPane chart = new StackPane(plot, first, corner());
        StackPane.setAlignment(corner, Pos.TOP_RIGHT);
        setVgrow(chart, Priority.ALWAYS);
        getChildren().add(chart);
        changed();
    }

    /** Over the corner of the chart that a falling curve leaves free. */
    private HBox corner() {
        Label title = Controls.label("loss.title", "loss-title");
        // Half of it would say nothing, and lie on the axis
        BooleanBinding fits = Bindings.createBooleanBinding(
                () -> hint.getWidth() >= Math.floor(hint.prefWidth(USE_COMPUTED_SIZE)), hint.widthProperty());
        hint.visibleProperty()
                .bind(plot.hoverProperty().and(empty.visibleProperty().not()).and(fits));
        hint.setMinWidth(0);
        axis.valueProperty().addListener((observable, before, now) -> changed());
        Tip.put(showAll, Message.text("loss.showAll.help"));
        showAll.setOnAction(event -> navigation.showAll());
        corner.getChildren().addAll(Controls.spring(), hint, showAll, title, axis);
        corner.setPickOnBounds(false);
        corner.setMaxHeight(USE_PREF_SIZE);
        return corner;
    }

    public void show(ViewScope scope) {
        scope.showWhole(axis);
        isWhole = scope.isWhole();
        setWaiting(isWaiting);
    }

    /** What is offered before the first epoch, also by a click on it while it cannot be used. */
    public void offer(Command first) {
        first.alsoDoneBy(play).textProperty().bind(first.name());
        around.setOnMouseClicked(event -> first.run());
    }

    /** Shows the button in the empty chart, or takes it away; in the simple view the one at the top is enough. */
    public void setWaiting(boolean nowWaiting) {
        isWaiting = nowWaiting;
        Controls.show(play, isWaiting && isWhole);
    }

    /** Puts something beside the title; it gets the room that is left. */
    public void putBesideTitle(Region part) {
        part.setMinWidth(0);
        corner.getChildren().add(0, part);
    }

    private static ToggleButton axis(boolean isLogarithmic) {
        String key = isLogarithmic ? "loss.logarithmic" : "loss.linear";
        String id = isLogarithmic ? "lossLogarithmic" : "lossLinear";
        ToggleButton button = named(new ToggleButton(Message.text(key)), id, "small");
        Tip.put(button, Message.text(key + ".help"));
        return button;
    }

    /**
     * Shows the losses of a run; to be called at most once per animation pulse. Cheap: the drawing is done on another
     * thread, and only if something has changed.
     */
    public void show(LossCourse newHistory, Experiment newExperiment) {
        if (isSame(newHistory, newExperiment)) {
            return;
        }
        boolean otherTask = isUsed && !newExperiment.task().equals(experiment.task());
        boolean startedAgain = lastEpoch(newHistory) < lastEpoch(history);
        isUsed = true;
        history = newHistory;
        experiment = newExperiment;
        if (otherTask || startedAgain) {
            navigation.showAll();
        } else {
            changed();
        }
    }

    private boolean isSame(LossCourse newHistory, Experiment newExperiment) {
        if (newExperiment != experiment || newHistory.lines() != history.lines()) {
            return false;
        }
        int last = newHistory.size() - 1;
        return newHistory == history
                || (newHistory.size() == history.size()
                        && lastEpoch(newHistory) == lastEpoch(history)
                        && Double.compare(newHistory.lossNow(), history.lossNow()) == 0
                        && (last < 0 || newHistory.loss(0, last) == history.loss(0, last)));
    }

    private static int lastEpoch(LossCourse view) {
        return view.size() == 0 ? 0 : view.epoch(view.size() - 1);
    }

    /** Marks an epoch with a line, until told otherwise. */
    public void mark(OptionalInt epoch) {
        plot.mark(epoch);
    }

    /** Prepares for the first drawing, on another thread; to be called when the window is open and has time. */
    public void warmUp() {
        Experiment reference = Experiment.reference();
        LossHistory none = new LossHistory(reference.task().sequences().size());
        background.execute(
                "loss chart",
                Urgency.ASIDE,
                () -> PictureExport.image(LossDrawing.slide(none.view(), reference, false, Palette.LIGHT), 1));
    }

    /** Changes the colours of the chart; those around it follow the window's theme. */
    public void setPalette(Palette newPalette) {
        palette = newPalette;
        plot.setPalette(newPalette);
    }

    /** The chart for export: the part and the axis that are on the screen, with title and legend, ready for a slide. */
    public DrawnPicture picture() {
        return request().get().slide(palette);
    }

    private LossRequest request() {
        return new LossRequest(
                history,
                experiment,
                labels,
                axis.getValue(),
                zoom.get(),
                Optional.ofNullable(plot.frameProperty().get())
                        .map(LossFrame::drawing)
                        .filter(drawn -> drawn.history().size() > 0)
                        .map(LossDrawing::all));
    }

    /** Draws anew what is to be seen. */
    private void changed() {
        // The floor is there before the first epoch
        first.setVisible(history.size() == 0);
        showAll.setVisible(zoom.get().isPresent());
        if (isUsed) {
            plot.show(request());
        }
    }

    private void drawn(LossFrame frame) {
        first.pseudoClassStateChanged(
                HIGH_FLOOR, frame != null && frame.drawing().labels().floor() > HIGH);
        plot.setAccessibleText(
                frame == null
                        ? Message.text("loss.accessible.empty")
                        : frame.drawing().labels().summary(frame.drawing().history()));
    }

    /** Zooming and moving the chart with mouse and keys. */
    private final class LossNavigation implements SpotKeys {

        private static final double ZOOM_PER_NOTCH = 1.25;
        private static final double POINTS_PER_NOTCH = 40;
        private static final double ZOOM_PER_KEY = 1.5;
        private static final double SHARE_PER_KEY = 0.1;
        /** A hand that rests moves less, in points. */
        private static final double MOVED = 4;

        private double dragX;
        private double dragY;
        /** Where something was pressed last, on the screen, until the pointer leaves that place. */
        private Optional<Point2D> pressed = Optional.empty();

        LossNavigation() {
            plot.setOnScroll(this::scroll);
            plot.setOnMousePressed(this::press);
            plot.setOnMouseDragged(this::drag);
            LossView.this.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed = Optional.of(on(event)));
            plot.setOnMouseEntered(this::move);
            plot.setOnMouseMoved(this::move);
            plot.setOnMouseExited(event -> plot.hover(Optional.empty()));
            listenTo(plot);
        }

        /** The pointer rests on the chart when a button there is pressed and goes away: then the curve is to be seen whole. */
        private void move(MouseEvent event) {
            pressed = pressed.filter(place -> place.distance(on(event)) < MOVED);
            if (pressed.isEmpty()) {
                plot.hover(Optional.of(event.getX()));
            }
        }

        private static Point2D on(MouseEvent event) {
            return new Point2D(event.getScreenX(), event.getScreenY());
        }

        @Override
        public boolean showAll() {
            show(Optional.empty());
            return true;
        }

        private void show(Optional<LossRange> range) {
            zoom.set(range);
            changed();
        }

        private void change(UnaryOperator<LossRange> change) {
            LossFrame frame = plot.frameProperty().get();
            if (frame == null || history.size() == 0) {
                return;
            }
            LossRange all = frame.drawing().all();
            LossRange now = zoom.get()
                    .map(range -> range.onAxisOf(all))
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
            Box area = frame.area();
            if (event.isShiftDown()) {
                double at = share((area.bottom() - event.getY()) / area.height());
                change(range -> range.zoomLosses(at, factor));
            } else {
                double at = share((event.getX() - area.x()) / area.width());
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
            if (frame == null || !event.isPrimaryButtonDown() || zoom.get().isEmpty()) {
                return;
            }
            double right = (dragX - event.getX()) / frame.area().width();
            double up = (event.getY() - dragY) / frame.area().height();
            dragX = event.getX();
            dragY = event.getY();
            plot.hover(Optional.of(event.getX()));
            change(range -> range.moved(right, up));
        }

        /** With Shift the values are read and the loss axis is zoomed, as with the wheel; without, the chart is moved. */
        @Override
        public boolean go(int right, int down, boolean isShift) {
            boolean isEnd = Math.abs(right) == FAR;
            if (Math.abs(down) == FAR || (isEnd && isShift)) {
                return false;
            } else if (isEnd) {
                plot.readEnd(right > 0);
            } else if (!isShift) {
                change(range -> range.moved(right * SHARE_PER_KEY, -down * SHARE_PER_KEY));
            } else if (right != 0) {
                plot.read(right);
            } else {
                change(range -> range.zoomLosses(0.5, Math.pow(ZOOM_PER_KEY, -down)));
            }
            return true;
        }

        @Override
        public boolean leave() {
            return plot.stopReading();
        }

        /** As in the heatmap: without the shortcut key, plus and minus change the speed. */
        @Override
        public boolean zoom(int by) {
            if (by != 0) {
                change(range -> range.zoomEpochs(0.5, Math.pow(ZOOM_PER_KEY, by)));
            }
            return by != 0;
        }
    }
}
