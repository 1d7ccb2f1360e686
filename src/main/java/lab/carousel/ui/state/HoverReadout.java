package lab.carousel.ui.state;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.StateRows;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** Says in words what the heatmap shows at a place. */
final class HoverReadout {

    /** Unit or output, step, sequence, input symbol, and what the heatmap shows there; of a unit all that it has then. */
    String cell(TracedSnapshot traced, StateRows rows, int column, int row) {
        Step step = rows.traces().step(column);
        return Message.text(
                rows.layer().isOfUnits() ? "state.readout.cell" : "state.readout.output",
                rows.name(row),
                step.number(),
                step.sequence() + 1,
                traced.symbol(step.input()),
                values(rows, column, row),
                traced.symbol(step.target()));
    }

    /** What is shown comes first. */
    private String values(StateRows rows, int column, int row) {
        String shown = value(rows.layer().letter(), rows.value(column, row));
        if (!rows.layer().isOfUnits()) {
            return shown;
        }
        Stream<String> others = rows.traces().layout().cell().quantities().stream()
                .filter(quantity -> !rows.layer().quantity().equals(Optional.of(quantity)))
                .map(quantity -> value(quantity.letter(), rows.traces().value(quantity, column, rows.index(row))));
        return Stream.concat(Stream.of(shown), others).collect(Collectors.joining(", "));
    }

    private String value(String letter, double number) {
        return Message.text("state.readout.quantity", letter, NumberText.decimals(number, 4));
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
        return NumberText.share(share);
    }

    /** The whole heatmap in a sentence. */
    String summary(TracedSnapshot traced, StateRows rows) {
        Traces traces = traced.traces();
        return Message.text(
                "state.accessible",
                Message.text("state.layer." + rows.layer().name()),
                rows.layer().letter(),
                traced.snapshot().position().epoch(),
                rows.count(),
                traces.columns(),
                traces.right());
    }
}
