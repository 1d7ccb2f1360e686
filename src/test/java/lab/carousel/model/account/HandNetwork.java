package lab.carousel.model.account;

import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.task.Task;

/** Two LSTM units that read "a b a", with weights short enough for a pocket calculator. */
public final class HandNetwork {

    /** Two steps: a, to be followed by b; then b, to be followed by a. */
    public static final Experiment EXPERIMENT = new Experiment(
            Task.parse("a b", "a b a"), Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 2), EngineName.KERNEL);

    /** All weights, in the order of the layout. */
    public static final Parameters PARAMETERS = Parameters.of(
            EXPERIMENT.layout(),
            numbers(
                    """
            # i of unit 1, of 2; f; g; o: from the input a, from b, from h of unit 1, of unit 2, and the biases
             0.5 -0.3   0.2  0.1   0.8 -0.6   0.4  0.3
            -0.4  0.7   0.9 -0.2  -0.5  0.6   0.1 -0.8
             0.3 -0.1   0.6  0.2  -0.7  0.4   0.5 -0.2
            -0.2  0.4  -0.3  0.5   0.9 -0.8   0.1  0.6
             0.1 -0.1   1.0  1.0   0.0  0.2  -0.2  0.3
            # from h of unit 1, then of unit 2, to the outputs a and b, and the biases of the outputs
             1.2 -0.9  -0.7  1.1
             0.1 -0.2
            """));

    private static double[] numbers(String rows) {
        return rows.lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.strip().split("\\s+")))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private HandNetwork() {}

    /** The account of a unit, counted from 1, at a step, counted from 1. */
    public static ForwardAccount account(int step, int unit) {
        return CellExplanation.of(FedSteps.of(EXPERIMENT, PARAMETERS), 0, step, unit - 1);
    }
}
