package lab.carousel.picture;

import java.util.List;
import lab.carousel.model.Quantity;
import lab.carousel.model.Traces;
import lab.carousel.task.Step;

/**
 * The numbers of a heatmap as CSV (RFC 4180, lines ended by a line feed): a row for each step with input, expected and
 * predicted symbol, and the hidden state of every unit. Numbers have full precision: read back, they are the same.
 */
final class StateCsv {

    private final List<String> symbols;
    private final Traces traces;

    StateCsv(List<String> symbols, Traces traces) {
        this.symbols = symbols;
        this.traces = traces;
    }

    String text() {
        StringBuilder csv = new StringBuilder("sequence,step,input,expected,predicted,probability,right");
        for (int unit = 0; unit < traces.units(); unit++) {
            csv.append(",h").append(UnitName.of(traces, unit));
        }
        csv.append('\n');
        for (int column = 0; column < traces.columns(); column++) {
            addRow(csv, column);
        }
        return csv.toString();
    }

    private void addRow(StringBuilder csv, int column) {
        Step step = traces.step(column);
        csv.append(step.sequence() + 1).append(',').append(step.number());
        for (int symbol : new int[] {step.input(), step.target(), traces.predicted(column)}) {
            csv.append(',').append(quoted(symbols.get(symbol)));
        }
        csv.append(',').append(traces.probability(column)).append(',').append(right(column));
        for (double value : traces.values(Quantity.HIDDEN_STATE, column)) {
            csv.append(',').append(value);
        }
        csv.append('\n');
    }

    /** True or false; empty where nothing was asked of the network. */
    private String right(int column) {
        return traces.isScored(column) ? Boolean.toString(traces.isRight(column)) : "";
    }

    private static String quoted(String field) {
        boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0;
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
