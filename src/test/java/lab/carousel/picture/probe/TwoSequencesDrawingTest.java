package lab.carousel.picture.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.StepLines;
import lab.carousel.drawing.colour.ColourScale;
import org.junit.jupiter.api.Test;

class TwoSequencesDrawingTest {

    private static final List<String> SYMBOLS = List.of("a", "b", "c");

    private final TwoSequencesDrawing fork = new TwoSequencesDrawing(matrix(SYMBOLS), lines());

    private static MatrixDrawing matrix(List<String> columns) {
        return MatrixDrawing.of(
                new double[2][columns.size()],
                new MatrixDrawing.Side("unit", List.of("1", "2")),
                new MatrixDrawing.Side("", columns),
                ColourScale.upTo(1),
                Double::toString);
    }

    private static StepLines lines() {
        return new StepLines(
                List.of(new StepLines.StepLine("sum", new double[] {0.5, 1.5, 2.5}, 0)),
                SYMBOLS,
                7,
                0,
                5,
                Double::toString,
                List.of(),
                -1);
    }

    @Test
    void aStepStandsBelowItsColumn() {
        for (double x = 0; x < 400; x += 3) {
            var above = fork.at(x, 10, 400, 300);
            var below = fork.at(x, 230, 400, 300);
            assertThat(above.map(Drawing.Spot::column)).as("at %s", x).isEqualTo(below.map(Drawing.Spot::column));
        }
        assertThat(fork.at(200, 10, 400, 300))
                .get()
                .extracting(Drawing.Spot::row)
                .isEqualTo(0);
        assertThat(fork.at(200, 230, 400, 300))
                .get()
                .extracting(Drawing.Spot::row)
                .isEqualTo(-1);
    }

    @Test
    void writesTheLinesAndThenTheRows() {
        assertThat(fork.csv())
                .isEqualTo("step,input,sum,unit 1,unit 2\n7,a,0.5,0.0,0.0\n8,b,1.5,0.0,0.0\n9,c,2.5,0.0,0.0\n");
    }

    @Test
    void bothMustBeOfTheSameSteps() {
        assertThatThrownBy(() -> new TwoSequencesDrawing(matrix(List.of("a")), lines()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
