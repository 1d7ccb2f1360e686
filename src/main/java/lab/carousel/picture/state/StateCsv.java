package lab.carousel.picture.state;

import java.util.List;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Step;
import lab.carousel.text.Csv;

/**
 * The numbers of a heatmap as CSV: a row for each step with input, expected and
 * predicted symbol, and all layers of the heatmap with the units in the order of their numbers, whatever is on the screen:
 * h1, h2 and so on, for an LSTM c1, i1, f1, o1, g1 and dc1 (the change of c), at the end the output of each symbol, y and the
 * symbol. Numbers have full precision: read back, they are the same.
 */
final class StateCsv {

    private final List<String> symbols;
    private final Traces traces;
    private final List<HeatmapLayer> layers;

    StateCsv(List<String> symbols, Traces traces) {
        this.symbols = symbols;
        this.traces = traces;
        this.layers = HeatmapLayer.of(traces.layout().cell());
    }

    String text() {
        Csv csv = new Csv();
        List.of("sequence", "step", "input", "expected", "predicted", "probability", "right")
                .forEach(csv::add);
        for (HeatmapLayer layer : layers) {
            for (int index = 0; index < layer.rows(traces.layout()); index++) {
                String name = layer.isOfUnits() ? UnitName.of(traces, index) : symbols.get(index);
                csv.add(layer.column() + name);
            }
        }
        csv.end();
        for (int column = 0; column < traces.columns(); column++) {
            addRow(csv, column);
        }
        return csv.toString();
    }

    private void addRow(Csv csv, int column) {
        Step step = traces.step(column);
        csv.add(step.sequence() + 1L).add(step.number());
        for (int symbol : new int[] {step.input(), step.target(), traces.predicted(column)}) {
            csv.add(symbols.get(symbol));
        }
        csv.addComputed(traces.probability(column)).add(right(column));
        for (HeatmapLayer layer : layers) {
            for (double value : layer.values(traces, column)) {
                csv.addComputed(value);
            }
        }
        csv.end();
    }

    /** True or false; empty where nothing was asked of the network. */
    private String right(int column) {
        return traces.isScored(column) ? Boolean.toString(traces.isRight(column)) : "";
    }
}
