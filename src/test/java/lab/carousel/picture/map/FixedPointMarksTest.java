package lab.carousel.picture.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.study.map.FixedPoint;
import lab.carousel.study.map.FixedPoints;
import lab.carousel.study.map.StateMap;
import lab.carousel.study.map.StatePart;
import lab.carousel.study.map.TwoBits;
import lab.carousel.study.map.Vectors;
import lab.carousel.study.map.VisitedStates;
import lab.carousel.task.generator.Recipe;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;

class FixedPointMarksTest {

    private static final Experiment EXPERIMENT = TwoBits.experiment(1);
    private static final Parameters PARAMETERS = TwoBits.trained();
    private static final FixedPoints FOUND = TwoBits.search(
            EXPERIMENT, PARAMETERS, EXPERIMENT.task().alphabet().indices().get(Recipe.HOLD));

    private static StateMap map(Vectors vectors) {
        StatePart part = new StatePart(vectors, StatePart.ALL_LAYERS);
        FedNetwork network = FedNetwork.of(EXPERIMENT, PARAMETERS);
        return StateMap.of(VisitedStates.of(network.evaluator(), part), network);
    }

    private static FixedPoint point(double q, double eigenvalue) {
        return new FixedPoint(new double[12], q, List.of(new Complex(0, eigenvalue)), new double[12]);
    }

    @Test
    void marksEachPointInThePartThatTheMapShows() {
        StateMap map = map(Vectors.CELL_STATE);
        List<StateMark> marks = FixedPointMarks.of(FOUND, map);
        assertThat(marks).hasSameSizeAs(FOUND.points());
        assertThat(marks).filteredOn(mark -> mark.kind() == MarkKind.STABLE).hasSize(4);
        assertThat(marks).filteredOn(mark -> mark.kind() == MarkKind.UNSTABLE).hasSize(5);
        double width = map.high(0) - map.low(0);
        for (int mark = 0; mark < marks.size(); mark++) {
            FixedPoint point = FOUND.points().get(mark);
            assertThat(marks.get(mark).state()).isEqualTo(Arrays.copyOfRange(point.state(), 6, 12));
            double[] line = marks.get(mark).direction();
            assertThat(Math.sqrt(Arrays.stream(line).map(each -> each * each).sum()))
                    .as("a tenth of the width at most")
                    .isBetween(0.01 * width, 0.1 * width);
            int largest =
                    IntStream.range(0, 6).reduce(0, (best, k) -> Math.abs(line[k]) > Math.abs(line[best]) ? k : best);
            assertThat(line[largest] * point.slow()[6 + largest]).isPositive();
        }
    }

    @Test
    void whatLiesFarBeyondTheDotsIsCountedAndLeftOut() {
        StateMap map = map(Vectors.HIDDEN_STATE);
        MapLook look = MapLook.FIRST;
        List<StateMark> marks = new ArrayList<>(FixedPointMarks.of(FOUND, map));
        assertThat(new StateMapDrawing(map, look, marks).beyond()).isZero();
        double[] far = IntStream.range(0, map.state(0).length)
                .mapToDouble(number -> 100 * map.axes().loadings(number)[0])
                .toArray();
        marks.add(new StateMark(MarkKind.SLOW, far, new double[0], "far away"));
        StateMapDrawing drawing = new StateMapDrawing(map, look, marks);
        assertThat(drawing.beyond()).isOne();
        assertThat(drawing.across().to()).isLessThan(10);
    }

    @Test
    void saysWhatBecomesOfAPushAtEachKindOfPoint() {
        FixedPoints kinds = new FixedPoints(
                List.of(
                        point(0, 0.8),
                        point(0, 0.9),
                        point(0, -1),
                        point(0, 1 - 9e-8),
                        point(0, 1 + 9e-8),
                        point(0, 1.2),
                        point(0.5e-4, 0.5)),
                3,
                64);
        String keeps = "point that keeps: the state stays where it is, or where it is pushed\n"
                + "a push in the slow direction neither grows nor dies out within rounding";
        assertThat(FixedPointMarks.of(kinds, map(Vectors.BOTH)))
                .extracting(StateMark::words)
                .containsExactly(
                        "stable point: the state stays, and comes back\nforgets half of a push in 3.11 steps",
                        "stable point: the state stays, and comes back\nforgets half of a push in 6.58 steps",
                        keeps,
                        keeps,
                        keeps,
                        "unstable point: the state stays until something pushes it\na push in the slow direction doubles in 3.8 steps",
                        "slow point: the state moves by 0.0100 in a step\nforgets half of a push in 1 step");
        assertThat(FixedPointMarks.words(kinds, "x", 7, 0.123))
                .isEqualTo(
                        "Held “x”, epoch 7: 2 stable points (filled), one unstable (open), one slow point (triangle)."
                                + " At 3 more (dot in a ring) a push neither grows nor dies out within rounding: they may be places of one"
                                + " continuum."
                                + " The stable ones forget half of a push in 3.11 to 6.58 steps."
                                + " Stopped after 3 of 64 states, 0.12 s.");
        assertThat(FixedPointMarks.words(new FixedPoints(List.of(), 64, 64), "x", 7, 0))
                .isEqualTo(
                        "Held “x”, epoch 7: no stable point, none unstable, no slow point. Searched from 64 states in 0.00 s.");
    }
}
