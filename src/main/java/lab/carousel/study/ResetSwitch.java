package lab.carousel.study;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.ForwardPass;
import lab.carousel.model.Network;
import lab.carousel.model.NetworkState;
import lab.carousel.model.Parameters;
import lab.carousel.model.Quantity;
import lab.carousel.model.ResetPolicy;

/**
 * The sequences of a task fed one after the other, with and without a reset of the state between them: what differs is
 * what leaks from one sequence into the next.
 *
 * @param steps all steps, sequence after sequence
 */
public record ResetSwitch(List<Step> steps) {

    /**
     * One step both ways.
     *
     * @param sequence      counted from 0
     * @param step          counted from 0
     * @param input         index of the input symbol
     * @param target        index of the right symbol
     * @param scored        whether the step has an error signal
     * @param withReset     the outputs with a reset before each sequence
     * @param withoutReset  the outputs without
     * @param stateDistance the Euclidean distance of the two hidden states
     */
    public record Step(
            int sequence,
            int step,
            int input,
            int target,
            boolean scored,
            double[] withReset,
            double[] withoutReset,
            double stateDistance) {

        /** Whether the prediction with resets is right. */
        public boolean isRightWithReset() {
            return ForwardPass.argmax(withReset) == target;
        }

        /** Whether the prediction without is. */
        public boolean isRightWithoutReset() {
            return ForwardPass.argmax(withoutReset) == target;
        }
    }

    /** Feeds all sequences of a task both ways. */
    public static ResetSwitch of(Experiment experiment, Parameters parameters) {
        int lag = experiment.hyperparameters().lag();
        NetworkState with = new NetworkState(parameters.layout());
        NetworkState without = new NetworkState(parameters.layout());
        List<Step> steps = new ArrayList<>();
        int[][] sequences = experiment.task().encoded();
        for (int s = 0; s < sequences.length; s++) {
            with.reset();
            int length = sequences[s].length - 1;
            for (int t = lag - 1; t < length; t++) {
                double[] kept = outputs(experiment, parameters, sequences[s], t, with);
                double[] leaked = outputs(experiment, parameters, sequences[s], t, without);
                steps.add(new Step(
                        s,
                        t,
                        sequences[s][t],
                        sequences[s][t + 1],
                        experiment.scoredSteps().include(t, length),
                        kept,
                        leaked,
                        distance(with, without)));
            }
        }
        return new ResetSwitch(List.copyOf(steps));
    }

    private static double[] outputs(
            Experiment experiment, Parameters parameters, int[] sequence, int step, NetworkState state) {
        if (experiment.hyperparameters().resetPolicy() == ResetPolicy.EVERY_STEP) {
            state.reset();
        }
        for (int t = step - experiment.hyperparameters().lag() + 1; t <= step; t++) {
            Network.step(parameters, sequence[t], state);
        }
        double[] outputs = new double[parameters.layout().outputs()];
        Network.outputNetInputs(parameters, state, outputs);
        experiment.hyperparameters().output().activate(outputs);
        return outputs;
    }

    private static double distance(NetworkState one, NetworkState other) {
        double[] a = one.get(Quantity.HIDDEN_STATE);
        double[] b = other.get(Quantity.HIDDEN_STATE);
        double sum = 0;
        for (int unit = 0; unit < a.length; unit++) {
            sum += (a[unit] - b[unit]) * (a[unit] - b[unit]);
        }
        return Math.sqrt(sum);
    }

    /** How many steps with an error signal there are. */
    public long scored() {
        return steps.stream().filter(Step::scored).count();
    }

    /** How many of them are right with a reset before each sequence. */
    public long rightWithReset() {
        return steps.stream().filter(step -> step.scored && step.isRightWithReset()).count();
    }

    /** How many of them are right without. */
    public long rightWithoutReset() {
        return steps.stream().filter(step -> step.scored && step.isRightWithoutReset()).count();
    }
}
