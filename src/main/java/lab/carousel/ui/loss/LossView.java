package lab.carousel.ui.loss;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.model.Experiment;
import lab.carousel.picture.loss.LossDrawing;
import lab.carousel.picture.loss.LossLabels;
import lab.carousel.text.Message;
import lab.carousel.training.loss.LossHistory;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.OneOf;
import lab.carousel.ui.controls.Tip;
import org.jspecify.annotations.Nullable;

/**
 * The loss chart, live. Shows all epochs and follows the training until the user zooms or moves it; shows the values at
 * the pointer.
 */
public final class LossView extends VBox {

    private final Background background;
    private final LossPlot plot;
    private final LossNavigation navigation;
    private final ToggleButton linear = new ToggleButton(Message.text("loss.linear"));
    private final ToggleButton logarithmic = new ToggleButton(Message.text("loss.logarithmic"));
    private final Button showAll = new Button(Message.text("loss.showAll"));
    private final Label hint = new Label(Message.text("loss.hint"));
    private final Label empty = new Label(Message.text("loss.empty"));

    private final Words labels = new Words();

    private LossHistory.View history = new LossHistory(1).view();
    private Experiment experiment = Experiment.reference();
    private Palette palette = Palette.LIGHT;
    /** Whether losses were shown before. */
    private boolean isUsed;

    /** An empty chart with a linear axis, in the light colours. */
    public LossView(Background background, Zoom zoom) {
        this.background = background;
        plot = new LossPlot(background);
        navigation = new LossNavigation(plot, zoom, range -> changed());
        setId("lossView");
        getStyleClass().add("loss-view");
        plot.setId("lossPlot");
        plot.setFocusTraversable(true);
        plot.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        plot.setAccessibleText(Message.text("loss.accessible.empty"));
        plot.setAccessibleHelp(Message.text("loss.keys"));
        plot.frameProperty().addListener((observable, before, now) -> drawn(now));
        empty.setId("lossEmpty");
        empty.setMouseTransparent(true);
        empty.setWrapText(true);
        empty.setTextAlignment(TextAlignment.CENTER);
        empty.getStyleClass().add("loss-empty");
        StackPane chart = new StackPane(plot, empty);
        setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(header(), chart);
        changed();
    }

    private HBox header() {
        Label title = new Label(Message.text("loss.title"));
        title.getStyleClass().add("loss-title");
        title.setMinWidth(USE_PREF_SIZE);
        hint.setId("lossHint");
        hint.getStyleClass().add("loss-hint");
        hint.visibleProperty()
                .bind(plot.hoverProperty().and(plot.frameProperty().isNotNull()));
        hint.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        showAll.setId("lossShowAll");
        showAll.getStyleClass().add("small");
        Tip.put(showAll, Message.text("loss.showAll.help"));
        showAll.setOnAction(event -> navigation.showAll());
        showAll.setMinWidth(USE_PREF_SIZE);
        HBox header = new HBox(title, space, hint, showAll, axisChoice());
        header.getStyleClass().add("loss-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    /** Puts something beside the title, where it lies over nothing; it gets the room that is left. */
    public void putBesideTitle(Region part) {
        part.setMinWidth(0);
        ((HBox) getChildren().get(0)).getChildren().add(1, part);
    }

    private HBox axisChoice() {
        OneOf axis = new OneOf();
        linear.setId("lossLinear");
        linear.getStyleClass().addAll("small", "left-pill");
        Tip.put(linear, Message.text("loss.linear.help"));
        linear.setAccessibleHelp(Message.text("loss.linear.help"));
        logarithmic.setId("lossLogarithmic");
        logarithmic.getStyleClass().addAll("small", "right-pill");
        Tip.put(logarithmic, Message.text("loss.logarithmic.help"));
        logarithmic.setAccessibleHelp(Message.text("loss.logarithmic.help"));
        axis.getToggles().setAll(linear, logarithmic);
        linear.setSelected(true);
        axis.hold(chosen -> changed());
        HBox choice = new HBox(linear, logarithmic);
        choice.setMinWidth(USE_PREF_SIZE);
        return choice;
    }

    /**
     * Shows the losses of a run; to be called at most once per animation pulse. Cheap: the drawing is done on another
     * thread, and only if something has changed.
     */
    public void show(LossHistory.View newHistory, Experiment newExperiment) {
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

    private boolean isSame(LossHistory.View newHistory, Experiment newExperiment) {
        if (newExperiment != experiment || newHistory.lines() != history.lines()) {
            return false;
        }
        int last = newHistory.size() - 1;
        return newHistory == history
                || (newHistory.size() == history.size()
                        && lastEpoch(newHistory) == lastEpoch(history)
                        && (last < 0 || newHistory.loss(0, last) == history.loss(0, last)));
    }

    private static int lastEpoch(LossHistory.View view) {
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
                Background.Urgency.ASIDE,
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
                logarithmic.isSelected(),
                navigation.zoomed(),
                Optional.ofNullable(plot.frameProperty().get())
                        .map(frame -> frame.drawing().all()));
    }

    /** Draws anew what is to be seen. */
    private void changed() {
        boolean nothing = history.size() == 0;
        empty.setVisible(nothing);
        showAll.setVisible(navigation.zoomed().isPresent());
        if (nothing) {
            plot.clear();
        } else {
            plot.show(request());
        }
    }

    private void drawn(LossFrame frame) {
        plot.setAccessibleText(
                frame == null
                        ? Message.text("loss.accessible.empty")
                        : frame.drawing().labels().summary(frame.drawing().history()));
    }

    /** The words for the experiment asked for last: its floor takes long to find for large tasks. */
    private static final class Words implements Function<Experiment, LossLabels> {

        private @Nullable Experiment experiment;
        private @Nullable LossLabels labels;

        @Override
        public synchronized LossLabels apply(Experiment asked) {
            if (labels == null || asked != experiment) {
                experiment = asked;
                labels = new LossLabels(asked);
            }
            return labels;
        }
    }
}
