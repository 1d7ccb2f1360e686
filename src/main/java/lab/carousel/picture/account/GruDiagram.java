package lab.carousel.picture.account;

import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.layout.Gate;
import lab.carousel.text.Message;

/** The GRU: h runs along the top; z keeps a share of it and lets the candidate g in for the rest. */
final class GruDiagram {

    private static final double Z = 96;
    private static final double R = 164;
    private static final double RESET = 212;
    private static final double G = 268;
    private static final double LEFT = 54;
    private static final double RIGHT = 318;
    private static final double TOP = 42;
    private static final double WRITE = 80;
    private static final double GATES = 124;
    private static final double BUS = 178;

    private GruDiagram() {}

    static void draw(UnitAccount unit, String input, DiagramPlan plan) {
        plan.frame(LEFT, 8, RIGHT - LEFT, 188);
        drawWires(plan);
        plan.times(Z, TOP);
        plan.plus(G, TOP);
        plan.times(G, WRITE);
        plan.function(R, WRITE, "1 − z");
        plan.times(RESET, GATES);
        plan.gate(Z, GATES, unit.gate(Gate.UPDATE), unit.cell());
        plan.gate(R, GATES, unit.gate(Gate.RESET), unit.cell());
        plan.gate(G, GATES, unit.gate(Gate.CANDIDATE), unit.cell());
        drawValues(unit, plan);
        Bus.drawInto(input, true, BUS, plan);
    }

    private static void drawWires(DiagramPlan plan) {
        plan.carried(2, TOP, CellDiagram.WIDTH - 2, TOP);
        plan.arrow(Z, GATES, Z, TOP + 9);
        plan.arrow(Z, WRITE, G - 9, WRITE);
        plan.arrow(G, GATES, G, WRITE + 9);
        plan.arrow(G, WRITE, G, TOP + 9);
        plan.arrow(R, GATES, RESET - 9, GATES);
        plan.arrow(RESET, GATES, G - DiagramPen.BOX_WIDTH / 2, GATES);
        plan.wire(2, BUS, G, BUS);
        plan.arrow(Z, BUS, Z, GATES + DiagramPen.BOX_HEIGHT / 2);
        plan.arrow(R, BUS, R, GATES + DiagramPen.BOX_HEIGHT / 2);
        plan.arrow(RESET, BUS, RESET, GATES + 9);
        plan.arrow(G, BUS, G, GATES + DiagramPen.BOX_HEIGHT / 2);
    }

    private static void drawValues(UnitAccount unit, DiagramPlan plan) {
        double z = unit.value(Gate.UPDATE);
        GateAccount candidate = unit.gate(Gate.CANDIDATE);
        plan.named(27, TOP - 8, Message.text("account.hBefore"), unit.hBefore(), false);
        plan.value((Z + G) / 2, TOP - 8, z * unit.hBefore(), "z · h");
        plan.value(RESET + 8, WRITE - 8, 1 - z, "1 − z");
        plan.value(G + 32, 66, (1 - z) * candidate.value(), "(1 − z) · g");
        plan.named(344, TOP - 8, "h", unit.h(), true);
        Bus.net(Z, BUS, unit.gate(Gate.UPDATE).net(), plan);
        Bus.net(R, BUS, unit.gate(Gate.RESET).net(), plan);
        plan.value(RESET, BUS - 13, candidate.fromBefore(), Message.text("account.terms.recurrent"));
        plan.value(G, BUS - 13, candidate.input().sum(), Message.text("account.inputAndBias"));
    }
}
