package lab.carousel.ui.selection;

import java.util.stream.IntStream;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Step;

/**
 * The unit and the step that a place shows: those selected, and where nothing is selected the first unit and the first
 * deciding step, so that a place is never empty.
 *
 * @param unit     counted from 0 through all layers
 * @param sequence counted from 0
 * @param number   of the step, counted from 1
 * @param chosen   whether both were selected
 */
public record Focus(int unit, int sequence, int number, boolean chosen) {

    /** What is looked at in some traces; the step may lie outside of their window. */
    public static Focus of(Selection selection, Traces traces) {
        int unit = selection.unitProperty().get();
        Step step = selection.stepProperty().get();
        boolean unitExists = unit >= 0 && unit < traces.units();
        boolean stepExists = step != null && traces.all().include(step);
        Step shown = stepExists ? step : first(traces);
        return new Focus(unitExists ? unit : 0, shown.sequence(), shown.number(), unitExists && stepExists);
    }

    private static Step first(Traces traces) {
        int column = IntStream.range(0, traces.columns())
                .filter(traces::isDeciding)
                .findFirst()
                .orElse(0);
        return traces.step(column);
    }
}
