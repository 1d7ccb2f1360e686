package lab.carousel.engine.dl4j;

import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.UpdateInterval;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** Writes an experiment's network down as Deeplearning4j does. */
final class Configuration {

    /**
     * The least distance of an output from 0 and 1 in Deeplearning4j's binary cross-entropy: half the distance from 1
     * to the next number above. With 0 it gives NaN for an output that rounds to 1, even a right one.
     */
    private static final double LEAST_DISTANCE = 0x1p-53;

    private Configuration() {}

    /** The configuration to train with: the state can be carried from update to update. */
    static MultiLayerConfiguration forTraining(Experiment experiment) {
        ILossFunction loss = experiment.hyperparameters().output() == Output.SIGMOID
                ? new SigmoidCrossEntropy()
                : plainLoss(experiment);
        return of(experiment, loss, BackpropType.TruncatedBPTT);
    }

    /** The configuration for others: nothing in it but what is Deeplearning4j's own. */
    static MultiLayerConfiguration plain(Experiment experiment) {
        UpdateInterval interval = experiment.hyperparameters().updateInterval();
        return of(
                experiment,
                plainLoss(experiment),
                interval.isWholeSequence() ? BackpropType.Standard : BackpropType.TruncatedBPTT);
    }

    private static MultiLayerConfiguration of(Experiment experiment, ILossFunction loss, BackpropType backprop) {
        Hyperparameters hyperparameters = experiment.hyperparameters();
        int symbols = experiment.layout().symbols();
        int units = experiment.layout().units();
        MultiLayerConfiguration.Builder network = new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .seed(hyperparameters.seed())
                .updater(updater(hyperparameters.optimiser(), hyperparameters.learningRate()))
                .list()
                .layer(new LSTM.Builder()
                        .nIn(symbols)
                        .nOut(units)
                        .activation(Activation.TANH)
                        .gateActivationFunction(Activation.SIGMOID)
                        .forgetGateBiasInit(1)
                        .build())
                .layer(new RnnOutputLayer.Builder(loss)
                        .nIn(units)
                        .nOut(symbols)
                        .activation(activation(hyperparameters.output()))
                        .build())
                .backpropType(backprop);
        if (backprop == BackpropType.TruncatedBPTT) {
            int interval = hyperparameters.updateInterval().steps();
            network.tBPTTLength(Math.min(interval, experiment.task().longestSteps()));
        }
        return network.build();
    }

    private static Activation activation(Output output) {
        return switch (output) {
            case SIGMOID -> Activation.SIGMOID;
            case SOFTMAX -> Activation.SOFTMAX;
        };
    }

    private static ILossFunction plainLoss(Experiment experiment) {
        int symbols = experiment.layout().symbols();
        return switch (experiment.hyperparameters().output()) {
            // Deeplearning4j sums over the outputs; the weights make that the mean.
            case SIGMOID -> {
                INDArray weights = Nd4j.valueArrayOf(new long[] {1, symbols}, 1.0 / symbols, DataType.DOUBLE);
                yield new LossBinaryXENT(LEAST_DISTANCE, weights);
            }
            // The smallest output whose logarithm is not taken as that of 0; the gradient is exact in any case.
            case SOFTMAX -> new LossMCXENT(Double.MIN_NORMAL, null);
        };
    }

    private static IUpdater updater(Optimiser optimiser, double learningRate) {
        return switch (optimiser) {
            case ADAM ->
                new Adam(learningRate, Optimiser.ADAM_BETA1, Optimiser.ADAM_BETA2, Optimiser.EPSILON);
            case RMSPROP -> new RmsProp(learningRate, Optimiser.RMSPROP_DECAY, Optimiser.EPSILON);
            case SGD -> new Sgd(learningRate);
        };
    }
}
