package lab.carousel.picture.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lab.carousel.drawing.StepPanels;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.account.Digits;
import lab.carousel.text.Message;

/**
 * What a unit has over the steps of the sequences in a window: a panel for each sequence, all with the same axes.
 *
 * @param traces     the window
 * @param unit       counted from 0 through all layers
 * @param quantities what is drawn of what the cell has
 * @param symbol     the symbol at an index of the alphabet
 */
public record UnitPanels(Traces traces, int unit, Set<Quantity> quantities, IntFunction<String> symbol) {

    /** Copies the quantities. */
    public UnitPanels {
        quantities = Set.copyOf(quantities);
    }

    /**
     * The drawing of some of the stretches in the window.
     *
     * @param first    the first stretch, counted from 0
     * @param count    how many; fewer if there are not so many
     * @param sequence the sequence of the step that is pointed out, counted from 0
     * @param number   its number, counted from 1
     */
    public StepPanels drawing(int first, int count, int sequence, int number) {
        double high = high();
        List<StepPanels.Panel> panels = new ArrayList<>();
        int end = Math.min(first + count, traces.stretches().size());
        for (Traces.Stretch stretch : traces.stretches().subList(first, end)) {
            Trace trace = stretch.trace();
            int selected = stretch.sequence() == sequence ? number - 1 - trace.firstStep() : -1;
            List<String> symbols = IntStream.range(0, trace.steps())
                    .mapToObj(step -> symbol.apply(trace.input(step)))
                    .toList();
            panels.add(new StepPanels.Panel(
                    Message.text("unit.sequence", stretch.sequence() + 1),
                    lines(trace),
                    symbols,
                    trace.firstStep() + 1,
                    selected));
        }
        return new StepPanels(panels, isSigned() ? -high : 0, high, Digits.USUAL::text);
    }

    /** The place in the window's stretches of a sequence; 0 if it has none there. */
    public int stretchOf(int sequence) {
        return IntStream.range(0, traces.stretches().size())
                .filter(stretch -> traces.stretches().get(stretch).sequence() == sequence)
                .findFirst()
                .orElse(0);
    }

    private List<StepPanels.StepLine> lines(Trace trace) {
        List<Quantity> all = traces.layout().cell().quantities();
        return all.stream()
                .filter(quantities::contains)
                .map(quantity ->
                        new StepPanels.StepLine(quantity.letter(), values(trace, quantity), all.indexOf(quantity)))
                .toList();
    }

    private double[] values(Trace trace, Quantity quantity) {
        return IntStream.range(0, trace.steps())
                .mapToDouble(step -> trace.value(quantity, step, unit))
                .toArray();
    }

    private boolean isSigned() {
        return quantities.contains(Quantity.HIDDEN_STATE)
                || quantities.contains(Quantity.CELL_STATE)
                || quantities.contains(Quantity.CANDIDATE);
    }

    /** The upper end of the axis: 1, or a round number above the cell states, which know no bound. */
    private double high() {
        if (!quantities.contains(Quantity.CELL_STATE)) {
            return 1;
        }
        double largest = traces.stretches().stream()
                .flatMapToDouble(stretch -> IntStream.range(0, stretch.trace().steps())
                        .mapToDouble(step -> Math.abs(stretch.trace().value(Quantity.CELL_STATE, step, unit))))
                .max()
                .orElse(0);
        return Math.max(1, ColourScale.round(largest));
    }
}
