package lab.carousel.picture.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.Saturation;
import org.junit.jupiter.api.Test;

class SaturationDrawingTest {

    private static final double WIDTH = 400;
    private static final double HEIGHT = 600;

    /** Two layers of two units: the first and the third alike, the second a switch, the fourth always shut. */
    private static final Saturation SATURATION = new Saturation(
            new ParameterLayout(3, 3, 2, Cell.GRU, 2),
            List.of(Quantity.UPDATE_GATE, Quantity.RESET_GATE),
            8,
            8,
            new int[][] {{0, 4, 0, 8}, {2, 2, 2, 2}},
            new int[][] {{8, 4, 8, 0}, {1, 3, 5, 6}});

    private static final Drawing DRAWING = SaturationDrawing.of(SATURATION, 1);

    /** What stands at all places of the drawing, by gate and unit. */
    private static Map<String, Hit> hits() {
        List<Mark> marks = DRAWING.marks(WIDTH, HEIGHT);
        Map<String, Hit> hits = new TreeMap<>();
        for (double x = 0; x < WIDTH; x += 3) {
            for (double y = 0; y < HEIGHT; y += 3) {
                Hit.at(marks, x, y)
                        .ifPresent(spot ->
                                hits.put(SATURATION.gates().get(spot.column()).letter() + spot.row(), spot));
            }
        }
        return hits;
    }

    @Test
    void pointsAtEachDotOfEachGate() {
        Map<String, Hit> hits = hits();
        assertThat(hits.keySet())
                .as("of units in one place the first")
                .containsExactly("r0", "r1", "r2", "r3", "z0", "z1", "z3");
        assertThat(hits.get("z1").words())
                .isEqualTo("unit 1.2, Update gate z\nopen (over 0.9) at 50 % of the steps\nshut (below 0.1) at 50 %");
        assertThat(hits.get("z0").words()).endsWith("\nso are units 2.1");
        assertThat(hits.get("r3").words()).contains("unit 2.2, Reset gate r", "at 75 %", "at 25 %");
    }

    @Test
    void saysHowOftenTheGatesOfAllUnitsAreOpenAndShut() {
        assertThat(SaturationDrawing.summary(SATURATION))
                .isEqualTo("Update gate z: open 62.5 %, shut 37.5 %.\nReset gate r: open 46.9 %, shut 25 %.");
    }

    @Test
    void writesALineForEachUnitOfEachGate() {
        assertThat(DRAWING.csv().lines())
                .containsExactly(
                        "panel,unit,over 0.9,below 0.1",
                        "Update gate z,1.1,1.0,0.0",
                        "Update gate z,1.2,0.5,0.5",
                        "Update gate z,2.1,1.0,0.0",
                        "Update gate z,2.2,0.0,1.0",
                        "Reset gate r,1.1,0.125,0.25",
                        "Reset gate r,1.2,0.375,0.25",
                        "Reset gate r,2.1,0.625,0.25",
                        "Reset gate r,2.2,0.75,0.25");
    }
}
