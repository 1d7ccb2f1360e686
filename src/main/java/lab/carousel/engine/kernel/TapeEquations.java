package lab.carousel.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.Tape;

/**
 * Those of any cell, as it declares them, worked out on a {@link Tape}. What a cell with a loop of its own is held
 * equal to.
 */
final class TapeEquations implements Equations {

    private final LayerLayout layout;
    private final double[] peepholes;
    private final Tape tape;
    /** The net inputs of each row: (gH). */
    private final List<double[]> nets = new ArrayList<>();

    TapeEquations(LayerLayout layout, double[] peepholes) {
        this.layout = layout;
        this.peepholes = peepholes;
        this.tape = new Tape(layout.cell(), layout.units());
    }

    @Override
    public void forward(LayerMemory memory, int row, int after) {
        while (nets.size() <= row) {
            nets.add(new double[layout.gateWidth()]);
        }
        System.arraycopy(memory.net, 0, nets.get(row), 0, memory.net.length);
        compute(memory, row);
        for (Quantity quantity : layout.cell().quantities()) {
            double[] target =
                    switch (quantity) {
                        case HIDDEN_STATE -> memory.h[after];
                        case CELL_STATE -> memory.c[after];
                        default -> memory.gates[row];
                    };
            int column = quantity.kind() == Quantity.Kind.STATE ? 0 : layout.column(quantity);
            System.arraycopy(tape.value(quantity), 0, target, column, layout.units());
        }
    }

    private void compute(LayerMemory memory, int row) {
        double[] recurrentNet = layout.cell().hasRecurrentBias() ? memory.recurrentNet[row] : memory.net;
        tape.put(nets.get(row), recurrentNet, memory.h[row], memory.c[row], 0, peepholes, 0);
        tape.forward((quantity, values) -> {});
    }

    @Override
    public void backward(LayerMemory memory, int row, int after) {
        compute(memory, row);
        tape.backward(memory.dh[row], memory.dcSent[after]);
        if (layout.cell().hasCellState()) {
            System.arraycopy(tape.gradient(Quantity.CELL_STATE), 0, memory.dc[row], 0, layout.units());
        }
        tape.gradients(
                memory.dNet[row],
                memory.dRecurrentNet[row],
                memory.dhSent[row],
                memory.dcSent[row],
                memory.dPeepholes[row]);
    }
}
