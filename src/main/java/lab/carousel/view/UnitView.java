package lab.carousel.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Columns;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.UnitName;
import lab.carousel.picture.unit.UnitDrawing;
import lab.carousel.text.Message;

/** The selected unit over the steps: lines of its states and gates, a panel for each sequence. */
public final class UnitView implements View {

    private static final String LINES = "lines";
    private static final int PICTURE_WIDTH = 960;
    private static final int PICTURE_HEAD = 120;
    private static final int PICTURE_PANEL = 240;

    @Override
    public PlaceName name() {
        return PlaceName.UNIT;
    }

    @Override
    public Set<PlaceNeed> needs() {
        return Set.of(PlaceNeed.HEIGHT, PlaceNeed.HEATMAP);
    }

    @Override
    public List<Choice> choices(Experiment experiment) {
        return List.of(Choice.quantity(
                        name(),
                        LINES,
                        experiment.hyperparameters().get(Settings.CELL).quantities(),
                        Quantity.CELL_STATE)
                .several());
    }

    @Override
    public boolean looksAtSelection() {
        return true;
    }

    @Override
    public List<String> sentences() {
        return List.of("title", "subtitle");
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        Traces traces = look.network().traces(window(look));
        Focus at = Focus.of(look.unit(), look.step(), traces);
        String title = Message.text("unit.title", UnitName.of(traces, at.unit()));
        String subtitle = Message.text("unit.subtitle", look.epoch());
        UnitDrawing drawing = new UnitDrawing(
                traces,
                at.unit(),
                chosen.several(LINES, Quantity.class),
                look.experiment().task().alphabet()::symbol,
                at.sequence(),
                at.number());
        return new Answer(drawing, title)
                .size(PICTURE_WIDTH, PICTURE_HEAD + PICTURE_PANEL * drawing.panels(Double.MAX_VALUE))
                .says("title", title)
                .says("subtitle", at.chosen() ? subtitle : Message.text("unit.unchosen", subtitle))
                .selects(spot -> selected(traces, at.unit(), spot));
    }

    /** What is traced at a time: that with the selected step. */
    private static ColumnWindow window(Look look) {
        Columns columns = look.network().evaluator().columns();
        return look.step()
                .filter(columns::include)
                .map(step -> columns.windowAt(columns.firstOf(step.sequence()) + step.number() - columns.firstStep()))
                .orElse(columns.windows().get(0));
    }

    private static Optional<Selected> selected(Traces traces, int unit, Hit spot) {
        int column = traces.firstColumnOf(spot.row()) + spot.column();
        return Selected.both(OptionalInt.of(unit), traces.step(column));
    }
}
