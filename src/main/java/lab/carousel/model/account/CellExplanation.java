package lab.carousel.model.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lab.carousel.model.Network;
import lab.carousel.model.Operation;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.QuantityKind;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;

/**
 * Accounts for steps of a network.
 */
public final class CellExplanation {

    private CellExplanation() {}

    /**
     * The account of a unit at a step.
     *
     * @param number     of the step, counted from 1; at least the lag
     * @param unit       counted from 0 through all layers
     */
    public static ForwardAccount of(FedSteps network, int sequence, int number, int unit) {
        Parameters parameters = network.parameters();
        Steps steps = network.steps(sequence);
        int t = number - 1;
        NetworkState state = network.before(sequence, t, t);
        for (int fed = t - network.first(); fed < t; fed++) {
            Network.step(parameters, steps, fed, state, t, Operation.NONE);
        }
        double[] hBefore = state.get(Quantity.HIDDEN_STATE).clone();
        double[] cBefore = state.get(Quantity.CELL_STATE).clone();
        Network.step(parameters, steps, t, state, t, Operation.NONE);
        double[] h = state.get(Quantity.HIDDEN_STATE);
        UnitAccount account = new StepInputs(parameters, steps, t, hBefore, cBefore, state).unit(unit);
        OutputAccount output = new OutputAccount(
                network.hyperparameters().get(Settings.OUTPUT), outputs(parameters, h), steps.target(t));
        Step step = steps.step(sequence, t);
        Map<Quantity, double[]> before = new EnumMap<>(Quantity.class);
        Map<Quantity, double[]> after = new EnumMap<>(Quantity.class);
        for (Quantity quantity : parameters.layout().cell().quantities()) {
            after.put(quantity, state.get(quantity).clone());
            if (quantity.kind() == QuantityKind.STATE) {
                before.put(quantity, quantity == Quantity.HIDDEN_STATE ? hBefore : cBefore);
            }
        }
        double[] fed = new double[parameters.layout().symbols()];
        Arrays.setAll(fed, k -> steps.fed(t, k));
        return new ForwardAccount(
                step, fed, account, output, steps.isScored(t), new ForwardAccount.Units(before, after));
    }

    private static List<NetInput> outputs(Parameters parameters, double[] h) {
        ParameterLayout layout = parameters.layout();
        int first = layout.allUnits() - layout.units();
        List<NetInput> inputs = new ArrayList<>();
        for (int k = 0; k < layout.outputs(); k++) {
            List<Term> terms = new ArrayList<>();
            terms.add(Term.bias(TermSource.BIAS, parameters.get(layout.outputBias() + k)));
            for (int u = 0; u < layout.units(); u++) {
                double weight = parameters.get(layout.outputKernel() + u * layout.outputs() + k);
                terms.add(new Term(TermSource.BELOW, first + u, weight, h[first + u]));
            }
            inputs.add(new NetInput(terms));
        }
        return inputs;
    }

    /** The input of a time step, and the weights it came through. */
    private record StepInputs(
            Parameters parameters, Steps steps, int t, double[] hBefore, double[] cBefore, NetworkState after) {

        UnitAccount unit(int unit) {
            int units = parameters.layout().units();
            LayerLayout layer = parameters.layout().layer(unit / units);
            Cell cell = layer.cell();
            List<GateAccount> gates = new ArrayList<>();
            for (Quantity gate : cell.gates()) {
                double factor = cell.factor(gate)
                        .map(quantity -> after.get(quantity)[unit])
                        .orElse(1.0);
                gates.add(gate(layer, unit, gate, factor));
            }
            return new UnitAccount(cell, unit, unit / units, gates, hBefore[unit], cBefore[unit]);
        }

        private GateAccount gate(LayerLayout layer, int unit, Quantity gate, double factor) {
            int column = layer.column(gate) + unit % layer.units();
            List<Term> input = input(layer, unit, column);
            List<Term> recurrent = recurrent(layer, unit, column);
            if (!layer.cell().hasRecurrentBias()) {
                input.addAll(recurrent);
                recurrent = List.of();
            }
            layer.cell().lookedAt(gate).ifPresent(state -> {
                int weight = layer.peepholes() + layer.cell().looks().indexOf(gate) * layer.units();
                double value = (state.isBefore() ? cBefore : after.c)[unit];
                input.add(new Term(TermSource.PEEPHOLE, unit, parameters.get(weight + unit % layer.units()), value));
            });
            return new GateAccount(gate, new NetInput(input), new NetInput(recurrent), factor);
        }

        /** In the order of the network: with a symbol its weight and the bias, else the bias and the numbers fed or the layer below. */
        private List<Term> input(LayerLayout layer, int unit, int column) {
            List<Term> terms = new ArrayList<>();
            Term bias = Term.bias(TermSource.BIAS, parameters.get(layer.bias() + column));
            int symbol = steps.input(t);
            if (unit < layer.units() && symbol != Target.NO_INDEX) {
                double weight = parameters.get(layer.inputKernel() + symbol * layer.gateWidth() + column);
                terms.add(new Term(TermSource.SYMBOL, symbol, weight, 1));
                terms.add(bias);
                return terms;
            }
            terms.add(bias);
            int below = unit / layer.units() * layer.units() - layer.inputs();
            for (int row = 0; row < layer.inputs(); row++) {
                double weight = parameters.get(layer.inputKernel() + row * layer.gateWidth() + column);
                terms.add(
                        unit < layer.units()
                                ? new Term(TermSource.CHANNEL, row, weight, steps.fed(t, row))
                                : new Term(TermSource.BELOW, below + row, weight, after.h[below + row]));
            }
            return terms;
        }

        private List<Term> recurrent(LayerLayout layer, int unit, int column) {
            List<Term> terms = new ArrayList<>();
            if (layer.cell().hasRecurrentBias()) {
                double weight = parameters.get(layer.recurrentBias() + column);
                terms.add(Term.bias(TermSource.RECURRENT_BIAS, weight));
            }
            int first = unit / layer.units() * layer.units();
            for (int row = 0; row < layer.recurrentRows(); row++) {
                double weight = parameters.get(layer.recurrentKernel() + row * layer.gateWidth() + column);
                terms.add(new Term(TermSource.BEFORE, first + row, weight, hBefore[first + row]));
            }
            return terms;
        }
    }
}
