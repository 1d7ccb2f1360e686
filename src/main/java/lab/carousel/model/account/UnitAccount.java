package lab.carousel.model.account;

import java.util.List;
import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Gate;

/**
 * How a unit gets from one state to the next: the equations of {@link Cell} with the numbers in them.
 *
 * @param cell    what the unit is
 * @param unit    counted from 0 through all layers
 * @param layer   its layer, counted from 0
 * @param gates   in the order of {@link Cell#gates}
 * @param hBefore h before the time step
 * @param cBefore c before the time step; 0 where the cell has none
 */
public record UnitAccount(Cell cell, int unit, int layer, List<GateAccount> gates, double hBefore, double cBefore) {

    /** Copies the gates. */
    public UnitAccount {
        gates = List.copyOf(gates);
    }

    /** The account of a gate that the cell has. */
    public GateAccount gate(Gate gate) {
        return gates.get(cell.gates().indexOf(gate));
    }

    /** What a gate lets through, or the candidate. */
    public double value(Gate gate) {
        return gate(gate).value();
    }

    /** LSTM's new cell state f c + i g; 0 where the cell has none. */
    public double c() {
        return cell == Cell.LSTM ? value(Gate.FORGET) * cBefore + value(Gate.INPUT) * value(Gate.CANDIDATE) : 0;
    }

    /** LSTM's tanh(c). */
    public double tanhC() {
        return Activation.tanh(c());
    }

    /** The new hidden state. */
    public double h() {
        return switch (cell) {
            case LSTM -> value(Gate.OUTPUT) * tanhC();
            case GRU -> value(Gate.UPDATE) * hBefore + (1 - value(Gate.UPDATE)) * value(Gate.CANDIDATE);
            case RECURRENT, DENSE -> value(Gate.CANDIDATE);
        };
    }
}
