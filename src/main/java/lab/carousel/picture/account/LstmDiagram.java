package lab.carousel.picture.account;

import static lab.carousel.picture.account.DiagramPlan.GATES;
import static lab.carousel.picture.account.DiagramPlan.TOP;
import static lab.carousel.picture.account.DiagramPlan.WRITE;

import java.util.List;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.layout.Gate;
import lab.carousel.picture.account.DiagramPart.Operator;
import lab.carousel.text.Message;

/** The LSTM cell: c runs along the top, is forgotten in part and added to; o and tanh make h of it. */
final class LstmDiagram {

    private static final double F = 84;
    private static final double I = 140;
    private static final double G = 196;
    /** What is written is added between input gate and candidate. */
    private static final double ADD = (I + G) / 2;

    private static final double O = 248;
    private static final double OUT = 296;
    private static final List<GatePlace> ROW = List.of(
            new GatePlace(Gate.FORGET, F),
            new GatePlace(Gate.INPUT, I),
            new GatePlace(Gate.CANDIDATE, G),
            new GatePlace(Gate.OUTPUT, O));

    private LstmDiagram() {}

    static void draw(UnitAccount unit, DiagramPlan plan) {
        plan.frame(320);
        drawWires(plan);
        drawSigns(plan);
        ROW.forEach(gate -> gate.draw(unit, plan));
        drawValues(unit, plan);
    }

    private static void drawWires(DiagramPlan plan) {
        plan.carried(2, TOP, CellDiagram.WIDTH - 2, TOP);
        plan.arrow(F, GATES, F, TOP + Operator.RADIUS);
        plan.arrow(I, GATES, I, WRITE, ADD - Operator.RADIUS, WRITE);
        plan.arrow(G, GATES, G, WRITE, ADD + Operator.RADIUS, WRITE);
        plan.arrow(ADD, WRITE, ADD, TOP + Operator.RADIUS);
        plan.wire(OUT, TOP, OUT, GATES);
        plan.arrow(O, GATES, OUT - Operator.RADIUS, GATES);
        plan.arrow(OUT, GATES, CellDiagram.WIDTH - 2, GATES);
        plan.wire(2, Bus.Y, O, Bus.Y);
        ROW.forEach(gate -> gate.drawWire(plan));
    }

    private static void drawSigns(DiagramPlan plan) {
        plan.times(F, TOP);
        plan.times(ADD, WRITE);
        plan.plus(ADD, TOP);
        plan.function(OUT, 70, "tanh");
        plan.times(OUT, GATES);
    }

    private static void drawValues(UnitAccount unit, DiagramPlan plan) {
        double kept = unit.value(Gate.FORGET) * unit.cBefore();
        double written = unit.value(Gate.INPUT) * unit.value(Gate.CANDIDATE);
        plan.named(27, TOP - 8, Message.text("account.cBefore"), unit.cBefore(), false);
        plan.value((F + ADD) / 2, TOP - 8, kept, "f · c");
        plan.value(ADD + 36, 65, written, "i · g");
        plan.named(344, TOP - 8, "c", unit.c(), true);
        plan.value(OUT, 101, unit.tanhC(), "tanh(c)");
        plan.named(344, GATES - 8, "h", unit.h(), true);
        ROW.forEach(gate -> gate.drawNet(unit, plan));
    }
}
