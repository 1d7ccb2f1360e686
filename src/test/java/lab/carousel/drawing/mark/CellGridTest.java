package lab.carousel.drawing.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.export.PixelPen;
import org.junit.jupiter.api.Test;

class CellGridTest {

    /** Three columns with a gap before the last one, two rows. */
    private final CellGrid grid = new CellGrid(ColumnPlaces.of(3, List.of(2), 10, 4), 2, 50, 20, 8);

    @Test
    void cellsStandBesideOneAnotherButForGaps() {
        assertThat(grid.at(1, 0).x()).isEqualTo(50);
        assertThat(grid.at(1, 0).y()).isEqualTo(28);
        assertThat(grid.x(2)).isEqualTo(74);
        assertThat(grid.middle(2)).isEqualTo(79);
        assertThat(grid.right()).isEqualTo(84);
        assertThat(grid.bottom()).isEqualTo(36);
    }

    @Test
    void findsTheCellAtAPlace() {
        assertThat(grid.columnAt(49)).isEqualTo(-1);
        assertThat(grid.columnAt(69.9)).isEqualTo(1);
        assertThat(grid.columnAt(72)).as("in the gap").isEqualTo(-1);
        assertThat(grid.columnAt(74)).isEqualTo(2);
        assertThat(grid.rowAt(19)).isEqualTo(-1);
        assertThat(grid.rowAt(28)).isEqualTo(1);
        assertThat(grid.rowAt(36)).isEqualTo(-1);
    }

    @Test
    void tellsWhichColumnsAreVisible() {
        ColumnPlaces columns = grid.columns();
        assertThat(columns.firstBeyond(0)).isZero();
        assertThat(columns.endVisible(0, 20)).isEqualTo(2);
        assertThat(columns.firstBeyond(10)).isEqualTo(1);
        assertThat(columns.endVisible(10, 24)).isEqualTo(3);
        assertThat(columns.firstBeyond(22)).as("in the gap").isEqualTo(2);
        assertThat(columns.firstBeyond(34)).as("beyond the last").isEqualTo(3);
        assertThat(ColumnPlaces.widthToFill(3, 1, 34, 4)).isEqualTo(10);
    }

    @Test
    void eachCellHasTheColourOfItsValue() {
        for (int rows : new int[] {10, 400}) {
            CellGrid cells = new CellGrid(ColumnPlaces.of(20, List.of(10), 4, 3), rows, 0, 0, 2);
            BufferedImage image = new BufferedImage(83, 2 * rows, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = PictureExport.smooth(image);
            Marks marks = new Marks();
            marks.cells(cells, (row, column) -> (row + column) % 5 / 4.0, ColourScale.SHARE);
            new PixelPen(graphics, Palette.LIGHT).draw(marks.list());
            graphics.dispose();
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < 20; column++) {
                    int drawn = image.getRGB((int) cells.middle(column), (int) cells.y(row) + 1);
                    assertThat(drawn).isEqualTo(ColourScale.SHARE.argb((row + column) % 5 / 4.0, Palette.LIGHT));
                }
            }
            assertThat(image.getRGB(41, 5)).as("in the gap").isEqualTo(Color.BLACK.getRGB());
        }
    }
}
