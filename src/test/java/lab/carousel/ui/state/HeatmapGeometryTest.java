package lab.carousel.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.StateRows;
import lab.carousel.task.Task;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.state.HeatmapPane.HeatmapRaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** All tests look at the same two traces, of which the large one takes a third of a second. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeatmapGeometryTest {

    private static Traces traces(Task task, int units) {
        Snapshot snapshot = SampleSnapshot.of(task, units, 10);
        return Traces.of(snapshot.experiment(), snapshot.parameters(), StepWindow.START);
    }

    private final Traces reference = traces(Task.reference(), 20);
    private final Traces large = traces(Task.parse("a b", "a b ".repeat(450), "b a ".repeat(51)), 256);

    private static StateRows rows(Traces traces) {
        return StateRows.ofHiddenState(traces, Task.reference().alphabet());
    }

    private static HeatmapGeometry of(Traces traces, double width, double height) {
        return HeatmapGeometry.of(traces, traces.units(), width, height, 0, 0, 0);
    }

    @Test
    void theReferenceFitsIntoASmallPaneWithAllLabels() {
        HeatmapGeometry geometry = of(reference, 616, 294);
        assertThat(geometry.columns().columnWidth()).isBetween(50.0, 60.0);
        assertThat(geometry.rowHeight()).isEqualTo(8);
        assertThat(geometry.maxScrollX()).isZero();
        assertThat(geometry.maxScrollY()).isZero();
        assertThat(geometry.canZoom()).isFalse();
        assertThat(HeatmapGeometry.TOP + geometry.height() + HeatmapGeometry.BOTTOM)
                .isLessThanOrEqualTo(294);
        assertThat(HeatmapGeometry.LEFT + geometry.width() + HeatmapGeometry.RIGHT)
                .isLessThanOrEqualTo(616);
    }

    @Test
    void cellsDoNotGrowWithoutBounds() {
        HeatmapGeometry geometry = of(reference, 3_000, 2_000);
        assertThat(geometry.columns().columnWidth()).isEqualTo(128);
        assertThat(geometry.rowHeight()).isEqualTo(32);
    }

    @Test
    void aThousandColumnsShrinkToAPixelAndCanBeZoomed() {
        HeatmapGeometry geometry = of(large, 616, 294);
        assertThat(large.columns()).isEqualTo(1_000);
        assertThat(geometry.columns().columnWidth()).isEqualTo(1);
        assertThat(geometry.rowHeight()).isEqualTo(1);
        assertThat(geometry.canZoom()).isTrue();
        assertThat(geometry.maxScrollX()).isEqualTo(geometry.columns().width() - geometry.width());
        assertThat(geometry.maxScrollY()).isEqualTo(256 - geometry.height());
        HeatmapGeometry zoomed = HeatmapGeometry.of(large, 256, 616, 294, 1, 0, 0);
        assertThat(zoomed.columns().columnWidth()).isEqualTo(48);
    }

    @Test
    void scrollingStaysWithinBounds() {
        HeatmapGeometry geometry = HeatmapGeometry.of(large, 256, 616, 294, 0, 1e9, -5);
        assertThat(geometry.scrollX()).isEqualTo(geometry.maxScrollX());
        assertThat(geometry.scrollY()).isZero();
        assertThat(geometry.endVisible()).isEqualTo(1_000);
        assertThat(geometry.firstVisible()).isGreaterThan(400);
    }

    @Test
    void findsTheCellAtAPlace() {
        HeatmapGeometry geometry = of(reference, 616, 294);
        assertThat(geometry.columnAt(geometry.middle(5))).isEqualTo(5);
        assertThat(geometry.rowAt(geometry.top(7) + 1)).isEqualTo(7);
        assertThat(geometry.columnAt(HeatmapGeometry.LEFT - 1)).isEqualTo(-1);
        assertThat(geometry.columnAt(geometry.left(4) - 3)).as("in the gap").isEqualTo(-1);
        assertThat(geometry.rowAt(HeatmapGeometry.TOP - 1)).isEqualTo(-1);
        assertThat(geometry.rowAt(HeatmapGeometry.TOP + geometry.height())).isEqualTo(-1);
    }

    @Test
    void scrollsNoFurtherThanNeededToShowACell() {
        HeatmapGeometry geometry = of(large, 616, 294);
        assertThat(geometry.scrollXToShow(10)).isZero();
        assertThat(geometry.scrollXToShow(800)).isEqualTo(801 - geometry.width());
        assertThat(geometry.scrollYToShow(255)).isEqualTo(256 - geometry.height());
    }

    @Test
    void paintsEveryVisibleCellInItsColourAndNothingElse() {
        HeatmapGeometry geometry = HeatmapGeometry.of(large, 256, 616, 294, 0.3, 333, 17);
        int stride = geometry.width() + 5;
        int[] pixels = new int[stride * geometry.height()];
        HeatmapRaster.paint(geometry, 1, rows(geometry.traces()), Palette.LIGHT, pixels, stride);
        for (int column = geometry.firstVisible() + 1; column < geometry.endVisible() - 1; column++) {
            int x = (int) geometry.middle(column) - HeatmapGeometry.LEFT;
            for (int y = 0; y < geometry.height(); y++) {
                double value = large.value(Quantity.HIDDEN_STATE, column, y + 17);
                assertThat(pixels[y * stride + x]).isEqualTo(ColourMap.DIVERGING.argb(value, -1, 1));
            }
        }
        assertThat(pixels[geometry.width()]).as("beside the picture").isZero();
    }

    @Test
    void paintsEachPixelOfAnEnlargedScreen() {
        HeatmapGeometry geometry = of(reference, 616, 294);
        int[] points = new int[geometry.width() * geometry.height()];
        HeatmapRaster.paint(geometry, 1, rows(geometry.traces()), Palette.LIGHT, points, geometry.width());
        int stride = 2 * geometry.width();
        int[] pixels = new int[stride * 2 * geometry.height()];
        HeatmapRaster.paint(geometry, 2, rows(geometry.traces()), Palette.LIGHT, pixels, stride);
        for (int y = 0; y < 2 * geometry.height(); y++) {
            for (int x = 0; x < stride; x++) {
                assertThat(pixels[y * stride + x]).isEqualTo(points[y / 2 * geometry.width() + x / 2]);
            }
        }
    }

    @Test
    void gapsBetweenSequencesStayTransparent() {
        HeatmapGeometry geometry = of(reference, 616, 294);
        int[] pixels = new int[geometry.width() * geometry.height()];
        HeatmapRaster.paint(geometry, 1, rows(geometry.traces()), Palette.LIGHT, pixels, geometry.width());
        int gap = (int) geometry.left(4) - HeatmapGeometry.LEFT - 8;
        assertThat(pixels[gap]).isZero();
        assertThat(pixels[gap - 16]).isNotZero();
        assertThat(pixels[gap + 16]).isNotZero();
    }
}
