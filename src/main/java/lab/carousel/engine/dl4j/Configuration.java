package lab.carousel.engine.dl4j;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.KnownOptimiser;
import lab.carousel.model.LossWeighting;
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
    static MultiLayerConfiguration forTraining(Hyperparameters hyperparameters, ParameterLayout layout) {
        boolean isWeighted = isWeighted(hyperparameters);
        ILossFunction loss =
                switch (hyperparameters.get(Settings.OUTPUT)) {
                    case SIGMOID -> new SigmoidCrossEntropy(isWeighted);
                    case SOFTMAX ->
                        isWeighted ? new SoftmaxCrossEntropy() : plainLoss(Output.SOFTMAX, layout.outputs());
                };
        return layers(hyperparameters, layout, loss)
                .backpropType(BackpropType.TruncatedBPTT)
                .build();
    }

    static boolean isWeighted(Hyperparameters hyperparameters) {
        return hyperparameters.get(Settings.LAG) > 1
                || !hyperparameters.get(Settings.LOSS_WEIGHTING).equals(LossWeighting.ALL_STEPS);
    }

    /**
     * The configuration for others: nothing in it but what is Deeplearning4j's own. What Deeplearning4j's solver does
     * not have (momentum of Keras's kind, clipping of the whole gradient, lag, weights of steps) is left out.
     */
    static MultiLayerConfiguration plain(Experiment experiment, ParameterLayout layout) {
        Hyperparameters hyperparameters = experiment.hyperparameters();
        MultiLayerConfiguration.Builder network =
                layers(hyperparameters, layout, plainLoss(hyperparameters.get(Settings.OUTPUT), layout.outputs()));
        if (hyperparameters.get(Settings.UPDATE_INTERVAL).isWholeSequence()) {
            return network.backpropType(BackpropType.Standard).build();
        }
        int steps = Math.min(
                hyperparameters.get(Settings.UPDATE_INTERVAL).steps(),
                experiment.task().longestSteps());
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
        return switch (output) {
            case SIGMOID -> Activation.SIGMOID;
            case SOFTMAX -> Activation.SOFTMAX;
        };
    }

    private static ILossFunction plainLoss(Output output, int outputs) {
        return switch (output) {
            // Deeplearning4j sums over the outputs; the weights make that the mean.
            case SIGMOID -> {
                INDArray weights = Nd4j.valueArrayOf(new long[] {1, outputs}, 1.0 / outputs, DataType.DOUBLE);
                yield new LossBinaryXENT(LEAST_DISTANCE, weights);
            }
            case SOFTMAX -> new LossMCXENT(LEAST_SOFTMAX, null);
        };
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
     * Deeplearning4j's cross-entropy of softmax outputs, for targets that are {@link StepWeights}: the gradient is weighted,
     * the score is the plain sum.
     */
    static final class SoftmaxCrossEntropy extends LossMCXENT {

        private static final long serialVersionUID = 1L;

        SoftmaxCrossEntropy() {
            super(LEAST_SOFTMAX, null);
        }

        @Override
        public double computeScore(INDArray targets, INDArray z, IActivation softmax, INDArray mask, boolean average) {
            return super.computeScore(StepWeights.in(targets).wanted(), z, softmax, mask, average);
        }

        @Override
        public INDArray computeGradient(INDArray targets, INDArray z, IActivation softmax, INDArray mask) {
            StepWeights steps = StepWeights.in(targets);
            return super.computeGradient(steps.wanted(), z, softmax, mask).muliColumnVector(steps.weights());
        }
    }

    /**
     * Binary cross-entropy of sigmoid outputs, the mean over the outputs, worked out from the net inputs z. It is what
     * {@link LossBinaryXENT} with weights 1/K means, but stays right where outputs round to 0 or 1: there Deeplearning4j
     * divides 0 by 0, or, if told to clip, loses the gradient of outputs that are far off.
     *
     * <p>If the targets are {@link StepWeights} the gradient is weighted; the score is the plain sum.
     */
    static final class SigmoidCrossEntropy extends LossBinaryXENT {

        private static final long serialVersionUID = 1L;

        private final boolean isWeighted;

        /** @param isWeighted whether the targets are {@link StepWeights} */
        SigmoidCrossEntropy(boolean isWeighted) {
            this.isWeighted = isWeighted;
        }

        /** The sum over the rows of max(z, 0) - z y + ln(1 + e^-|z|), the mean over the columns. */
        @Override
        public double computeScore(INDArray targets, INDArray z, IActivation sigmoid, INDArray mask, boolean average) {
            if (isWeighted) {
                StepWeights steps = StepWeights.in(targets);
                return sum(losses(steps.wanted(), z).muliColumnVector(steps.counted()), average);
            }
            return sum(losses(targets, z), average);
        }

        private static INDArray losses(INDArray wanted, INDArray z) {
            INDArray loss = Transforms.abs(z, true).negi();
            Transforms.exp(loss, false);
            Transforms.log(loss.addi(1), false);
            return loss.addi(Transforms.relu(z, true)).subi(z.mul(wanted));
        }

        private static double sum(INDArray losses, boolean average) {
            double sum = losses.sumNumber().doubleValue() / losses.size(1);
            return average ? sum / losses.size(0) : sum;
        }

        /** (sigmoid(z) - y) / O, times the weight of the row. */
        @Override
        public INDArray computeGradient(INDArray targets, INDArray z, IActivation sigmoid, INDArray mask) {
            INDArray outputs = sigmoid.getActivation(z.dup(), true);
            if (isWeighted) {
                StepWeights steps = StepWeights.in(targets);
                return outputs.subi(steps.wanted()).divi(z.size(1)).muliColumnVector(steps.weights());
            }
            return outputs.subi(targets).divi(z.size(1));
        }
    }

    /**
     * Targets whose steps do not all count the same: in each row the weight of its step where 1 is wanted and less the weight
     * where 0 is, and zeros where there is no error signal. Deeplearning4j's masks cannot do that: it multiplies the net inputs,
     * too, with them.
     *
     * @param wanted  1 or 0; zeros where there is no error signal
     * @param weights the weight of each row, a column
     * @param counted 1 where a row has an error signal, 0 elsewhere; a column
     */
    record StepWeights(INDArray wanted, INDArray weights, INDArray counted) {

        static double weighted(double wanted, double weight) {
            if (wanted != 0 && wanted != 1) {
                throw new IllegalArgumentException("steps that want numbers have no weights in Deeplearning4j");
            }
            return wanted == 1 ? weight : -weight;
        }

        /** Takes weighted targets apart. */
        static StepWeights in(INDArray targets) {
            INDArray weights = Transforms.abs(targets.max(true, 1), true);
            return new StepWeights(
                    targets.gt(0).castTo(targets.dataType()),
                    weights,
                    weights.gt(0).castTo(targets.dataType()));
        }
    }
}
