package lab.carousel.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.UnitName;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** The hidden state of a pinned run, small, to be put beside another. */
final class RunHeatmap {

    /** More steps would be too narrow to be seen. */
    private static final StepWindow WINDOW = new StepWindow(0, 200);

    private RunHeatmap() {}

    static MatrixDrawing of(PinnedRun run) {
        Traces traces = Traces.of(run.snapshot().experiment(), run.snapshot().parameters(), WINDOW);
        List<String> symbols = run.snapshot().experiment().task().alphabet().symbols();
        double[][] values = new double[traces.units()][traces.columns()];
        List<String> columns = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        for (int column = 0; column < traces.columns(); column++) {
            columns.add(symbols.get(traces.step(column).input()));
            if (column > 0 && traces.stretchAt(column) != traces.stretchAt(column - 1)) {
                gaps.add(column);
            }
            for (int unit = 0; unit < traces.units(); unit++) {
                values[unit][column] = traces.value(Quantity.HIDDEN_STATE, column, unit);
            }
        }
        return MatrixDrawing.of(
                        values,
                        new MatrixDrawing.Side(
                                Message.text("state.axis.unit"),
                                IntStream.range(0, traces.units())
                                        .mapToObj(unit -> UnitName.of(traces, unit))
                                        .toList()),
                        new MatrixDrawing.Side("", columns),
                        ColourScale.SIGNED,
                        NumberText::share)
                .withGaps(gaps);
    }
}
