package lab.carousel.engine.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lab.carousel.model.function.Activation;
import lab.carousel.model.function.BatchActivations;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.QuantityKind;
import lab.carousel.model.layout.Tape;

/** The part of a cell between its net inputs and its state, forward and backward; as the
 * {@link lab.carousel.model.layout.Cell} declares it. */
interface LayerEquations {

    /**
     * From net inputs and the state before to gates and the state after.
     *
     * @param memory of the layer; in: {@code net} (gH), {@code recurrentNet[row]} (gH), {@code h[row]} (H),
     *               {@code c[row]} (C); out: {@code gates[row]} (gH), {@code h[after]} (H), {@code c[after]} and
     *               {@code tanhC[after]} (C)
     * @param row    the row of the step, and of the state before it
     * @param after  the row of the state after it
     */
    void forward(LayerMemory memory, int row, int after);

    /**
     * From the gradient of the state after to that of the net inputs and of the state before.
     *
     * @param memory of the layer; in: all of the forward pass, {@code dh[row]} (H) and {@code dcSent[after]} (C); out:
     *               {@code dNet[row]} and {@code dRecurrentNet[row]} (gH), {@code dPeepholes[row]} (pH), {@code dc[row]} and {@code dcSent[row]} (C), and
     *               in {@code dhSent[row]} (H) what does not go through the net inputs
     */
    void backward(LayerMemory memory, int row, int after);

    /**
     * The loop of the layer's cell, where it has one.
     *
     * @param peepholes   (pH)
     * @param isTruncated whether peepholes take no gradient back to c
     */
    static LayerEquations of(LayerLayout layout, double[] peepholes, boolean isTruncated) {
        Cell cell = layout.cell();
        if (cell == Cell.LSTM) {
            return new LstmEquations(layout);
        }
        if (cell == Cell.GRU) {
            return new GruEquations(layout);
        }
        return cell == Cell.RECURRENT || cell == Cell.DENSE
                ? new TanhEquations()
                : new TapeEquations(layout, peepholes, isTruncated);
    }

    /**
     * A plain recurrent unit (Elman 1990), or, where the layer has no recurrent kernel, one without memory.
     *
     * <pre>
     *   forward    h' = tanh(net)
     *   backward   d net = dh' * (1 - h'^2)
     * </pre>
     */
    static final class TanhEquations implements LayerEquations {

        @Override
        public void forward(LayerMemory memory, int row, int after) {
            double[] h = memory.h[after];
            Activation.tanh(memory.net, h);
        }

        @Override
        public void backward(LayerMemory memory, int row, int after) {
            double[] h = memory.h[after];
            double[] dh = memory.dh[row];
            double[] dNet = memory.dNet[row];
            for (int j = 0; j < h.length; j++) {
                dNet[j] = dh[j] * (1 - h[j] * h[j]);
            }
            Arrays.fill(memory.dhSent[row], 0);
        }
    }

    /**
     * Those of any cell, as it declares them, worked out on a {@link Tape}. What a cell with a loop of its own is held
     * equal to.
     */
    static final class TapeEquations implements LayerEquations {

        private final LayerLayout layout;
        private final double[] peepholes;
        private final Tape tape;
        /** The net inputs of each row: (gH). */
        private final List<double[]> nets = new ArrayList<>();

        TapeEquations(LayerLayout layout, double[] peepholes, boolean isTruncated) {
            this.layout = layout;
            this.peepholes = peepholes;
            this.tape = new Tape(layout.cell(), layout.units(), isTruncated);
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
                int column = quantity.kind() == QuantityKind.STATE ? 0 : layout.column(quantity);
                System.arraycopy(tape.value(quantity), 0, target, column, layout.units());
            }
        }

        private void compute(LayerMemory memory, int row) {
            double[] recurrentNet = layout.cell().hasRecurrentBias() ? memory.recurrentNet[row] : memory.net;
            tape.put(nets.get(row), recurrentNet, memory.h[row], memory.c[row], 0, peepholes, 0);
            tape.forward(Tape.NOTHING);
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

    /**
     * Long short-term memory (Hochreiter and Schmidhuber 1997; forget gate of Gers, Schmidhuber and Cummins 2000).
     *
     * <pre>
     *   forward    i, f, o = sigmoid(net)     g = tanh(net)
     *              c' = f * c + i * g         h' = o * tanh(c')
     *
     *   backward   dc' = dh' * o * (1 - tanh(c')^2) + dc of the next step
     *              do = dh' * tanh(c')    di = dc' * g    df = dc' * c    dg = dc' * i
     *              each times the slope of its squashing: d net
     *              dc = dc' * f
     * </pre>
     */
    static final class LstmEquations implements LayerEquations {

        private final int units;
        private final int input;
        private final int forget;
        private final int candidate;
        private final int output;
        private final BatchActivations squashing;

        LstmEquations(LayerLayout layout) {
            this.units = layout.units();
            this.input = layout.column(Quantity.INPUT_GATE);
            this.forget = layout.column(Quantity.FORGET_GATE);
            this.candidate = layout.column(Quantity.CANDIDATE);
            this.output = layout.column(Quantity.OUTPUT_GATE);
            this.squashing = new BatchActivations(layout.gateWidth());
        }

        @Override
        public void forward(LayerMemory memory, int row, int after) {
            double[] net = memory.net;
            double[] gates = memory.gates[row];
            double[] cBefore = memory.c[row];
            double[] c = memory.c[after];
            double[] tanhC = memory.tanhC[after];
            double[] h = memory.h[after];
            squashing.of(net, gates, candidate, candidate + units);
            for (int j = 0; j < units; j++) {
                c[j] = gates[forget + j] * cBefore[j] + gates[input + j] * gates[candidate + j];
            }
            Activation.tanh(c, tanhC);
            for (int j = 0; j < units; j++) {
                h[j] = gates[output + j] * tanhC[j];
            }
        }

        @Override
        public void backward(LayerMemory memory, int row, int after) {
            double[] gates = memory.gates[row];
            double[] cBefore = memory.c[row];
            double[] tanhC = memory.tanhC[after];
            double[] dh = memory.dh[row];
            double[] dc = memory.dc[row];
            double[] dcAfter = memory.dcSent[after];
            double[] dcBefore = memory.dcSent[row];
            double[] dNet = memory.dNet[row];
            for (int j = 0; j < units; j++) {
                double i = gates[input + j];
                double f = gates[forget + j];
                double g = gates[candidate + j];
                double o = gates[output + j];
                double dCell = dh[j] * o * (1 - tanhC[j] * tanhC[j]) + dcAfter[j];
                dc[j] = dCell;
                dNet[input + j] = dCell * g * i * (1 - i);
                dNet[forget + j] = dCell * cBefore[j] * f * (1 - f);
                dNet[candidate + j] = dCell * i * (1 - g * g);
                dNet[output + j] = dh[j] * tanhC[j] * o * (1 - o);
                dcBefore[j] = dCell * f;
            }
            Arrays.fill(memory.dhSent[row], 0);
        }
    }

    /**
     * Gated recurrent unit (Cho et al. 2014), in Keras's form with the reset gate after the product. The net inputs of what
     * comes in (net) and of the hidden state (net_U) are kept apart.
     *
     * <pre>
     *   forward    z, r = sigmoid(net + net_U)       g = tanh(net_g + r * net_Ug)
     *              h' = z * h + (1 - z) * g
     *
     *   backward   dg = dh' * (1 - z) * (1 - g^2)
     *              dz = dh' * (h - g) * z * (1 - z)        dr = dg * net_Ug * r * (1 - r)
     *              d net = dz, dr, dg        d net_U = dz, dr, dg * r
     *              dh = dh' * z, and what comes through net_U
     * </pre>
     */
    static final class GruEquations implements LayerEquations {

        private final int units;
        private final int update;
        private final int reset;
        private final int candidate;
        /** Net inputs of z and r, which are the first two gates, and of g; and g itself. */
        private final double[] gateNet;

        private final double[] candidateNet;
        private final double[] g;
        private final BatchActivations squashing;

        GruEquations(LayerLayout layout) {
            this.units = layout.units();
            this.update = layout.column(Quantity.UPDATE_GATE);
            this.reset = layout.column(Quantity.RESET_GATE);
            this.candidate = layout.column(Quantity.CANDIDATE);
            this.gateNet = new double[candidate];
            this.candidateNet = new double[units];
            this.g = new double[units];
            this.squashing = new BatchActivations(candidate);
        }

        @Override
        public void forward(LayerMemory memory, int row, int after) {
            double[] net = memory.net;
            double[] recurrentNet = memory.recurrentNet[row];
            double[] gates = memory.gates[row];
            double[] hBefore = memory.h[row];
            double[] h = memory.h[after];
            for (int j = 0; j < gateNet.length; j++) {
                gateNet[j] = net[j] + recurrentNet[j];
            }
            squashing.of(gateNet, gates, 0, 0);
            for (int j = 0; j < units; j++) {
                candidateNet[j] = net[candidate + j] + gates[reset + j] * recurrentNet[candidate + j];
            }
            Activation.tanh(candidateNet, g);
            System.arraycopy(g, 0, gates, candidate, units);
            for (int j = 0; j < units; j++) {
                double z = gates[update + j];
                h[j] = z * hBefore[j] + (1 - z) * g[j];
            }
        }

        @Override
        public void backward(LayerMemory memory, int row, int after) {
            double[] recurrentNet = memory.recurrentNet[row];
            double[] gates = memory.gates[row];
            double[] hBefore = memory.h[row];
            double[] dh = memory.dh[row];
            double[] dhBefore = memory.dhSent[row];
            double[] dNet = memory.dNet[row];
            double[] dRecurrentNet = memory.dRecurrentNet[row];
            for (int j = 0; j < units; j++) {
                double z = gates[update + j];
                double r = gates[reset + j];
                double g = gates[candidate + j];
                double dCandidate = dh[j] * (1 - z) * (1 - g * g);
                double dUpdate = dh[j] * (hBefore[j] - g) * z * (1 - z);
                double dReset = dCandidate * recurrentNet[candidate + j] * r * (1 - r);
                dNet[update + j] = dUpdate;
                dNet[reset + j] = dReset;
                dNet[candidate + j] = dCandidate;
                dRecurrentNet[update + j] = dUpdate;
                dRecurrentNet[reset + j] = dReset;
                dRecurrentNet[candidate + j] = dCandidate * r;
                dhBefore[j] = dh[j] * z;
            }
        }
    }
}
