package lab.carousel.engine;

import java.util.Arrays;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;

/**
 * Training written down once more, as plainly as possible: one loop per equation, nothing shared with the program but
 * the order of the parameters and the two squashing functions.
 */
public final class PlainTraining implements Trainer {

    private final ParameterLayout layout;
    private final Hyperparameters hyperparameters;
    private final int units;
    private final int symbols;
    private final double[] values;
    private final double[] first;
    private final double[] second;
    private double[][] hidden;
    private double[][] cell;
    private double learningRate;
    private int updates;

    /** A training at its start. */
    public PlainTraining(Experiment experiment, Parameters initial) {
        layout = experiment.layout();
        hyperparameters = experiment.hyperparameters();
        units = layout.units();
        symbols = layout.symbols();
        values = initial.toArray();
        first = new double[values.length];
        second = new double[values.length];
        learningRate = hyperparameters.learningRate();
        if (hyperparameters.optimiser() == Optimiser.RMSPROP) {
            Arrays.fill(second, Optimiser.EPSILON);
        }
        resetState();
    }

    /** A stretch of one slot: states before each time and at the end, and the gates between. */
    private final class Stretch {
        final double[][] h;
        final double[][] c;
        final double[][][] gates;
        final double[][] outputs;
        double loss;

        Stretch(double[] p, int slot, int[] inputs, int[] targets) {
            h = new double[inputs.length + 1][units];
            c = new double[inputs.length + 1][units];
            gates = new double[inputs.length][Quantity.values().length][units];
            outputs = new double[inputs.length][symbols];
            h[0] = hidden[slot].clone();
            c[0] = cell[slot].clone();
            for (int t = 0; t < inputs.length; t++) {
                step(p, t, inputs[t]);
                output(p, t, targets[t]);
            }
        }

        private void step(double[] p, int t, int input) {
            for (int u = 0; u < units; u++) {
                for (Quantity gate : Cell.LSTM.gates()) {
                    int column = layout.layer(0).column(gate) + u;
                    double net = p[layout.layer(0).bias() + column];
                    net += p[
                            layout.layer(0).inputKernel()
                                    + input * layout.layer(0).gateWidth()
                                    + column];
                    for (int v = 0; v < units; v++) {
                        net += h[t][v]
                                * p[
                                        layout.layer(0).recurrentKernel()
                                                + v * layout.layer(0).gateWidth()
                                                + column];
                    }
                    gates[t][gate.ordinal()][u] =
                            gate == Quantity.CANDIDATE ? Activation.tanh(net) : Activation.sigmoid(net);
                }
                c[t + 1][u] = gate(t, Quantity.FORGET_GATE, u) * c[t][u]
                        + gate(t, Quantity.INPUT_GATE, u) * gate(t, Quantity.CANDIDATE, u);
                h[t + 1][u] = gate(t, Quantity.OUTPUT_GATE, u) * Activation.tanh(c[t + 1][u]);
            }
        }

        private void output(double[] p, int t, int target) {
            double sum = 0;
            for (int k = 0; k < symbols; k++) {
                double net = p[layout.outputBias() + k];
                for (int u = 0; u < units; u++) {
                    net += h[t + 1][u] * p[layout.outputKernel() + u * symbols + k];
                }
                if (hyperparameters.output() == Output.SIGMOID) {
                    outputs[t][k] = Activation.sigmoid(net);
                    loss -= Math.log(k == target ? outputs[t][k] : 1 - outputs[t][k]) / symbols;
                } else {
                    outputs[t][k] = Math.exp(net);
                    sum += outputs[t][k];
                }
            }
            if (hyperparameters.output() == Output.SOFTMAX) {
                for (int k = 0; k < symbols; k++) {
                    outputs[t][k] /= sum;
                }
                loss -= Math.log(outputs[t][target]);
            }
        }

        double gate(int t, Quantity gate, int u) {
            return gates[t][gate.ordinal()][u];
        }

        /** Adds the gradient of this stretch's loss, divided by the number of slots. */
        void addGradient(double[] p, double[] gradient, int[] inputs, int[] targets, int slots) {
            double[] dh = new double[units];
            double[] dc = new double[units];
            for (int t = inputs.length - 1; t >= 0; t--) {
                outputGradient(p, gradient, t, targets[t], slots, dh);
                double[] net = netGradient(t, dh, dc);
                dh = new double[units];
                for (int column = 0; column < layout.layer(0).gateWidth(); column++) {
                    gradient[layout.layer(0).bias() + column] += net[column];
                    gradient[
                            layout.layer(0).inputKernel()
                                    + inputs[t] * layout.layer(0).gateWidth()
                                    + column] += net[column];
                    for (int v = 0; v < units; v++) {
                        int index = layout.layer(0).recurrentKernel()
                                + v * layout.layer(0).gateWidth()
                                + column;
                        gradient[index] += net[column] * h[t][v];
                        dh[v] += net[column] * p[index];
                    }
                }
            }
        }

        private void outputGradient(double[] p, double[] gradient, int t, int target, int slots, double[] dh) {
            double share = hyperparameters.output() == Output.SIGMOID ? 1.0 / symbols : 1;
            for (int k = 0; k < symbols; k++) {
                double dz = (outputs[t][k] - (k == target ? 1 : 0)) * share / slots;
                gradient[layout.outputBias() + k] += dz;
                for (int u = 0; u < units; u++) {
                    int index = layout.outputKernel() + u * symbols + k;
                    gradient[index] += dz * h[t + 1][u];
                    dh[u] += dz * p[index];
                }
            }
        }

        private double[] netGradient(int t, double[] dh, double[] dc) {
            double[] net = new double[layout.layer(0).gateWidth()];
            for (int u = 0; u < units; u++) {
                double i = gate(t, Quantity.INPUT_GATE, u);
                double f = gate(t, Quantity.FORGET_GATE, u);
                double o = gate(t, Quantity.OUTPUT_GATE, u);
                double g = gate(t, Quantity.CANDIDATE, u);
                double squashed = Activation.tanh(c[t + 1][u]);
                dc[u] += dh[u] * o * (1 - squashed * squashed);
                net[layout.layer(0).column(Quantity.OUTPUT_GATE) + u] = dh[u] * squashed * o * (1 - o);
                net[layout.layer(0).column(Quantity.INPUT_GATE) + u] = dc[u] * g * i * (1 - i);
                net[layout.layer(0).column(Quantity.CANDIDATE) + u] = dc[u] * i * (1 - g * g);
                net[layout.layer(0).column(Quantity.FORGET_GATE) + u] = dc[u] * c[t][u] * f * (1 - f);
                dc[u] *= f;
            }
            return net;
        }
    }

    /** The loss that an update with these parameters would descend, from the state carried now. */
    double loss(double[] parameters, int[] sequence, int firstStep, int times, int slots) {
        double loss = 0;
        for (int slot = 0; slot < slots; slot++) {
            int[] inputs = symbols(sequence, firstStep + slot, times);
            int[] targets = symbols(sequence, firstStep + slot + 1, times);
            loss += new Stretch(parameters, slot, inputs, targets).loss;
        }
        return loss / slots;
    }

    /**
     * The gradient of {@link #loss} by central differences over two distances, whose error goes with the fourth power
     * of the distance.
     */
    public double[] numericGradient(int[] sequence, int firstStep, int times, int slots) {
        double[] gradient = new double[values.length];
        double distance = 1e-3;
        for (int index = 0; index < values.length; index++) {
            double[] difference = new double[2];
            for (int n = 1; n <= 2; n++) {
                double[] shifted = values.clone();
                shifted[index] = values[index] + n * distance;
                difference[n - 1] = loss(shifted, sequence, firstStep, times, slots);
                shifted[index] = values[index] - n * distance;
                difference[n - 1] -= loss(shifted, sequence, firstStep, times, slots);
            }
            gradient[index] = (8 * difference[0] - difference[1]) / (12 * distance);
        }
        return gradient;
    }

    @Override
    public double update(int[] sequence, int firstStep, int times, int slots) {
        double[] gradient = new double[values.length];
        double loss = 0;
        for (int slot = 0; slot < slots; slot++) {
            int[] inputs = symbols(sequence, firstStep + slot, times);
            int[] targets = symbols(sequence, firstStep + slot + 1, times);
            Stretch stretch = new Stretch(values, slot, inputs, targets);
            stretch.addGradient(values, gradient, inputs, targets, slots);
            loss += stretch.loss;
            hidden[slot] = stretch.h[times];
            cell[slot] = stretch.c[times];
        }
        apply(gradient);
        return loss / slots / times;
    }

    private int[] symbols(int[] sequence, int start, int times) {
        int[] taken = new int[times];
        for (int t = 0; t < times; t++) {
            taken[t] = sequence[start + t * hyperparameters.batchSize()];
        }
        return taken;
    }

    private void apply(double[] gradient) {
        updates++;
        for (int index = 0; index < values.length; index++) {
            values[index] -= learningRate * direction(index, gradient[index]);
        }
    }

    private double direction(int index, double g) {
        return switch (hyperparameters.optimiser()) {
            case SGD -> g;
            case RMSPROP -> {
                second[index] = 0.9 * second[index] + 0.1 * g * g;
                yield g / (Math.sqrt(second[index]) + 1e-7);
            }
            case ADAM -> {
                first[index] = 0.9 * first[index] + 0.1 * g;
                second[index] = 0.999 * second[index] + 0.001 * g * g;
                double correction = Math.sqrt(1 - Math.pow(0.999, updates)) / (1 - Math.pow(0.9, updates));
                yield correction * first[index] / (Math.sqrt(second[index]) + 1e-7);
            }
        };
    }

    @Override
    public void resetState() {
        hidden = new double[hyperparameters.batchSize()][units];
        cell = new double[hyperparameters.batchSize()][units];
    }

    @Override
    public Parameters parameters() {
        return Parameters.of(layout, values);
    }

    @Override
    public void setLearningRate(double rate) {
        learningRate = rate;
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
