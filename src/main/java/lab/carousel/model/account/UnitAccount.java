package lab.carousel.model.account;

import java.util.List;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Op;
import lab.carousel.model.layout.Quantity;

/**
 * How a unit gets from one state to the next: the equations of {@link Cell} with the numbers in them.
 *
 * @param unit    counted from 0 through all layers
 * @param layer   its layer, counted from 0
 * @param gates   in the order of {@link Cell#gates}
 * @param hBefore h before the time step
 * @param cBefore c before the time step; 0 where the cell has none
 */
public record UnitAccount(Cell cell, int unit, int layer, List<GateAccount> gates, double hBefore, double cBefore) {

    public UnitAccount {
        gates = List.copyOf(gates);
    }

    public GateAccount gate(Quantity gate) {
        return gates.get(cell.gates().indexOf(gate));
    }

    public double value(Quantity gate) {
        return gate(gate).value();
    }

    public double value(Expression expression) {
        return expression.value(this::number);
    }

    private double number(Expression number) {
        return number.op() != Op.VALUE
                ? gate(number.quantity()).net()
                : switch (number.quantity()) {
                    case HIDDEN_STATE -> number.isBefore() ? hBefore : h();
                    case CELL_STATE -> number.isBefore() ? cBefore : c();
                    default -> value(number.quantity());
                };
    }

    /** The new cell state; 0 where the cell has none. */
    public double c() {
        return cell.hasCellState() ? value(cell.equation(Quantity.CELL_STATE)) : 0;
    }

    public double h() {
        return value(cell.equation(Quantity.HIDDEN_STATE));
    }
}
