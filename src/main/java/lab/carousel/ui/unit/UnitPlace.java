package lab.carousel.ui.unit;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.UnitName;
import lab.carousel.picture.unit.UnitDrawing;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.selection.Focus;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.view.PlaceKind;
import lab.carousel.view.PlaceNeed;

/**
 * The selected unit over the steps: lines of its states and gates, a panel for each sequence. As many sequences as have
 * room, among them that of the selected step. A click selects the step.
 */
public final class UnitPlace {

    private static final double LEAST_PANEL = 100;
    private static final int MOST_PANELS = 8;
    private static final int PICTURE_WIDTH = 960;
    private static final int PICTURE_HEAD = 120;
    private static final int PICTURE_PANEL = 240;

    private final Selection selection;
    private final HBox lines = named(Controls.row(0), "unitLines", "unit-lines");
    private final Set<Quantity> hidden = EnumSet.noneOf(Quantity.class);
    private List<Quantity> offered = List.of();
    private final Probe<Ask> probe;

    /**
     * What is to be drawn.
     *
     * @param at         which unit, and which step is marked
     * @param quantities the lines
     * @param room       the most panels
     */
    private record Ask(TracedSnapshot traced, Focus at, Set<Quantity> quantities, int room) {}

    public static Place of(PlaceContext in) {
        return new Place(
                PlaceName.UNIT, PlaceKind.SEE, () -> new UnitPlace(in).probe, PlaceNeed.HEIGHT, PlaceNeed.HEATMAP);
    }

    private UnitPlace(PlaceContext in) {
        selection = in.selection();
        Form form = new Form(PlaceName.UNIT);
        form.asksAgain(selection.unitProperty());
        form.asksAgain(selection.stepProperty());
        probe = new Probe<>(in, form, this::question, this::answer);
        VBox content = new VBox(form.head(), Controls.row(0, lines), grow(probe.drawing()));
        probe.drawing().setMinHeight(0);
        probe.drawing().heightProperty().addListener(change -> probe.update());
        probe.open(styled(content, "unit-content"));
    }

    private Asked<Ask> question(TracedSnapshot traced) {
        offer(traced.traces().layout().cell().quantities());
        int room = (int) Math.max(1, Math.min(MOST_PANELS, probe.drawing().getHeight() / LEAST_PANEL));
        return Asked.of(new Ask(traced, Focus.of(selection, traced.traces()), drawn(), room));
    }

    private Shown answer(Ask ask) {
        Traces traces = ask.traced().traces();
        Focus at = ask.at();
        int panels = Math.min(ask.room(), traces.stretches().size());
        int first = UnitDrawing.stretchOf(traces, at.sequence()) / panels * panels;
        String title = Message.text("unit.title", UnitName.of(traces, at.unit()));
        String subtitle =
                subtitle(ask, first, Math.min(first + panels, traces.stretches().size()) - 1);
        String words = at.chosen() ? subtitle : Message.text("unit.unchosen", subtitle);
        UnitDrawing drawing = new UnitDrawing(
                traces, at.unit(), ask.quantities(), ask.traced()::symbol, first, panels, at.sequence(), at.number());
        return new Shown(drawing, title, subtitle)
                .size(PICTURE_WIDTH, PICTURE_HEAD + PICTURE_PANEL * panels)
                .spoken(Message.text("unit.accessible", title, words))
                .says("title", title)
                .says("subtitle", words)
                .picks(spot -> stepAt(traces, first, spot).ifPresent(step -> {
                    if (selection.unitProperty().get() < 0) {
                        selection.unitProperty().set(at.unit());
                    }
                    selection.stepProperty().set(step);
                }));
    }

    /** Which epoch and sequences are shown. */
    private static String subtitle(Ask ask, int firstStretch, int lastStretch) {
        Traces traces = ask.traced().traces();
        int epoch = ask.traced().snapshot().position().epoch();
        int all = traces.all().sequences();
        int from = traces.stretches().get(firstStretch).sequence() + 1;
        int to = traces.stretches().get(lastStretch).sequence() + 1;
        return to - from + 1 == all ? Message.text("unit.all", epoch) : Message.text("unit.some", epoch, from, to, all);
    }

    private static Optional<Step> stepAt(Traces traces, int firstStretch, Hit spot) {
        int stretch = firstStretch + spot.row();
        if (stretch >= traces.stretches().size()) {
            return Optional.empty();
        }
        int column = traces.firstColumnOf(stretch) + spot.column();
        return column < traces.columns() ? Optional.of(traces.step(column)) : Optional.empty();
    }

    /** Offers what a cell has by its letters. */
    private void offer(List<Quantity> quantities) {
        if (!quantities.equals(offered)) {
            offered = quantities;
            if (hidden.containsAll(offered)) {
                hidden.clear();
            }
            lines.getChildren().setAll(quantities.stream().map(this::line).toList());
        }
    }

    /** What is drawn; at least one quantity is. */
    private Set<Quantity> drawn() {
        Set<Quantity> drawn = EnumSet.noneOf(Quantity.class);
        offered.stream().filter(quantity -> !hidden.contains(quantity)).forEach(drawn::add);
        return drawn;
    }

    private ToggleButton line(Quantity quantity) {
        ToggleButton button = whole(named(new ToggleButton(quantity.letter()), "unit-" + quantity.letter(), "small"));
        String name = Message.text("state.layer." + quantity.name());
        Tip.put(button, name);
        button.setAccessibleText(name);
        button.setSelected(!hidden.contains(quantity));
        button.setOnAction(event -> {
            boolean isLast = !button.isSelected() && drawn().size() == 1;
            button.setSelected(button.isSelected() || isLast);
            if (button.isSelected()) {
                hidden.remove(quantity);
            } else {
                hidden.add(quantity);
            }
            probe.update();
        });
        return button;
    }
}
