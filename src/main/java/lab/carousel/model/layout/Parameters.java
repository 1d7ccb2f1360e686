package lab.carousel.model.layout;

import java.util.Arrays;
import java.util.function.Consumer;

/** The weights and biases of a network: immutable, flat, in the order of {@link ParameterLayout}. */
public final class Parameters {

    private final ParameterLayout layout;
    private final double[] values;
    /** The layers of the layout, fetched once because they are needed at every time step. */
    private final LayerLayout[] layers;

    private Parameters(ParameterLayout layout, double[] values) {
        if (values.length != layout.size()) {
            throw new IllegalArgumentException("needs " + layout.size() + " values, got " + values.length);
        }
        this.layout = layout;
        this.values = values;
        this.layers = new LayerLayout[layout.layers()];
        Arrays.setAll(layers, layout::layer);
    }

    /** Copies the values, which are as many as {@link ParameterLayout#size()}. */
    public static Parameters of(ParameterLayout layout, double[] values) {
        return new Parameters(layout, values.clone());
    }

    /**
     * Parameters with values that are written straight into them, so that there is no copy: a trainer tells its own
     * after each epoch.
     *
     * @param writer writes all values, and keeps the array no longer than that
     */
    public static Parameters written(ParameterLayout layout, Consumer<double[]> writer) {
        return writtenInto(new double[layout.size()], layout, writer);
    }

    /**
     * The same in the place of parameters that nobody needs any more, of the same layout: where thousands of networks are
     * looked at one after the other, new memory for each takes longer than all that is written into it.
     *
     * @param over not to be used again
     */
    public static Parameters writtenOver(Parameters over, Consumer<double[]> writer) {
        return writtenInto(over.values, over.layout, writer);
    }

    private static Parameters writtenInto(double[] values, ParameterLayout layout, Consumer<double[]> writer) {
        writer.accept(values);
        return new Parameters(layout, values);
    }

    public ParameterLayout layout() {
        return layout;
    }

    public double get(int index) {
        return values[index];
    }

    public double[] toArray() {
        return values.clone();
    }

    public boolean isFinite() {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    public LayerLayout layer(int layer) {
        return layers[layer];
    }

    /** The values themselves, for this package's arithmetic, which only reads them. */
    public double[] values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that && layout.equals(that.layout) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * layout.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Parameters[" + layout + "]";
    }
}
