package lab.carousel.ui.weights;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.layout.Gate;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.picture.weights.WeightMatrix;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.AskingPlace;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/** The weight matrices as heatmaps, how much the last update changed them, and how they are spread over the epochs. */
public final class WeightsPlace extends AskingPlace<WeightsQuestion, WeightsAnswer> {

    private final Selection selection;
    private final FlowPane choices = new FlowPane();
    private final Label title = title("weightsTitle");
    private final DrawingView ratios;
    private final Label noRatios = new Label(Message.text("weights.ratio.none"));
    private final DrawingView histogram;

    @SuppressWarnings("NullAway.Init") // set with the first choices, before any can be taken
    private ParameterLayout offered;
    /** What is chosen among the weights of a layer; empty for all gates. */
    private Optional<Gate> gate = Optional.empty();

    private boolean outputsChosen;
    /** The layer of the unit selected last. */
    private int layer;

    /** A place that looks at the weights of the traced network. */
    public WeightsPlace(Background background, TraceService traces, Selection selection) {
        super(background, "weights", traces, WeightsAnswer::of);
        this.ratios = new DrawingView(background, "weightRatios");
        this.histogram = new DrawingView(background, "weightHistogram");
        this.selection = selection;
        choices.setId("weightChoices");
        choices.getStyleClass().add("weight-choices");
        choices.setPrefWrapLength(0);
        choices.setMinWidth(0);
        noRatios.setId("weightRatiosNone");
        noRatios.getStyleClass().add("empty");
        noRatios.setWrapText(true);
        Label ratioTitle = title("weightRatioTitle");
        ratioTitle.setText(Message.text("weights.ratio"));
        Label histogramTitle = title("weightHistogramTitle");
        histogramTitle.setText(Message.text("weights.histogram"));
        histogramTitle.setWrapText(true);
        histogramTitle.setMinHeight(Region.USE_PREF_SIZE);
        StackPane changes = new StackPane(ratios, noRatios);
        VBox content = new VBox(choices, title, drawing(), ratioTitle, changes, histogramTitle, histogram);
        content.getStyleClass().add("weights-content");
        ScrollArea scroll = new ScrollArea(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        share(drawing(), 152, 2_000);
        share(changes, 112, 168);
        share(histogram, 104, 420);
        open(scroll, selection.unitProperty());
        view().getStyleClass().addAll("place", "weights");
    }

    private static Label title(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("weight-title");
        return label;
    }

    private static void share(Region region, double least, double most) {
        region.setMinHeight(least);
        region.setPrefHeight(least);
        region.setMaxHeight(most);
        VBox.setVgrow(region, Priority.ALWAYS);
    }

    @Override
    protected Asked<WeightsQuestion> question(TracedSnapshot traced) {
        ParameterLayout layout = traced.snapshot().parameters().layout();
        offer(layout);
        int unit = selection.unitProperty().get();
        layer = Math.min(unit >= 0 ? unit / layout.units() : layer, layout.layers() - 1);
        return Asked.of(new WeightsQuestion(traced.snapshot(), outputsChosen ? layout.layers() : layer, gate, unit));
    }

    /** Offers the gates of a network, and its outputs. */
    private void offer(ParameterLayout layout) {
        if (layout.equals(offered)) {
            return;
        }
        boolean sameCell = offered != null && offered.cell() == layout.cell() && offered.layers() == layout.layers();
        offered = layout;
        if (sameCell) {
            return;
        }
        choices.getChildren().clear();
        List<Gate> gates = layout.cell().gates();
        gate = gates.size() == 1 ? Optional.empty() : Optional.of(gates.get(0));
        for (Gate each : gates.size() == 1 ? List.<Gate>of() : gates) {
            choices.getChildren().add(choice(each.name(), Optional.of(each), false));
        }
        choices.getChildren().add(choice(gates.size() == 1 ? "layer" : "all", Optional.empty(), false));
        choices.getChildren().add(choice("outputs", Optional.empty(), true));
        for (int other = 0; other < layout.layers() && layout.layers() > 1; other++) {
            choices.getChildren().add(layerChoice(other));
        }
        markChoice();
    }

    private ToggleButton choice(String key, Optional<Gate> chosen, boolean outputs) {
        ToggleButton button = new ToggleButton(Message.text("weights.choice." + key));
        button.setId("weights-" + key);
        // A letter says little when it is read aloud
        button.setAccessibleText(
                chosen.map(each -> WeightMatrix.title(Optional.of(each))).orElse(button.getText()));
        button.setUserData(
                (Runnable) () -> button.setSelected(outputs == outputsChosen && (outputs || chosen.equals(gate))));
        button.setOnAction(event -> {
            gate = outputs ? gate : chosen;
            outputsChosen = outputs;
            markChoice();
            update();
        });
        return button;
    }

    private ToggleButton layerChoice(int number) {
        ToggleButton button = new ToggleButton(Message.text("weights.choice.number", number + 1));
        button.setId("weights-layer-" + (number + 1));
        button.setUserData((Runnable) () -> button.setSelected(!outputsChosen && number == layer));
        button.setOnAction(event -> {
            outputsChosen = false;
            layer = number;
            int unit = selection.unitProperty().get();
            if (unit >= 0) {
                selection.unitProperty().set(number * offered.units() + unit % offered.units());
            }
            update();
            markChoice();
        });
        return button;
    }

    private void markChoice() {
        choices.getChildren().forEach(button -> ((Runnable) button.getUserData()).run());
    }

    @Override
    protected void pick(WeightsAnswer answer, Drawing.Spot spot) {
        if (!answer.question().isOfOutputs() && spot.row() >= 0) {
            selection.unitProperty().set(answer.question().layer() * offered.units() + spot.row());
        }
    }

    @Override
    protected void show(WeightsAnswer answer) {
        title.setText(answer.which());
        histogram.setAccessibleText(Message.text("ui.value", Message.text("weights.histogram"), answer.spoken()));
        histogram.show(answer.histogram());
        answer.ratios().ifPresent(changes -> ratios.setAccessibleText(changes.summary()));
        ratios.show(answer.ratios().orElse(null));
        noRatios.setVisible(answer.ratios().isEmpty());
        markChoice();
    }

    @Override
    public void setPalette(Palette palette) {
        super.setPalette(palette);
        ratios.setPalette(palette);
        histogram.setPalette(palette);
    }
}
