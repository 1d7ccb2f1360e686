package lab.carousel.engine.dl4j;

import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A trained network in Deeplearning4j's hands, to be asked for its outputs. Used by one thread. */
public final class Dl4jInference {

    /** Bounds the memory of a long sequence, which is fed part by part. */
    private static final int TIMES_AT_ONCE = 1_000;

    private final MultiLayerNetwork network;
    private final ParameterLayout layout;
    private final int lag;
    private final boolean isStateless;

    /**
     * Loads weights into a plain network; takes a second or two the first time, for the native code.
     *
     * @throws lab.carousel.text.InvalidInput if Deeplearning4j has no such network
     */
    public Dl4jInference(Experiment experiment, Parameters parameters) {
        network = PlainNetwork.of(experiment, parameters);
        layout = parameters.layout();
        lag = experiment.hyperparameters().get(Settings.LAG);
        isStateless = experiment.hyperparameters().get(Settings.RESET_POLICY) == ResetPolicy.EVERY_STEP;
    }

    /**
     * The outputs at the first steps of a sequence, fed from a zero state. With a lag the first step is the one that
     * has as many symbols.
     *
     * @return {@code [step][output]}
     */
    public double[][] outputs(Steps sequence, int steps) {
        double[][] outputs = new double[steps][layout.outputs()];
        int stepsAtOnce = Math.max(1, TIMES_AT_ONCE / lag);
        network.rnnClearPreviousState();
        for (int first = 0; first < steps; first += stepsAtOnce) {
            int count = Math.min(stepsAtOnce, steps - first);
            if (isStateless) {
                addStateless(sequence, first, count, outputs);
            } else {
                addCarrying(sequence, first, count, outputs);
            }
        }
        return outputs;
    }

    private static void put(Steps sequence, int fed, INDArray inputs, int slot, int time) {
        for (int k = 0; k < inputs.size(1); k++) {
            inputs.putScalar(slot, k, time, sequence.fed(fed, k));
        }
    }

    private void addCarrying(Steps sequence, int first, int count, double[][] outputs) {
        INDArray inputs = Nd4j.zeros(DataType.DOUBLE, 1, layout.symbols(), (long) count * lag);
        for (int time = 0; time < count * lag; time++) {
            put(sequence, first + time / lag + time % lag, inputs, 0, time);
        }
        INDArray found = network.rnnTimeStep(inputs);
        for (int step = 0; step < count; step++) {
            for (int k = 0; k < layout.outputs(); k++) {
                outputs[first + step][k] = found.getDouble(0, k, (step + 1) * lag - 1);
            }
        }
    }

    private void addStateless(Steps sequence, int first, int count, double[][] outputs) {
        INDArray inputs = Nd4j.zeros(DataType.DOUBLE, count, layout.symbols(), lag);
        for (int step = 0; step < count; step++) {
            for (int time = 0; time < lag; time++) {
                put(sequence, first + step + time, inputs, step, time);
            }
        }
        INDArray found = network.output(inputs);
        for (int step = 0; step < count; step++) {
            for (int k = 0; k < layout.outputs(); k++) {
                outputs[first + step][k] = found.getDouble(step, k, lag - 1);
            }
        }
    }
}
