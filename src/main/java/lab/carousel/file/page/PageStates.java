package lab.carousel.file.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lab.carousel.drawing.mark.Box;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.LayerScales;
import lab.carousel.picture.state.StateRows;
import lab.carousel.picture.state.StateWords;
import lab.carousel.picture.state.WholeStates;
import lab.carousel.study.UnitOrder;
import org.jspecify.annotations.Nullable;

/** The heatmap of an experiment's networks as the page shows it. */
final class PageStates {

    private final LayerScales scales = new LayerScales();
    private final PagePicture picture = new PagePicture();
    private @Nullable WholeStates shown;

    /**
     * The heatmap of a network: { marks, width, height, spoken }.
     *
     * @param letter of the layer that is shown
     * @param room   that few columns fill, in points
     * @param cells  the height that the rows share
     */
    Map<String, Object> told(
            Experiment experiment, Traces traces, int epoch, String letter, double room, double cells) {
        HeatmapLayer layer = PageView.layers(experiment).stream()
                .filter(each -> each.letter().equals(letter))
                .findFirst()
                .orElseThrow();
        StateRows rows = new StateRows(
                traces,
                experiment.task(),
                layer,
                scales.scale(experiment, traces, layer),
                UnitOrder.byNumber(traces.units()),
                Optional.empty());
        WholeStates states = WholeStates.of(rows, room, cells);
        shown = states;
        Map<String, Object> told = new LinkedHashMap<>(picture.told(
                states, states.width(), states.height(), spot -> selected(rows, spot.column(), spot.row())));
        told.put("spoken", new StateWords(rows).summary(epoch));
        return told;
    }

    private static Map<String, Object> selected(StateRows rows, int column, int row) {
        Map<String, Object> selected = new LinkedHashMap<>();
        if (row >= 0) {
            selected.put("unit", rows.index(row));
        }
        selected.put("s", rows.traces().step(column).sequence());
        selected.put("t", rows.traces().step(column).number() - 1);
        return selected;
    }

    PagePicture picture() {
        return picture;
    }

    /** A cell of the heatmap that was told last: { x, y, width, height, words }. */
    Map<String, Object> cell(int column, int index) {
        WholeStates states = Objects.requireNonNull(shown);
        int row = states.rows().row(index);
        Box outline = states.outline(column, row);
        return Map.of(
                "x", outline.x(),
                "y", outline.y(),
                "width", outline.width(),
                "height", outline.height(),
                "words", new StateWords(states.rows()).at(column, row));
    }
}
