package lab.carousel.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.export.PixelPen;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import org.junit.jupiter.api.Test;

class MatrixDrawingTest {

    private static final double[][] VALUES = {{1, -1, 0.5}, {0, Double.NaN, -0.25}};

    private final MatrixDrawing matrix = MatrixDrawing.of(
            VALUES,
            new MatrixSide("row", List.of("one", "two")),
            new MatrixSide("column", List.of("a", "b", "c")),
            ColourScale.SIGNED,
            value -> "<" + value + ">");

    private static int colourAt(BufferedImage image, double x, double y) {
        return image.getRGB((int) x, (int) y);
    }

    private static BufferedImage image(Drawing drawing) {
        return PictureExport.image(new DrawnPicture("title", "", drawing, Palette.LIGHT, 432, 300), 1);
    }

    @Test
    void tellsTheValueAtEachPlace() {
        assertThat(matrix.at(5, 5, 400, 240)).isEmpty();
        assertThat(matrix.at(120, 8, 400, 240)).get().satisfies(spot -> {
            assertThat(spot.row()).isZero();
            assertThat(spot.words()).startsWith("one, ").contains("<1.0>");
        });
        Hit last = matrix.at(300, 70, 400, 240).orElseThrow();
        assertThat(last.row()).isEqualTo(1);
        assertThat(last.column()).isEqualTo(2);
        assertThat(last.words()).isEqualTo("two, c: <-0.25>");
    }

    @Test
    void coloursEachCellByItsValue() {
        BufferedImage image = image(matrix);
        // The drawing begins at (16, 48) of the picture
        for (double x = 73; x < 320; x += 10) {
            for (double y : new double[] {20, 60}) {
                var spot = matrix.at(x, y, 400, 236);
                // The edges of cells are on whole pixels
                if (spot.isPresent()
                        && spot.equals(matrix.at(x - 1, y, 400, 236))
                        && spot.equals(matrix.at(x + 1, y, 400, 236))) {
                    double value = VALUES[spot.get().row()][spot.get().column()];
                    assertThat(colourAt(image, x + 16, y + 48))
                            .as("value at %s, %s", x, y)
                            .isEqualTo(ColourScale.SIGNED
                                    .colour(value, Palette.LIGHT)
                                    .getRGB());
                }
            }
        }
    }

    @Test
    void leavesGapsBetweenColumns() {
        Drawing apart = matrix.withGaps(List.of(1));
        int empty = 0;
        for (double x = 70; x < 300; x++) {
            boolean between = apart.at(x, 10, 400, 240).isEmpty()
                    && apart.at(x - 9, 10, 400, 240).isPresent()
                    && apart.at(x + 9, 10, 400, 240).isPresent();
            empty += between ? 1 : 0;
        }
        assertThat(empty).isBetween(6, 9);
    }

    @Test
    void writesItsNumbersAsCsv() {
        assertThat(matrix.csv()).isEqualTo("row,a,b,c\none,1.0,-1.0,0.5\ntwo,0.0,NaN,-0.25\n");
    }

    @Test
    void betweenNeighboursNoSeamIsSeen() {
        double[][] values = new double[7][60];
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 60; column++) {
                values[row][column] = (row + column) % 2 == 0 ? 1 : -1;
            }
        }
        MatrixDrawing board = MatrixDrawing.of(
                values,
                new MatrixSide("", Collections.nCopies(7, "x")),
                new MatrixSide("", Collections.nCopies(60, "y")),
                ColourScale.SIGNED,
                value -> "1");
        List<String> seams = new ArrayList<>();
        for (int width = 300; width < 420; width++) {
            BufferedImage image = new BufferedImage(width, 221, BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = PictureExport.smooth(image);
            new PixelPen(graphics, Palette.LIGHT).draw(board.marks(width, 221));
            graphics.dispose();
            Box first = board.cells(width, 221).at(0, 0);
            Box last = board.cells(width, 221).at(6, 59);
            for (int x = (int) first.x() + 1; x < last.right() - 1; x++) {
                for (int y = (int) first.y() + 1; y < last.bottom() - 1; y++) {
                    if (image.getRGB(x, y) >>> 24 != 255) {
                        seams.add(x + ", " + y + " of " + width);
                    }
                }
            }
        }
        assertThat(seams).isEmpty();
    }
}
