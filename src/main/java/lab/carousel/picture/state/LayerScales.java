package lab.carousel.picture.state;

import java.util.EnumMap;
import java.util.Map;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import org.jspecify.annotations.Nullable;

/**
 * The colour scale of each layer. Those of h, g, gates and outputs are fixed. c, its change and outputs that are numbers have no bound: their scales
 * are symmetric about zero and reach to the least round number ({@link ColourScale#round}), 1 or more, that is not below
 * any value that was shown. While an experiment is looked at they grow and never shrink, so that the colours do not jump
 * about while it is trained or its past is looked at; with another experiment they start anew.
 */
public final class LayerScales {

    private final Map<HeatmapLayer, Double> bounds = new EnumMap<>(HeatmapLayer.class);
    private @Nullable Experiment experiment;

    /** The scale for a layer of traces that are about to be shown. */
    public ColourScale scale(Experiment shown, Traces traces, HeatmapLayer layer) {
        if (!shown.equals(experiment)) {
            experiment = shown;
            bounds.clear();
        }
        boolean isShare =
                layer != HeatmapLayer.OUTPUTS || shown.task().targets().lowest() == 0;
        return switch (layer.range()) {
            case SIGNED -> ColourScale.SIGNED;
            case SHARE -> isShare ? ColourScale.SHARE : unbounded(traces, layer);
            case UNBOUNDED -> unbounded(traces, layer);
        };
    }

    private ColourScale unbounded(Traces traces, HeatmapLayer layer) {
        return ColourScale.signed(bounds.merge(layer, bound(traces, layer), Math::max));
    }

    private static double bound(Traces traces, HeatmapLayer layer) {
        double largest = 1;
        for (int column = 0; column < traces.columns(); column++) {
            for (double value : layer.values(traces, column)) {
                double size = Math.abs(value);
                if (size > largest && size < Double.POSITIVE_INFINITY) {
                    largest = size;
                }
            }
        }
        return ColourScale.round(largest);
    }
}
