package lab.carousel.ui.state;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.stream.Collectors;
import lab.carousel.message.Message;
import lab.carousel.model.Quantity;
import lab.carousel.model.Traces;
import lab.carousel.picture.UnitName;
import lab.carousel.task.Step;

/** Says in words what the heatmap shows at a place. */
final class Readout {

    private final DecimalFormat value = format("0.0000");
    private final DecimalFormat probability = format("0.00");

    private static DecimalFormat format(String pattern) {
        DecimalFormat format = new DecimalFormat(pattern, new DecimalFormatSymbols(Message.LANGUAGE));
        format.setNegativePrefix("−");
        return format;
    }

    /** Unit, step, sequence, input symbol and all that the unit has then. */
    String cell(TracedSnapshot traced, int column, int unit) {
        Step step = traced.traces().step(column);
        return Message.text(
                "state.readout.cell",
                UnitName.of(traced.traces(), unit),
                step.number(),
                step.sequence() + 1,
                traced.symbol(step.input()),
                traced.traces().layout().cell().quantities().stream()
                        .map(quantity -> quantity(traced.traces(), quantity, column, unit))
                        .collect(Collectors.joining(", ")));
    }

    private String quantity(Traces traces, Quantity quantity, int column, int unit) {
        return Message.text(
                "state.readout.quantity", quantity.letter(), value.format(traces.value(quantity, column, unit)));
    }

    /** Input, expected and predicted symbol of a step, and whether that is right. */
    String step(TracedSnapshot traced, int column) {
        Traces traces = traced.traces();
        Step step = traces.step(column);
        return Message.text(
                "state.readout.step",
                step.number(),
                step.sequence() + 1,
                traced.symbol(step.input()),
                traced.symbol(step.target()),
                traced.symbol(traces.predicted(column)),
                probability(traces.probability(column)),
                Message.text(mark(traces, column)));
    }

    private static String mark(Traces traces, int column) {
        if (!traces.isScored(column)) {
            return "state.mark.unscored";
        }
        return traces.isRight(column) ? "state.mark.right" : "state.mark.wrong";
    }

    /** A probability with two digits. */
    String probability(double share) {
        return probability.format(share);
    }

    /** The whole heatmap in a sentence. */
    String summary(TracedSnapshot traced) {
        Traces traces = traced.traces();
        return Message.text(
                "state.accessible",
                traced.snapshot().position().epoch(),
                traces.units(),
                traces.columns(),
                traces.right());
    }
}
