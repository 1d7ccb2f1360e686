package lab.carousel.ui.weights;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.WeightBlock;
import lab.carousel.picture.weights.PanelsDrawing;
import lab.carousel.picture.weights.UpdateRatios;
import lab.carousel.picture.weights.WeightMatrix;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.view.PlaceKind;
import lab.carousel.view.PlaceNeed;

/** The weight matrices as heatmaps, and how much the last update changed them. */
public final class WeightsPlace {

    private static final int PICTURE_WIDTH = 960;
    private static final int PICTURE_HEIGHT = 800;

    private final Selection selection;
    private final Form form = new Form(PlaceName.WEIGHTS);
    private final FlowPane choices = named(new FlowPane(), "weightChoices", "weight-choices");
    private final DrawingView ratios;
    private final Label noRatios =
            wrapped(named(new Label(Message.text("weights.ratio.none")), "weightRatiosNone", "empty"));
    private final Probe<Ask> probe;

    @SuppressWarnings("NullAway.Init") // set with the first choices, before any can be taken
    private ParameterLayout offered;
    /** What is chosen among the weights of a layer; empty for all gates. */
    private Optional<Quantity> gate = Optional.empty();

    private boolean outputsChosen;
    /** The layer of the unit selected last. */
    private int layer;

    /**
     * What is asked.
     *
     * @param snapshot of a run
     * @param layer    counted from 0; the number of layers stands for the outputs
     * @param gate     empty for all gates
     * @param unit     the selected one, numbered over all layers from 0; -1 for none
     */
    private record Ask(Snapshot snapshot, int layer, Optional<Quantity> gate, int unit) {

        ParameterLayout layout() {
            return snapshot.parameters().layout();
        }

        boolean isOfOutputs() {
            return layer == layout().layers();
        }
    }

    public static Place of(PlaceContext in) {
        return new Place(PlaceName.WEIGHTS, PlaceKind.SEE, () -> new WeightsPlace(in).probe, PlaceNeed.UPDATES);
    }

    private WeightsPlace(PlaceContext in) {
        selection = in.selection();
        ratios = new DrawingView(in.background(), "weightRatios");
        choices.setPrefWrapLength(0);
        choices.setMinWidth(0);
        form.asksAgain(selection.unitProperty());
        probe = new Probe<>(in, form, this::question, this::answer);
        StackPane changes = new StackPane(ratios, noRatios);
        Label which = form.words("title", "weight-title");
        which.setWrapText(false);
        VBox content = new VBox(choices, which, probe.drawing(), title("weightRatioTitle", "weights.ratio"), changes);
        ScrollArea scroll = new ScrollArea(styled(content, "weights-content"));
        scroll.setFitToHeight(true);
        share(probe.drawing(), 152, 2_000);
        share(changes, 112, 168);
        probe.colours(ratios::setPalette).open(scroll);
        styled(probe.view(), "place", "weights");
    }

    private static Label title(String id, String key) {
        return named(new Label(Message.text(key)), id, "weight-title");
    }

    private static void share(Region region, double least, double most) {
        region.setMinHeight(least);
        region.setPrefHeight(least);
        grow(region).setMaxHeight(most);
    }

    private Asked<Ask> question(TracedSnapshot traced) {
        ParameterLayout layout = traced.snapshot().parameters().layout();
        offer(layout);
        int unit = selection.unitProperty().get();
        layer = Math.min(unit >= 0 ? unit / layout.units() : layer, layout.layers() - 1);
        return Asked.of(new Ask(traced.snapshot(), outputsChosen ? layout.layers() : layer, gate, unit));
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
        List<Quantity> gates = layout.cell().gates();
        gate = gates.size() == 1 ? Optional.empty() : Optional.of(gates.get(0));
        for (Quantity each : gates.size() == 1 ? List.<Quantity>of() : gates) {
            choices.getChildren().add(choice(each.name(), Optional.of(each), false));
        }
        choices.getChildren().add(choice(gates.size() == 1 ? "layer" : "all", Optional.empty(), false));
        choices.getChildren().add(choice("outputs", Optional.empty(), true));
        for (int other = 0; other < layout.layers() && layout.layers() > 1; other++) {
            choices.getChildren().add(layerChoice(other));
        }
        markChoice();
    }

    private ToggleButton choice(String key, Optional<Quantity> chosen, boolean outputs) {
        String text = chosen.map(Quantity::letter).orElseGet(() -> Message.text("weights.choice." + key));
        ToggleButton button = named(new ToggleButton(text), "weights-" + key);
        // A letter says little when it is read aloud
        button.setAccessibleText(
                chosen.map(each -> WeightMatrix.title(Optional.of(each))).orElse(button.getText()));
        button.setUserData(
                (Runnable) () -> button.setSelected(outputs == outputsChosen && (outputs || chosen.equals(gate))));
        button.setOnAction(event -> {
            gate = outputs ? gate : chosen;
            outputsChosen = outputs;
            markChoice();
            probe.update();
        });
        return button;
    }

    private ToggleButton layerChoice(int number) {
        ToggleButton button = named(
                new ToggleButton(Message.text("weights.choice.number", number + 1)), "weights-layer-" + (number + 1));
        button.setUserData((Runnable) () -> button.setSelected(!outputsChosen && number == layer));
        button.setOnAction(event -> {
            outputsChosen = false;
            layer = number;
            int unit = selection.unitProperty().get();
            if (unit >= 0) {
                selection.unitProperty().set(number * offered.units() + unit % offered.units());
            }
            probe.update();
            markChoice();
        });
        return button;
    }

    private void markChoice() {
        choices.getChildren().forEach(button -> ((Runnable) button.getUserData()).run());
    }

    private Shown answer(Ask ask) {
        Snapshot snapshot = ask.snapshot();
        String which = which(ask);
        Drawing matrices = matrices(ask);
        Optional<UpdateRatios> changes =
                snapshot.update().map(update -> UpdateRatios.of(update.before(), update.change(), ask.layer()));
        String spoken = WeightMatrix.words(which, snapshot.parameters(), blocks(ask));
        List<PanelsDrawing.Panel> sheet = new ArrayList<>();
        sheet.add(new PanelsDrawing.Panel(which, matrices));
        changes.ifPresent(drawn -> sheet.add(new PanelsDrawing.Panel(Message.text("weights.ratio"), drawn)));
        String title = Message.text("weights.title");
        String subtitle = Message.text("weights.subtitle", snapshot.position().epoch(), which);
        return new Shown(matrices, title, subtitle)
                .picture(palette -> new DrawnPicture(
                        title, subtitle, new PanelsDrawing(sheet), palette, PICTURE_WIDTH, PICTURE_HEIGHT))
                .spoken(spoken)
                .says("title", which)
                .then(() -> {
                    changes.ifPresent(drawn -> ratios.setAccessibleText(drawn.summary()));
                    ratios.show(changes.orElse(null));
                    noRatios.setVisible(changes.isEmpty());
                    markChoice();
                })
                .picks(spot -> {
                    if (!ask.isOfOutputs() && spot.row() >= 0) {
                        selection.unitProperty().set(ask.layer() * ask.layout().units() + spot.row());
                    }
                });
    }

    private static Drawing matrices(Ask ask) {
        Parameters parameters = ask.snapshot().parameters();
        Alphabet alphabet = ask.snapshot().experiment().task().alphabet();
        if (ask.isOfOutputs()) {
            return WeightMatrix.ofOutputs(parameters, alphabet, ask.unit());
        }
        List<Quantity> gates =
                ask.gate().map(List::of).orElse(ask.layout().cell().gates());
        return new PanelsDrawing(gates.stream()
                .map(gate -> new PanelsDrawing.Panel(
                        gates.size() == 1 ? "" : WeightMatrix.title(Optional.of(gate)),
                        WeightMatrix.ofGate(parameters, alphabet, ask.layer(), gate, ask.unit())))
                .toList());
    }

    private static List<WeightBlock> blocks(Ask ask) {
        if (ask.isOfOutputs()) {
            return WeightBlock.ofOutputs(ask.layout());
        }
        return ask.gate()
                .map(gate -> WeightBlock.ofGate(ask.layout(), ask.layer(), gate))
                .orElseGet(() -> WeightBlock.ofLayer(ask.layout(), ask.layer()));
    }

    private static String which(Ask ask) {
        if (ask.isOfOutputs()) {
            return Message.text("weights.outputs");
        }
        String gate = ask.gate()
                .map(which -> WeightMatrix.title(Optional.of(which)))
                .orElseGet(() -> Message.text("weights.gate.all"));
        return ask.layout().layers() == 1 ? gate : Message.text("weights.layer", ask.layer() + 1, gate);
    }
}
