package lab.carousel.picture.account;

import static lab.carousel.picture.account.DiagramPlan.GATES;

import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.layout.Gate;
import lab.carousel.picture.account.DiagramPart.Box;

/**
 * Where a gate stands in the row of gates.
 *
 * @param x of its middle
 */
record GatePlace(Gate gate, double x) {

    void draw(UnitAccount unit, DiagramPlan plan) {
        plan.gate(x, GATES, unit.gate(gate), unit.cell());
    }

    /** The wire on which everything comes in. */
    void drawWire(DiagramPlan plan) {
        plan.arrow(x, Bus.Y, x, GATES + Box.HEIGHT / 2);
    }

    void drawNet(UnitAccount unit, DiagramPlan plan) {
        Bus.net(x, unit.gate(gate).net(), plan);
    }
}
