package lab.carousel.picture.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.picture.probe.AnswersDrawing.Block;
import lab.carousel.picture.probe.AnswersDrawing.StepColumn;
import lab.carousel.picture.probe.AnswersDrawing.SymbolRow;
import org.junit.jupiter.api.Test;

class AnswersDrawingTest {

    private static final double[][] BEFORE = {{0.9, 0.1}, {0.2, 0.8}};
    private static final double[][] AFTER = {{0.9, 0.1}, {0.7, 0.3}};

    private final AnswersDrawing answers = new AnswersDrawing(
            List.of(new StepColumn(0, 1, "x", "a", 0, true), new StepColumn(1, 1, "y", "b", 1, true)),
            List.of("a", "b"),
            List.of(new Block("before", BEFORE), new Block("after", AFTER)),
            List.of(new SymbolRow("other", List.of("a", ""))),
            -1,
            -1);

    private static BufferedImage image(Drawing drawing) {
        return PictureExport.image(new DrawnPicture("title", "", drawing, Palette.LIGHT, 432, 348), 1);
    }

    @Test
    void aPredictionHasChangedWhereAnotherOutputIsTheLargest() {
        assertThat(answers.isChanged(1, 0)).isFalse();
        assertThat(answers.isChanged(1, 1)).isTrue();
        assertThat(answers.isRight(0, 1)).isTrue();
        assertThat(answers.isRight(1, 1)).isFalse();
    }

    @Test
    void coloursEachCellByItsOutputAndTellsIt() {
        BufferedImage image = image(answers);
        int cells = 0;
        for (double x = 0; x < 400; x += 4) {
            for (double y = 22; y < 50; y += 4) {
                var spot = answers.at(x, y, 400, 284).filter(at -> at.row() >= 0);
                if (spot.isPresent()) {
                    double output = BEFORE[spot.get().column()][spot.get().row()];
                    assertThat(spot.get().words()).contains(String.format("%.2f", output));
                    // The number is written in the middle; beside it is the colour
                    cells += image.getRGB((int) x + 16, (int) y + 48)
                                    == ColourScale.SHARE
                                            .colour(output, Palette.LIGHT)
                                            .getRGB()
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(cells).isGreaterThan(60);
    }

    @Test
    void aChangedPredictionIsFramed() {
        int accent = Palette.LIGHT.accent().getRGB();
        assertThat(count(image(answers), accent)).isGreaterThan(40);
        AnswersDrawing same = new AnswersDrawing(
                answers.columns(),
                answers.symbols(),
                List.of(new Block("before", BEFORE), new Block("after", BEFORE)),
                List.of(),
                -1,
                -1);
        assertThat(count(image(same), accent)).isZero();
    }

    private static long count(BufferedImage image, int colour) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()) == colour)
                .count();
    }

    @Test
    void ofMoreOutputsThanThereIsRoomForTheTwoThatMatterAreShown() {
        List<String> symbols =
                IntStream.range(0, 300).mapToObj(Integer::toString).toList();
        double[][] outputs = {
            IntStream.range(0, 300).mapToDouble(k -> k / 300.0).toArray()
        };
        AnswersDrawing many = new AnswersDrawing(
                List.of(new StepColumn(0, 1, "0", "150", 150, true)),
                symbols,
                List.of(new Block("before", outputs), new Block("after", outputs)),
                List.of(),
                -1,
                -1);
        AnswersLayout layout = new AnswersLayout(many, 400, 300);
        assertThat(layout.compact).isTrue();
        assertThat(layout.value(0, 0, 0)).isEqualTo(0.5);
        assertThat(layout.value(0, 0, 1)).isEqualTo(299 / 300.0);
        assertThat(layout.bottom()).isLessThanOrEqualTo(300);
        assertThat(many.at(120, 40, 400, 300))
                .get()
                .extracting(Drawing.Spot::words)
                .asString()
                .contains("299");
    }

    @Test
    void writesEachStepWithBothAnswers() {
        assertThat(answers.csv())
                .isEqualTo(
                        """
                sequence,step,input,expected,other,before: predicted,before: output a,before: output b,\
                after: predicted,after: output a,after: output b
                1,1,x,a,a,a,0.9,0.1,a,0.9,0.1
                2,1,y,b,,b,0.2,0.8,a,0.7,0.3
                """);
    }
}
