package lab.carousel.picture.state;

import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.study.UnitOrder;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;

/**
 * What the rows of a heatmap show: a layer of it, a row for each unit in some order, or for each output symbol in the
 * order of the alphabet.
 *
 * @param traces   the columns
 * @param alphabet the symbols of the outputs
 * @param layer    one that the network has
 * @param scale    the colours
 * @param order    of the units; without effect on the outputs
 */
public record StateRows(Traces traces, Alphabet alphabet, HeatmapLayer layer, ColourScale scale, UnitOrder order) {

    /** The hidden state, with the units in the order of their numbers. */
    public static StateRows ofHiddenState(Traces traces, Alphabet alphabet) {
        return new StateRows(
                traces, alphabet, HeatmapLayer.HIDDEN_STATE, ColourScale.SIGNED, UnitOrder.byNumber(traces.units()));
    }

    /** The number of rows. */
    public int count() {
        return layer.rows(traces.layout());
    }

    /** The unit, or the output, that a row shows. */
    public int index(int row) {
        return layer.isOfUnits() ? order.unit(row) : row;
    }

    /** The row that shows a unit, or an output; -1 if there is none. */
    public int row(int index) {
        if (index < 0 || index >= count()) {
            return -1;
        }
        return layer.isOfUnits() ? order.row(index) : index;
    }

    /** What is shown after a step: by unit or output, not by row; not to be written to. */
    public double[] values(int column) {
        return layer.values(traces, column);
    }

    /** The value in a cell. */
    public double value(int column, int row) {
        return values(column)[index(row)];
    }

    /** The name of a row: that of its unit, or its symbol. */
    public String name(int row) {
        return layer.isOfUnits() ? UnitName.of(traces, index(row)) : alphabet.symbol(row);
    }

    /** The name of the axis. */
    public String axis() {
        return Message.text(layer.isOfUnits() ? "state.axis.unit" : "state.axis.symbol");
    }

    /** Whether a row's name is written where only some have room; rows are counted in each layer of the network anew. */
    public boolean isNamed(Thinning thinning, int row) {
        if (!layer.isOfUnits()) {
            return thinning.shows(row + 1);
        }
        int units = traces.layout().units();
        int inLayer = row % units;
        // The first row of the next layer has its name, whatever is close before it
        boolean isLastLayer = row + units >= count();
        boolean isFree = isLastLayer || inLayer == 0 || units - inLayer >= thinning.least();
        return isFree && thinning.shows(inLayer + 1);
    }

    /** Whether a row is the first one of a layer of the network that lies on another one. */
    public boolean startsLayer(int row) {
        return layer.isOfUnits() && row > 0 && row % traces.layout().units() == 0;
    }
}
