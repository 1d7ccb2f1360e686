package lab.carousel.picture.account;

import static lab.carousel.picture.account.DiagramPlan.GATES;
import static lab.carousel.picture.account.DiagramPlan.TOP;
import static lab.carousel.picture.account.DiagramPlan.WRITE;

import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.layout.Gate;
import lab.carousel.picture.account.DiagramPart.Box;
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

    private LstmDiagram() {}

    static void draw(UnitAccount unit, String input, DiagramPlan plan) {
        plan.frame(320);
        drawWires(plan);
        drawSigns(plan);
        plan.gate(F, GATES, unit.gate(Gate.FORGET), unit.cell());
        plan.gate(I, GATES, unit.gate(Gate.INPUT), unit.cell());
        plan.gate(G, GATES, unit.gate(Gate.CANDIDATE), unit.cell());
        plan.gate(O, GATES, unit.gate(Gate.OUTPUT), unit.cell());
        drawValues(unit, plan);
        Bus.drawInto(input, plan);
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
        for (double gate : new double[] {F, I, G, O}) {
            plan.arrow(gate, Bus.Y, gate, GATES + Box.HEIGHT / 2);
        }
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
        double[] places = {F, I, G, O};
        Gate[] gates = {Gate.FORGET, Gate.INPUT, Gate.CANDIDATE, Gate.OUTPUT};
        for (int gate = 0; gate < gates.length; gate++) {
            Bus.net(places[gate], unit.gate(gates[gate]).net(), plan);
        }
    }
}
