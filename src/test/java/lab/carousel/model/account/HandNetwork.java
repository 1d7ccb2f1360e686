package lab.carousel.model.account;

import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Task;

/** Two LSTM units that read "a b a", with weights short enough for a pocket calculator. */
public final class HandNetwork {

    /** Two steps: a, to be followed by b; then b, to be followed by a. */
    public static final Experiment EXPERIMENT = new Experiment(
            Task.parse("a b", "a b a"), Hyperparameters.reference().withHiddenUnits(2), EngineName.KERNEL);

    /** All weights, in the order of the layout. */
    public static final Parameters PARAMETERS = Parameters.of(EXPERIMENT.layout(), new double[] {
        // i of unit 1, of 2    f            g            o
        // from the input a
        0.5,
        -0.3, /*      */
        0.2,
        0.1, /*  */
        0.8,
        -0.6, /*  */
        0.4,
        0.3,
        // from the input b
        -0.4,
        0.7, /*      */
        0.9,
        -0.2, /*  */
        -0.5,
        0.6, /*  */
        0.1,
        -0.8,
        // from h of unit 1
        0.3,
        -0.1, /*      */
        0.6,
        0.2, /*  */
        -0.7,
        0.4, /*  */
        0.5,
        -0.2,
        // from h of unit 2
        -0.2,
        0.4, /*      */
        -0.3,
        0.5, /*  */
        0.9,
        -0.8, /*  */
        0.1,
        0.6,
        // biases
        0.1,
        -0.1, /*      */
        1.0,
        1.0, /*  */
        0.0,
        0.2, /*  */
        -0.2,
        0.3,
        // from h of unit 1, then of unit 2, to the outputs a and b
        1.2,
        -0.9,
        -0.7,
        1.1,
        // biases of the outputs
        0.1,
        -0.2
    });

    private HandNetwork() {}

    /** The account of a unit, counted from 1, at a step, counted from 1. */
    public static ForwardAccount account(int step, int unit) {
        return new Accountant(EXPERIMENT).account(PARAMETERS, 0, step, unit - 1);
    }
}
