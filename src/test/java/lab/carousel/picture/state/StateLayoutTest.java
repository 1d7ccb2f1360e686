package lab.carousel.picture.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.export.PixelPen;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Task;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** All tests look at the same two traces, of which the large one takes a third of a second. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StateLayoutTest {

    private static final int WIDTH = 616;
    private static final int HEIGHT = 294;

    private static Traces traces(Task task, int units) {
        Snapshot snapshot = SampleSnapshot.of(task, units, 10);
        return Traces.of(snapshot.experiment(), snapshot.parameters(), ColumnWindow.START);
    }

    private final Traces reference = traces(Task.reference(), 20);
    private final Traces large = traces(Task.parse("a b", "a b ".repeat(450), "b a ".repeat(51)), 256);

    private static StateDrawing drawing(Traces traces, double zoom, double scrollX, double scrollY) {
        StateRows rows = StateRows.ofHiddenState(traces, Task.reference());
        return new StateDrawing(rows, zoom, scrollX, scrollY);
    }

    private static StateLayout of(Traces traces) {
        return drawing(traces, 0, 0, 0).layout(WIDTH, HEIGHT);
    }

    /** As the screen draws it. */
    private static BufferedImage image(StateDrawing drawing, int scale) {
        BufferedImage image = new BufferedImage(WIDTH * scale, HEIGHT * scale, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = PictureExport.smooth(image);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_SPEED);
        graphics.scale(scale, scale);
        new PixelPen(graphics, Palette.LIGHT).draw(drawing.marks(WIDTH, HEIGHT));
        graphics.dispose();
        return image;
    }

    @Test
    void theReferenceFitsIntoASmallPaneWithAllLabels() {
        StateLayout layout = of(reference);
        assertThat(layout.columnWidth()).isBetween(50.0, 60.0);
        assertThat(layout.grid().rowHeight()).isEqualTo(8);
        assertThat(layout.maxScrollX()).isZero();
        assertThat(layout.maxScrollY()).isZero();
        assertThat(layout.canZoom()).isFalse();
        assertThat(layout.bottom()).isLessThanOrEqualTo(HEIGHT);
        assertThat(layout.seen().right()).as("beside it is the colour bar").isLessThanOrEqualTo(WIDTH - 68);
    }

    @Test
    void cellsDoNotGrowWithoutBounds() {
        StateLayout layout = drawing(reference, 0, 0, 0).layout(3_000, 2_000);
        assertThat(layout.columnWidth()).isEqualTo(128);
        assertThat(layout.grid().rowHeight()).isEqualTo(32);
    }

    @Test
    void aThousandColumnsShrinkToAPixelAndCanBeZoomed() {
        StateLayout layout = of(large);
        assertThat(large.columns()).isEqualTo(1_000);
        assertThat(layout.columnWidth()).isEqualTo(1);
        assertThat(layout.grid().rowHeight()).as("colours are told apart").isEqualTo(8);
        assertThat(layout.canZoom()).isTrue();
        assertThat(layout.maxScrollX())
                .isEqualTo(layout.grid().columns().width() - layout.seen().width());
        assertThat(layout.maxScrollY()).isEqualTo(8 * 256 - layout.seen().height());
        StateLayout zoomed = drawing(large, 1, 0, 0).layout(WIDTH, HEIGHT);
        assertThat(zoomed.columnWidth()).isEqualTo(48);
    }

    @Test
    void scrollingStaysWithinBounds() {
        StateLayout layout = drawing(large, 0, 1e9, -5).layout(WIDTH, HEIGHT);
        assertThat(layout.scrollX()).isEqualTo(layout.maxScrollX());
        assertThat(layout.grid().top()).isEqualTo(layout.seen().y());
        assertThat(layout.endColumn()).isEqualTo(1_000);
        assertThat(layout.firstColumn()).isGreaterThan(400);
    }

    @Test
    void findsTheCellAtAPlace() {
        StateLayout layout = of(reference);
        assertThat(layout.columnAt(layout.grid().middle(5))).isEqualTo(5);
        assertThat(layout.rowAt(layout.grid().y(7) + 1)).isEqualTo(7);
        assertThat(layout.columnAt(layout.seen().x() - 1)).isEqualTo(-1);
        assertThat(layout.columnAt(layout.grid().x(4) - 3)).as("in the gap").isEqualTo(-1);
        assertThat(layout.rowAt(layout.seen().y() - 1)).isEqualTo(-1);
        assertThat(layout.rowAt(layout.seen().bottom())).isEqualTo(-1);
    }

    @Test
    void scrollsNoFurtherThanNeededToShowACell() {
        StateLayout layout = of(large);
        assertThat(layout.scrollXToShow(10)).isZero();
        assertThat(layout.scrollXToShow(800)).isEqualTo(801 - layout.seen().width());
        assertThat(layout.scrollYToShow(255)).isEqualTo(8 * 256 - layout.seen().height());
    }

    @Test
    void paintsEveryVisibleCellInItsColourAndNothingElse() {
        StateDrawing drawing = drawing(large, 0.3, 333, 17);
        StateLayout layout = drawing.layout(WIDTH, HEIGHT);
        BufferedImage image = image(drawing, 1);
        int top = (int) layout.seen().y();
        for (int column = layout.firstColumn() + 1; column < layout.endColumn() - 1; column++) {
            int x = (int) layout.grid().middle(column);
            for (int y = 0; y < layout.seen().height(); y++) {
                double value = large.value(Quantity.HIDDEN_STATE, column, (y + 17) / 8);
                assertThat(image.getRGB(x, top + y)).isEqualTo(ColourMap.DIVERGING.argb(value, -1, 1));
            }
        }
        assertThat(image.getRGB((int) layout.seen().right() + 2, top + 20))
                .as("beside the cells")
                .isZero();
    }

    @Test
    void paintsEachPixelOfAnEnlargedScreenAndGapsStayTransparent() {
        StateDrawing drawing = drawing(reference, 0, 0, 0);
        StateLayout layout = drawing.layout(WIDTH, HEIGHT);
        BufferedImage points = image(drawing, 1);
        BufferedImage pixels = image(drawing, 2);
        for (int y = (int) layout.seen().y(); y < layout.seen().bottom(); y++) {
            for (int x = (int) layout.seen().x(); x < layout.seen().right(); x++) {
                assertThat(pixels.getRGB(2 * x + 1, 2 * y + 1)).isEqualTo(points.getRGB(x, y));
                assertThat(points.getRGB(x, y) == 0).isEqualTo(layout.columnAt(x) < 0);
            }
        }
    }
}
