package lab.carousel.engine.dl4j;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.KnownOptimiser;
import lab.carousel.model.Optimiser;
import lab.carousel.model.OptimiserConstant;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.ParameterLayout;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.util.TimeSeriesUtils;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.ops.transforms.Transforms;

final class Configuration {

    /**
     * The least distance of an output from 0 and 1 in Deeplearning4j's binary cross-entropy: half the distance from 1
     * to the next number above. With 0 it gives NaN for an output that rounds to 1, even a right one.
     */
    private static final double LEAST_DISTANCE = 0x1p-53;

    /** The smallest softmax output whose logarithm is not taken as that of 0; the gradient is exact in any case. */
    private static final double LEAST_SOFTMAX = Double.MIN_NORMAL;

    private Configuration() {}

    /**
     * The configuration to train with, of cells that Deeplearning4j has: the state is carried from update to update.
     */
    static MultiLayerConfiguration forTraining(
            Hyperparameters hyperparameters, ParameterLayout layout, ILossFunction loss) {
        return layers(hyperparameters, layout, loss)
                .backpropType(BackpropType.TruncatedBPTT)
                .build();
    }

    /**
     * The configuration for others: nothing in it but what is Deeplearning4j's own. What Deeplearning4j's solver does
     * not have (momentum of Keras's kind, clipping of the whole gradient, lag, weights of steps) is left out.
     */
    static MultiLayerConfiguration plain(Hyperparameters hyperparameters, int longestSteps, ParameterLayout layout) {
        MultiLayerConfiguration.Builder network =
                layers(hyperparameters, layout, plainLoss(hyperparameters.get(Settings.OUTPUT), layout.outputs()));
        if (hyperparameters.get(Settings.UPDATE_INTERVAL).isWholeSequence()) {
            return network.backpropType(BackpropType.Standard).build();
        }
        int steps = Math.min(hyperparameters.get(Settings.UPDATE_INTERVAL).steps(), longestSteps);
        return network.backpropType(BackpropType.TruncatedBPTT)
                .tBPTTLength(steps * hyperparameters.get(Settings.LAG))
                .build();
    }

    private static MultiLayerConfiguration.Builder layers(
            Hyperparameters hyperparameters, ParameterLayout layout, ILossFunction loss) {
        NeuralNetConfiguration.ListBuilder network = new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .seed(hyperparameters.get(Settings.SEED))
                .updater(updater(hyperparameters))
                .list();
        for (int layer = 0; layer < layout.layers(); layer++) {
            BaseLayer hidden = hidden(layout.layer(layer));
            if (hyperparameters.isOutputOnly()) {
                // Deeplearning4j's own way, FrozenLayer, would not carry the state
                hidden.setIUpdater(new Sgd(0));
                network.layer(hidden);
            } else {
                network.layer(decaying(hidden, hyperparameters.get(Settings.WEIGHT_DECAY)));
            }
        }
        network.layer(decaying(
                new RnnOutputLayer.Builder(loss)
                        .nIn(layout.units())
                        .nOut(layout.outputs())
                        .activation(activation(hyperparameters.get(Settings.OUTPUT)))
                        .build(),
                hyperparameters.get(Settings.WEIGHT_DECAY)));
        // Lets a dense layer see the times of a sequence one by one
        network.setInputType(InputType.recurrent(layout.symbols()));
        return network;
    }

    /** Layer by layer: Deeplearning4j 1.0.0-M2.1 applies twice what is told to the whole network. */
    private static Layer decaying(BaseLayer layer, double decay) {
        if (decay > 0) {
            layer.setRegularization(List.of(new WeightDecay(decay, true)));
            layer.setRegularizationBias(List.of(new WeightDecay(decay, true)));
        }
        return layer;
    }

    private static BaseLayer hidden(LayerLayout layer) {
        Cell cell = layer.cell();
        if (cell == Cell.LSTM) {
            return new LSTM.Builder()
                    .nIn(layer.inputs())
                    .nOut(layer.units())
                    .activation(Activation.TANH)
                    .gateActivationFunction(Activation.SIGMOID)
                    .forgetGateBiasInit(1)
                    .build();
        }
        if (cell == Cell.RECURRENT) {
            return plainRecurrent(layer.inputs(), layer.units());
        }
        if (cell == Cell.DENSE) {
            return new DenseLayer.Builder()
                    .nIn(layer.inputs())
                    .nOut(layer.units())
                    .activation(Activation.TANH)
                    .build();
        }
        throw new IllegalArgumentException("Deeplearning4j has no " + cell);
    }

    static SimpleRnn plainRecurrent(long inputs, long units) {
        return new SimpleRnn.Builder()
                .nIn(inputs)
                .nOut(units)
                .activation(Activation.TANH)
                .build();
    }

    private static Activation activation(Output output) {
        return Activation.valueOf(output.squashing().onnx().toUpperCase(Locale.ROOT));
    }

    private static ILossFunction plainLoss(Output output, int outputs) {
        if (output == Output.SIGMOID) {
            // Deeplearning4j sums over the outputs; the weights make that the mean.
            INDArray weights = Nd4j.valueArrayOf(new long[] {1, outputs}, 1.0 / outputs, DataType.DOUBLE);
            return new LossBinaryXENT(LEAST_DISTANCE, weights);
        }
        // The squared error is the mean over the outputs, and not halved
        return output == Output.SOFTMAX ? new LossMCXENT(LEAST_SOFTMAX, null) : new LossMSE();
    }

    /** Deeplearning4j's own, made by its name. */
    private static IUpdater updater(Hyperparameters hyperparameters) {
        Optimiser optimiser = hyperparameters.get(Settings.OPTIMISER);
        KnownOptimiser known = optimiser.in(CellLibrary.DEEPLEARNING4J).orElseThrow();
        DoubleStream constants =
                known.constants(optimiser.update(hyperparameters)).stream().mapToDouble(OptimiserConstant::value);
        Object[] arguments = DoubleStream.concat(
                        DoubleStream.of(hyperparameters.get(Settings.LEARNING_RATE)), constants)
                .boxed()
                .toArray();
        Class<?>[] types = Collections.nCopies(arguments.length, double.class).toArray(Class[]::new);
        try {
            return (IUpdater) Class.forName(Sgd.class.getPackageName() + "." + known.name())
                    .getConstructor(types)
                    .newInstance(arguments);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("Deeplearning4j has no " + known, missing);
        }
    }

    /**
     * A loss of Deeplearning4j's where the steps do not all count the same: the gradient of each is weighted, and the score is the
     * plain sum of those that count at all. Its masks cannot do that: it multiplies the net inputs, too, with them.
     */
    static final class WeightedLoss implements ILossFunction {

        private static final long serialVersionUID = 1L;

        private final ILossFunction loss;
        /** Of each row, a column. */
        private transient INDArray weights = Nd4j.ones(DataType.DOUBLE, 1, 1);

        WeightedLoss(Output output, int outputs) {
            loss = output == Output.SIGMOID ? new SigmoidCrossEntropy() : plainLoss(output, outputs);
        }

        /** @param byStep the weights of the next update: {@code [slots, times]}, 0 where there is no error signal */
        void weigh(INDArray byStep) {
            weights = TimeSeriesUtils.reshapeTimeSeriesMaskToVector(byStep);
        }

        @Override
        public double computeScore(INDArray targets, INDArray z, IActivation units, INDArray mask, boolean average) {
            INDArray counted = weights.gt(0).castTo(DataType.DOUBLE);
            double sum = computeScoreArray(targets, z, units, mask)
                    .muliColumnVector(counted)
                    .sumNumber()
                    .doubleValue();
            return average ? sum / z.size(0) : sum;
        }

        @Override
        public INDArray computeScoreArray(INDArray targets, INDArray z, IActivation units, INDArray mask) {
            return loss.computeScoreArray(targets, z, units, mask);
        }

        @Override
        public INDArray computeGradient(INDArray targets, INDArray z, IActivation units, INDArray mask) {
            return loss.computeGradient(targets, z, units, mask).muliColumnVector(weights);
        }

        @Override
        public Pair<Double, INDArray> computeGradientAndScore(
                INDArray targets, INDArray z, IActivation units, INDArray mask, boolean average) {
            return Pair.of(computeScore(targets, z, units, mask, average), computeGradient(targets, z, units, mask));
        }

        @Override
        public String name() {
            return loss.name();
        }
    }

    /**
     * Binary cross-entropy of sigmoid outputs, the mean over the outputs, worked out from the net inputs z. It is what
     * {@link LossBinaryXENT} with weights 1/K means, but stays right where outputs round to 0 or 1: there Deeplearning4j
     * divides 0 by 0, or, if told to clip, loses the gradient of outputs that are far off.
     */
    private static final class SigmoidCrossEntropy extends LossBinaryXENT {

        private static final long serialVersionUID = 1L;

        /** Of each row the mean over the columns of max(z, 0) - z y + ln(1 + e^-|z|). */
        @Override
        public INDArray computeScoreArray(INDArray targets, INDArray z, IActivation sigmoid, INDArray mask) {
            INDArray loss = Transforms.abs(z, true).negi();
            Transforms.exp(loss, false);
            Transforms.log(loss.addi(1), false);
            return loss.addi(Transforms.relu(z, true)).subi(z.mul(targets)).mean(true, 1);
        }

        /** (sigmoid(z) - y) / O. */
        @Override
        public INDArray computeGradient(INDArray targets, INDArray z, IActivation sigmoid, INDArray mask) {
            return sigmoid.getActivation(z.dup(), true).subi(targets).divi(z.size(1));
        }
    }
}
