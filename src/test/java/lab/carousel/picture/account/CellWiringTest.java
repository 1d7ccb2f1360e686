package lab.carousel.picture.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Op;
import lab.carousel.model.layout.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell is wired as its equations say, also one that only tests declare. */
class CellWiringTest {

    /** About as wide as the longest number on a wire. */
    private static final double NUMBER_WIDTH = 40;

    private static Rectangle2D around(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
    }

    private static Map<Object, Rectangle2D> boxes(CellWiring wiring) {
        Map<Object, Rectangle2D> boxes = new LinkedHashMap<>();
        wiring.columns()
                .gates()
                .forEach((gate, x) ->
                        boxes.put(gate, around(x, wiring.gates(), CellWiring.BOX_WIDTH, CellWiring.BOX_HEIGHT)));
        for (CellWiring.Node node : wiring.nodes()) {
            boolean isFunction = node.of().of().size() == 1;
            double height = 2 * CellWiring.RADIUS;
            boxes.put(node, around(node.x(), node.y(), isFunction ? CellWiring.FUNCTION_WIDTH : height, height));
        }
        return boxes;
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#gated")
    void itsPartsStandWithinTheFrameAndNotOnOneAnother(Cell cell) {
        CellWiring wiring = new CellWiring(cell);
        Rectangle2D frame = new Rectangle2D.Double(
                CellWiring.LEFT, 0, wiring.width() - CellWiring.RIGHT - CellWiring.LEFT, wiring.height());
        List<Rectangle2D> taken = new ArrayList<>();
        boxes(wiring).forEach((part, area) -> {
            assertThat(frame.contains(area)).as("%s in %s", part, frame).isTrue();
            assertThat(taken).as("beside %s", part).noneMatch(area::intersects);
            taken.add(area);
        });
        wiring.numbers().forEach(number -> {
            Rectangle2D area = new Rectangle2D.Double(number.x() - NUMBER_WIDTH / 2, number.y() - 10, NUMBER_WIDTH, 11);
            assertThat(taken).as("beside %s", number).noneMatch(area::intersects);
            taken.add(area);
        });
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#gated")
    void noWireRunsThroughWhatItDoesNotBelongTo(Cell cell) {
        CellWiring wiring = new CellWiring(cell);
        Map<Object, Rectangle2D> boxes = boxes(wiring);
        for (CellWiring.Wire wire : wiring.wires()) {
            double[] at = wire.corners();
            boxes.forEach((part, area) -> {
                boolean isMiddle = false;
                boolean isEnd = touches(area, at[0], at[1]) || touches(area, at[at.length - 2], at[at.length - 1]);
                boolean isThrough = false;
                for (int corner = 2; corner < at.length; corner += 2) {
                    Line2D line = new Line2D.Double(at[corner - 2], at[corner - 1], at[corner], at[corner + 1]);
                    isThrough |= line.intersects(area);
                    isMiddle |= line.ptSegDist(area.getCenterX(), area.getCenterY()) == 0;
                }
                boolean isGate = part instanceof Quantity;
                assertThat(!isThrough || isEnd || isMiddle && !isGate)
                        .as("%s through %s", wire, part)
                        .isTrue();
            });
        }
    }

    private static boolean touches(Rectangle2D area, double x, double y) {
        return around(area.getCenterX(), area.getCenterY(), area.getWidth() + 1, area.getHeight() + 1)
                .contains(x, y);
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#gated")
    void eachGateAndEachOperationOnItStandsThereOnce(Cell cell) {
        CellWiring wiring = new CellWiring(cell);
        Predicate<Expression> isDrawn = part ->
                part.all().noneMatch(each -> each.op() == Op.NET || each.op() == Op.INPUT || each.op() == Op.PEEPHOLE);
        List<Expression> operations = cell.equations().stream()
                .flatMap(equation -> equation.is().all())
                .filter(part -> !part.of().isEmpty() && isDrawn.test(part))
                .toList();
        assertThat(wiring.nodes()).extracting(CellWiring.Node::of).containsExactlyInAnyOrderElementsOf(operations);
        List<Quantity> gates = cell.gates().stream()
                .filter(gate -> cell.quantities().contains(gate))
                .toList();
        assertThat(wiring.columns().gates().keySet()).containsExactlyInAnyOrderElementsOf(gates);
    }

    @Test
    void theGateThatKeepsIsFirstAndWhatACellStateShowsIsLast() {
        assertThat(new CellWiring(Cell.LSTM).columns().gates().keySet())
                .containsExactly(Quantity.FORGET_GATE, Quantity.INPUT_GATE, Quantity.CANDIDATE, Quantity.OUTPUT_GATE);
        assertThat(new CellWiring(Cell.GRU).leavesRight(Quantity.RESET_GATE)).isTrue();
        assertThat(new CellWiring(Cell.GRU).leavesRight(Quantity.UPDATE_GATE)).isFalse();
    }
}
