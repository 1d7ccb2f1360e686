package lab.carousel.study;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.Network;
import lab.carousel.model.Output;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;

/**
 * Sequences of a task fed one after the other through the slots of the batch, with and without a reset of the states between
 * them: what differs is what leaks from one sequence into the next.
 *
 * @param order the sequences in the order in which they are fed, counted from 0; one can come again
 * @param steps all steps, sequence after sequence
 */
public record ResetSwitch(List<Integer> order, List<BothWays> steps) {

    /** The most sequences in a row. */
    public static final int MAX_SEQUENCES = 50;
    /** The most steps in a row. */
    public static final int MAX_STEPS = 20_000;
    /** Of so many steps in all the differences of each unit are kept: what can be drawn. */
    public static final int MAX_KEPT = 400;

    /**
     * One step both ways.
     *
     * @param place         of its sequence in the order, counted from 0
     * @param step          within its sequence, counted from 0
     * @param input         index of the input symbol
     * @param target        index of the right symbol
     * @param scored        whether the step has an error signal
     * @param withReset     what the network says with a reset before each sequence
     * @param withoutReset  what it says without
     * @param outputChange  the largest difference of an output between the two
     * @param difference    how far the two states are apart
     */
    public record BothWays(
            int place,
            int step,
            int input,
            int target,
            boolean scored,
            Answer withReset,
            Answer withoutReset,
            double outputChange,
            StateDifference difference) {

        /** Whether the prediction with resets is right. */
        public boolean isRightWithReset() {
            return withReset.predicted == target;
        }

        /** Whether the prediction without is. */
        public boolean isRightWithoutReset() {
            return withoutReset.predicted == target;
        }
    }

    /**
     * What a network says at a step.
     *
     * @param predicted the index of the largest output
     * @param target    the output of the right symbol; NaN if no output stands for it
     */
    public record Answer(int predicted, double target) {}

    /**
     * The state without resets minus the state with them.
     *
     * @param hiddenDistance the Euclidean length of the difference of h, all layers
     * @param cellDistance   that of c; 0 where there is none
     * @param hidden         the difference of h of each unit; empty beyond what is kept
     * @param cell           the difference of c of each unit; empty likewise
     */
    public record StateDifference(double hiddenDistance, double cellDistance, double[] hidden, double[] cell) {

        static StateDifference between(NetworkState without, NetworkState with, boolean keep) {
            double[] h = difference(without.get(Quantity.HIDDEN_STATE), with.get(Quantity.HIDDEN_STATE));
            double[] c = difference(without.get(Quantity.CELL_STATE), with.get(Quantity.CELL_STATE));
            return new StateDifference(length(h), length(c), keep ? h : new double[0], keep ? c : new double[0]);
        }

        private static double[] difference(double[] one, double[] other) {
            double[] difference = new double[one.length];
            for (int unit = 0; unit < one.length; unit++) {
                difference[unit] = one[unit] - other[unit];
            }
            return difference;
        }

        private static double length(double[] vector) {
            double sum = 0;
            for (double value : vector) {
                sum += value * value;
            }
            return Math.sqrt(sum);
        }
    }

    /** Of so many steps at the beginning of each sequence the differences of each unit are kept. */
    public int keptOfEach() {
        return MAX_KEPT / order.size();
    }

    /** Whether a sequence has more steps than those of which the differences of each unit are kept. */
    public boolean isCut() {
        return steps.stream().anyMatch(step -> step.difference().hidden().length == 0);
    }

    /** Feeds all sequences of a task both ways, in their order. */
    public static ResetSwitch of(Experiment experiment, Parameters parameters) {
        List<Integer> all = new ArrayList<>();
        for (int s = 0; s < experiment.task().sequences().size(); s++) {
            all.add(s);
        }
        return of(experiment, parameters, experiment.task().encoded(), all);
    }

    /**
     * Feeds sequences both ways.
     *
     * @param encoded the sequences of the task, as {@link Task#encoded} gives them
     * @param order   those that are fed, one after the other
     * @throws InvalidInput if there are too many sequences or steps
     */
    public static ResetSwitch of(Experiment experiment, Parameters parameters, int[][] encoded, List<Integer> order) {
        check(order, experiment.task());
        ForwardPass with = new ForwardPass(parameters, experiment.hyperparameters());
        ForwardPass without = new ForwardPass(parameters, experiment.hyperparameters());
        int kept = MAX_KEPT / order.size();
        int lag = experiment.hyperparameters().lag();
        List<BothWays> steps = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            int[] sequence = encoded[order.get(place)];
            with.reset();
            int length = sequence.length - 1;
            for (int t = lag - 1; t < length; t++) {
                NetworkState freshState = with.step(sequence, t);
                NetworkState leakyState = without.step(sequence, t);
                double[] fresh = outputs(experiment, parameters, freshState);
                double[] leaky = outputs(experiment, parameters, leakyState);
                int target = sequence[t + 1];
                steps.add(new BothWays(
                        place,
                        t,
                        sequence[t],
                        target,
                        experiment.scoredSteps().include(t, length),
                        answer(fresh, target),
                        answer(leaky, target),
                        largestDifference(fresh, leaky),
                        StateDifference.between(leakyState, freshState, t - lag + 1 < kept)));
            }
        }
        return new ResetSwitch(List.copyOf(order), List.copyOf(steps));
    }

    /** @throws InvalidInput if there are too many sequences or steps */
    static void check(List<Integer> order, Task task) {
        if (order.isEmpty() || order.size() > MAX_SEQUENCES) {
            throw new InvalidInput("study.resetSwitch.sequences", MAX_SEQUENCES);
        }
        int steps =
                order.stream().mapToInt(s -> task.sequences().get(s).steps()).sum();
        if (steps > MAX_STEPS) {
            throw new InvalidInput("study.resetSwitch.steps", steps, MAX_STEPS);
        }
    }

    private static Answer answer(double[] outputs, int target) {
        return new Answer(Output.argmax(outputs), target < outputs.length ? outputs[target] : Double.NaN);
    }

    private static double largestDifference(double[] one, double[] other) {
        double largest = 0;
        for (int k = 0; k < one.length; k++) {
            largest = Math.max(largest, Math.abs(one[k] - other[k]));
        }
        return largest;
    }

    private static double[] outputs(Experiment experiment, Parameters parameters, NetworkState state) {
        double[] outputs = new double[parameters.layout().outputs()];
        Network.outputNetInputs(parameters, state, outputs);
        experiment.hyperparameters().output().activate(outputs);
        return outputs;
    }

    /** How many steps with an error signal there are. */
    public long scored() {
        return steps.stream().filter(BothWays::scored).count();
    }

    /** How many of them are right with a reset before each sequence. */
    public long rightWithReset() {
        return steps.stream()
                .filter(step -> step.scored && step.isRightWithReset())
                .count();
    }

    /** How many of them are right without. */
    public long rightWithoutReset() {
        return steps.stream()
                .filter(step -> step.scored && step.isRightWithoutReset())
                .count();
    }

    /** The steps of the sequence at a place of the order. */
    public List<BothWays> stepsAt(int place) {
        return steps.stream().filter(step -> step.place == place).toList();
    }
}
