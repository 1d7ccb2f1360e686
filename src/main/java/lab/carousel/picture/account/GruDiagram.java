package lab.carousel.picture.account;

import static lab.carousel.picture.account.DiagramPlan.GATES;
import static lab.carousel.picture.account.DiagramPlan.TOP;
import static lab.carousel.picture.account.DiagramPlan.WRITE;

import java.util.List;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.layout.Gate;
import lab.carousel.picture.account.DiagramPart.Box;
import lab.carousel.picture.account.DiagramPart.Operator;
import lab.carousel.text.Message;

/** The GRU: h runs along the top; z keeps a share of it and lets the candidate g in for the rest. */
final class GruDiagram {

    private static final double Z = 96;
    private static final double R = 164;
    private static final double RESET = 212;
    private static final double G = 268;
    private static final GatePlace UPDATES = new GatePlace(Gate.UPDATE, Z);
    private static final GatePlace RESETS = new GatePlace(Gate.RESET, R);
    private static final GatePlace CANDIDATE = new GatePlace(Gate.CANDIDATE, G);
    private static final List<GatePlace> ROW = List.of(UPDATES, RESETS, CANDIDATE);

    private GruDiagram() {}

    static void draw(UnitAccount unit, DiagramPlan plan) {
        plan.frame(318);
        drawWires(plan);
        plan.times(Z, TOP);
        plan.plus(G, TOP);
        plan.times(G, WRITE);
        plan.function(R, WRITE, "1 − z");
        plan.times(RESET, GATES);
        ROW.forEach(gate -> gate.draw(unit, plan));
        drawValues(unit, plan);
    }

    private static void drawWires(DiagramPlan plan) {
        plan.carried(2, TOP, CellDiagram.WIDTH - 2, TOP);
        plan.arrow(Z, GATES, Z, TOP + Operator.RADIUS);
        plan.arrow(Z, WRITE, G - Operator.RADIUS, WRITE);
        plan.arrow(G, GATES, G, WRITE + Operator.RADIUS);
        plan.arrow(G, WRITE, G, TOP + Operator.RADIUS);
        plan.arrow(R, GATES, RESET - Operator.RADIUS, GATES);
        plan.arrow(RESET, GATES, G - Box.WIDTH / 2, GATES);
        plan.wire(2, Bus.Y, G, Bus.Y);
        UPDATES.drawWire(plan);
        RESETS.drawWire(plan);
        plan.arrow(RESET, Bus.Y, RESET, GATES + Operator.RADIUS);
        CANDIDATE.drawWire(plan);
    }

    private static void drawValues(UnitAccount unit, DiagramPlan plan) {
        double z = unit.value(Gate.UPDATE);
        GateAccount candidate = unit.gate(Gate.CANDIDATE);
        plan.named(27, TOP - 8, Message.text("account.hBefore"), unit.hBefore(), false);
        plan.value((Z + G) / 2, TOP - 8, z * unit.hBefore(), "z · h");
        plan.value(RESET + 8, WRITE - 8, 1 - z, "1 − z");
        plan.value(G + 32, 66, (1 - z) * candidate.value(), "(1 − z) · g");
        plan.named(344, TOP - 8, "h", unit.h(), true);
        UPDATES.drawNet(unit, plan);
        RESETS.drawNet(unit, plan);
        plan.value(RESET, Bus.Y - 13, candidate.fromBefore(), Message.text("account.terms.recurrent"));
        plan.value(G, Bus.Y - 13, candidate.input().sum(), Message.text("account.inputAndBias"));
    }
}
