package lab.carousel.picture.account;

import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.layout.Gate;
import lab.carousel.picture.account.DiagramPart.Box;
import lab.carousel.picture.account.DiagramPart.Operator;
import lab.carousel.text.Message;

/** A unit without gates: what comes in is added up and squashed. */
final class TanhDiagram {

    private static final double SUM = 150;
    private static final double OUT = 262;
    private static final double MIDDLE = 102;

    private TanhDiagram() {}

    static void draw(UnitAccount unit, String input, DiagramPlan plan) {
        GateAccount gate = unit.gate(Gate.CANDIDATE);
        boolean recurrent = unit.cell().isRecurrent();
        plan.frame(318);
        plan.arrow(2, 52, SUM, 52, SUM, MIDDLE - Operator.RADIUS);
        plan.label(26, 44, input.isEmpty() ? Message.text("account.below") : Message.text("account.in", input));
        plan.value(100, 44, gate.fromInput(), Message.text("account.input"));
        if (recurrent) {
            plan.carried(2, MIDDLE, SUM - Operator.RADIUS, MIDDLE);
            plan.label(26, MIDDLE - 8, Message.text("account.hBefore"));
            plan.value(100, MIDDLE - 8, gate.fromBefore(), Message.text("account.before"));
        }
        plan.arrow(96, 152, SUM, 152, SUM, MIDDLE + Operator.RADIUS);
        plan.label(76, 156, Message.text("account.bias"));
        plan.value(124, 144, gate.bias(), Message.text("account.bias"));
        plan.plus(SUM, MIDDLE);
        plan.arrow(SUM + Operator.RADIUS, MIDDLE, OUT - Box.WIDTH / 2, MIDDLE);
        plan.value((SUM + OUT) / 2 - 8, MIDDLE - 8, gate.net(), Message.text("account.net"));
        plan.label(OUT, MIDDLE - 28, "tanh");
        plan.gate(OUT, MIDDLE, gate, unit.cell());
        plan.carried(OUT + Box.WIDTH / 2, MIDDLE, CellDiagram.WIDTH - 2, MIDDLE);
        plan.named(344, MIDDLE - 8, "h", unit.h(), true);
    }
}
