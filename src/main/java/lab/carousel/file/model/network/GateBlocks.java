package lab.carousel.file.model.network;

import java.util.function.UnaryOperator;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.layout.Cell;

/** Reorders the gates that stand side by side in an array. */
public final class GateBlocks {

    private GateBlocks() {}

    /** From the order of {@link Cell#gates} to a library's. */
    public static UnaryOperator<Tensor> to(Cell cell, Cell.Library library) {
        return inOrder(
                cell.gates(library).stream().mapToInt(cell.gates()::indexOf).toArray());
    }

    public static UnaryOperator<Tensor> from(Cell cell, Cell.Library library) {
        return inOrder(
                cell.gates().stream().mapToInt(cell.gates(library)::indexOf).toArray());
    }

    /** Reorders blocks of columns; the order has for each new block its number in the old array. */
    public static UnaryOperator<Tensor> inOrder(int... order) {
        return tensor -> reordered(tensor, order);
    }

    private static Tensor reordered(Tensor tensor, int[] order) {
        int width = tensor.length(tensor.rank() - 1);
        int units = width / order.length;
        double[] values = new double[tensor.values().length];
        for (int start = 0; start < values.length; start += width) {
            for (int block = 0; block < order.length; block++) {
                System.arraycopy(tensor.values(), start + order[block] * units, values, start + block * units, units);
            }
        }
        return new Tensor(tensor.shape(), values);
    }
}
