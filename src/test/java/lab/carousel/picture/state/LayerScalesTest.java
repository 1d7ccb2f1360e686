package lab.carousel.picture.state;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class LayerScalesTest {

    private final LayerScales scales = new LayerScales();
    private final Snapshot snapshot = SampleSnapshot.reference(0);
    private final Experiment experiment = snapshot.experiment();

    /** Traces in which the largest |c| is the given one: 20 units that write g = 1 into c again and again. */
    private Traces withLargestC(int steps) {
        double[] values = new double[experiment.layout().size()];
        var layer = experiment.layout().layer(0);
        for (var gate : experiment.layout().cell().gates()) {
            for (int unit = 0; unit < 20; unit++) {
                values[layer.bias() + layer.column(gate) + unit] = 1_000;
            }
        }
        return Traces.of(experiment, Parameters.of(experiment.layout(), values), new ColumnWindow(0, steps));
    }

    private ColourScale scale(int steps) {
        return scales.scale(experiment, withLargestC(steps), HeatmapLayer.CELL_STATE);
    }

    @Test
    void theScaleOfCGrowsInRoundNumbersAndNeverShrinks() {
        assertThat(scale(1)).isEqualTo(ColourScale.signed(1));
        assertThat(scale(3)).isEqualTo(ColourScale.signed(3));
        assertThat(scale(2)).isEqualTo(ColourScale.signed(3));
        assertThat(scale(4)).isEqualTo(ColourScale.signed(4));
        assertThat(scales.scale(experiment, withLargestC(4), HeatmapLayer.CELL_CHANGE))
                .as("each layer has its own")
                .isEqualTo(ColourScale.signed(1));
    }

    @Test
    void withAnotherExperimentItStartsAnew() {
        assertThat(scale(4).high()).isEqualTo(4);
        Experiment other = experiment.with(all -> all.with(Settings.SEED, 99L));
        assertThat(scales.scale(other, withLargestC(2), HeatmapLayer.CELL_STATE))
                .isEqualTo(ColourScale.signed(2));
    }

    @Test
    void whatIsBoundedHasItsBounds() {
        Traces traces = withLargestC(4);
        for (HeatmapLayer layer : HeatmapLayer.values()) {
            ColourScale expected =
                    switch (layer) {
                        case HIDDEN_STATE, CANDIDATE -> ColourScale.SIGNED;
                        case CELL_STATE, CELL_CHANGE -> null;
                        default -> ColourScale.SHARE;
                    };
            if (expected != null) {
                assertThat(scales.scale(experiment, traces, layer)).isEqualTo(expected);
            }
        }
    }
}
