package lab.carousel.view;

import java.util.Optional;
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
    public static Focus of(int unit, Optional<Step> step, Traces traces) {
        boolean unitExists = unit >= 0 && unit < traces.units();
        Optional<Step> existing = step.filter(traces.all()::include);
        Step shown = existing.orElseGet(() -> first(traces));
        return new Focus(unitExists ? unit : 0, shown.sequence(), shown.number(), unitExists && existing.isPresent());
    }

    private static Step first(Traces traces) {
        int column = IntStream.range(0, traces.columns())
                .filter(traces::isDeciding)
                .findFirst()
                .orElse(0);
        return traces.step(column);
    }
}
