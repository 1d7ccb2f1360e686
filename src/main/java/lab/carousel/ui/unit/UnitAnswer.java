package lab.carousel.ui.unit;

import java.util.Optional;
import lab.carousel.drawing.Drawing;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.UnitName;
import lab.carousel.picture.unit.UnitPanels;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.ui.place.PlaceAnswer;
import lab.carousel.ui.selection.LookedAt;

/**
 * Lines of a unit, a panel for each stretch of steps.
 *
 * @param question     what was asked
 * @param firstStretch of the first panel
 * @param panels       how many there are
 * @param drawing      the lines
 */
record UnitAnswer(UnitQuestion question, int firstStretch, int panels, Drawing drawing) implements PlaceAnswer {

    private static final int PICTURE_WIDTH = 960;
    private static final int PICTURE_HEAD = 120;
    private static final int PICTURE_PANEL = 240;

    static UnitAnswer of(UnitQuestion question) {
        Traces traces = question.traced().traces();
        LookedAt at = question.at();
        UnitPanels unit = new UnitPanels(traces, at.unit(), question.quantities(), question.traced()::symbol);
        int panels = Math.min(question.room(), traces.stretches().size());
        int firstStretch = unit.stretchOf(at.sequence()) / panels * panels;
        return new UnitAnswer(
                question, firstStretch, panels, unit.drawing(firstStretch, panels, at.sequence(), at.number()));
    }

    private Traces traces() {
        return question.traced().traces();
    }

    /** The step at a place of the drawing; empty if there is none. */
    Optional<Step> stepAt(Drawing.Spot spot) {
        int stretch = firstStretch + spot.row();
        if (stretch >= traces().stretches().size()) {
            return Optional.empty();
        }
        int column = traces().firstColumnOf(stretch) + spot.column();
        return column < traces().columns() ? Optional.of(traces().step(column)) : Optional.empty();
    }

    @Override
    public String title() {
        return Message.text("unit.title", UnitName.of(traces(), question.at().unit()));
    }

    /** Which epoch and sequences are shown. */
    @Override
    public String subtitle() {
        int epoch = question.traced().snapshot().position().epoch();
        int all = traces().all().sequences();
        int from = traces().stretches().get(firstStretch).sequence() + 1;
        int last = Math.min(firstStretch + panels, traces().stretches().size()) - 1;
        int to = traces().stretches().get(last).sequence() + 1;
        return to - from + 1 == all ? Message.text("unit.all", epoch) : Message.text("unit.some", epoch, from, to, all);
    }

    /** The same, and whether nothing was chosen. */
    String shownSubtitle() {
        return question.at().chosen() ? subtitle() : Message.text("unit.unchosen", subtitle());
    }

    @Override
    public String spoken() {
        return Message.text("unit.accessible", title(), shownSubtitle());
    }

    @Override
    public int width() {
        return PICTURE_WIDTH;
    }

    @Override
    public int height() {
        return PICTURE_HEAD + PICTURE_PANEL * panels;
    }
}
