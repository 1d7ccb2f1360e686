package lab.carousel.engine.dl4j;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.LSTM;
import org.deeplearning4j.nn.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.SimpleRnnParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Deeplearning4j's network, made to take one weight update at a time and to carry its state from one to the next. In
 * place of Deeplearning4j's recurrent layers it has a {@link CarryingLstm} or {@link CarryingRecurrent} each.
 */
@SuppressWarnings("overrides") // Deeplearning4j's class overrides doEvaluation(.., T...) by doEvaluation(.., T[])
final class CarryingNetwork extends MultiLayerNetwork {

    private static final long serialVersionUID = 1L;

    private final transient LayerWorkspaceMgr workspaces = LayerWorkspaceMgr.builder()
            .with(ArrayType.INPUT, WS_ALL_LAYERS_ACT, WS_ALL_LAYERS_ACT_CONFIG)
            .with(ArrayType.ACTIVATIONS, WS_ALL_LAYERS_ACT, WS_ALL_LAYERS_ACT_CONFIG)
            .with(ArrayType.UPDATER_WORKING_MEM, WS_ALL_LAYERS_ACT, WS_ALL_LAYERS_ACT_CONFIG)
            .build();

    /** A network; to be initialised before use. */
    CarryingNetwork(MultiLayerConfiguration configuration) {
        super(configuration);
    }

    @Override
    public void init(INDArray parameters, boolean cloneParameters) {
        super.init(parameters, cloneParameters);
        for (int index = 0; index < layers.length; index++) {
            layers[index] = carrying(layers[index]);
            layerMap.put(layers[index].conf().getLayer().getLayerName(), layers[index]);
        }
    }

    private Layer carrying(Layer original) {
        DataType dataType = getLayerWiseConfigurations().getDataType();
        // By their exact classes: those that carry are not replaced a second time
        if (original.getClass() == LSTM.class) {
            return new CarryingLstm((LSTM) original, dataType);
        }
        if (original.getClass() == SimpleRnn.class) {
            return new CarryingRecurrent((SimpleRnn) original, dataType);
        }
        return original;
    }

    /**
     * One weight update, as Deeplearning4j makes it for each segment of a sequence, except that the state stays.
     *
     * @param inputs  {@code [slots, K, times]}
     * @param targets {@code [slots, O, times]}
     * @return the sum over the times of the mean over the slots of the loss, before the update
     */
    double update(INDArray inputs, INDArray targets) {
        setInput(inputs);
        setLabels(targets);
        solver.optimize(workspaces);
        updateRnnStateWithTBPTTState();
        return score();
    }

    /** Nothing: weight decay stands beside the loss, and is no part of it. */
    @Override
    public double calcRegularizationScore(boolean backpropOnlyParams) {
        return 0;
    }

    /** The vectors carried by each recurrent layer, each {@code [slots, H]}; empty after a reset. */
    List<Map<String, INDArray>> state() {
        return recurrentLayers().map(RecurrentLayer::rnnGetPreviousState).toList();
    }

    void setState(List<Map<String, INDArray>> state) {
        Iterator<Map<String, INDArray>> next = state.iterator();
        recurrentLayers().forEach(layer -> {
            Map<String, INDArray> vectors = next.next();
            // The backward pass starts from the one, the forward pass from the other.
            layer.rnnSetPreviousState(vectors);
            layer.rnnSetTBPTTState(vectors);
        });
    }

    private Stream<RecurrentLayer> recurrentLayers() {
        return Arrays.stream(layers).filter(RecurrentLayer.class::isInstance).map(RecurrentLayer.class::cast);
    }

    /** Frees the arrays outside the Java heap; the network cannot be used any more. */
    @Override
    public void close() {
        setInput(null);
        setLabels(null);
        free(flattenedParams);
        free(flattenedGradients);
        Updater updater = getUpdater(false);
        if (updater != null) {
            free(updater.getStateViewArray());
        }
        // One by one, as what destroys them all also collects the whole heap
        MemoryWorkspaceManager manager = Nd4j.getWorkspaceManager();
        List.copyOf(manager.getAllWorkspacesForCurrentThread()).forEach(manager::destroyWorkspace);
    }

    private static void free(INDArray array) {
        if (array != null && array.closeable()) {
            array.close();
        }
    }

    /**
     * Deeplearning4j's LSTM layer with its backward pass mended: it starts from the carried state, as the forward pass
     * does.
     *
     * <p>Deeplearning4j 1.0.0-M2.1 never asks its layers for the gradient of truncated backpropagation, so they take the
     * one from a zero state. With an update at every step the recurrent weights would then get no gradient at all.
     */
    static final class CarryingLstm extends LSTM {

        private static final long serialVersionUID = 1L;

        /** A layer with the configuration and the parameters of another; the parameters are shared, not copied. */
        CarryingLstm(LSTM original, DataType dataType) {
            super(original.conf(), dataType);
            setIndex(original.getIndex());
            setParamsViewArray(original.params());
            setParamTable(original.paramTable());
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            return tbpttBackpropGradient(epsilon, Integer.MAX_VALUE, workspaces);
        }
    }

    /**
     * Deeplearning4j's plain recurrent layer with its backward pass mended: it starts from the carried state, as the forward
     * pass does.
     *
     * <p>Deeplearning4j 1.0.0-M2.1 always takes the gradient from a zero state, and has no way to give it another. But a
     * carried state h is nothing else than a further input at the first time, with the recurrent kernel U as its weights:
     *
     * <pre>
     *   tanh(W x + U h + b) = tanh([W; U] [x; h] + b)
     * </pre>
     *
     * So the gradient comes from a layer of Deeplearning4j's with K + H inputs, which starts from zero.
     */
    static final class CarryingRecurrent extends SimpleRnn {

        private static final long serialVersionUID = 1L;

        private static final String W = SimpleRnnParamInitializer.WEIGHT_KEY;
        private static final String U = SimpleRnnParamInitializer.RECURRENT_WEIGHT_KEY;
        private static final String B = SimpleRnnParamInitializer.BIAS_KEY;

        private final transient SimpleRnn widened;
        private final int inputs;
        private final int units;

        /** A layer with the configuration and the parameters of another; the parameters are shared, not copied. */
        CarryingRecurrent(SimpleRnn original, DataType dataType) {
            super(original.conf(), dataType);
            setIndex(original.getIndex());
            setParamsViewArray(original.params());
            setParamTable(original.paramTable());
            inputs = (int) getParam(W).size(0);
            units = (int) getParam(W).size(1);
            widened = widened(dataType);
        }

        private SimpleRnn widened(DataType dataType) {
            NeuralNetConfiguration configuration = new NeuralNetConfiguration.Builder()
                    .dataType(dataType)
                    .layer(Configuration.plainRecurrent(inputs + units, units))
                    .build();
            long size = configuration.getLayer().initializer().numParams(configuration);
            INDArray parameters = Nd4j.create(dataType, 1, size);
            SimpleRnn layer = (SimpleRnn)
                    configuration.getLayer().instantiate(configuration, null, getIndex(), parameters, false, dataType);
            layer.setBackpropGradientsViewArray(Nd4j.create(dataType, 1, size));
            return layer;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            INDArray carried = stateMap.get(STATE_KEY_PREV_ACTIVATION);
            if (carried == null) {
                return super.backpropGradient(epsilon, workspaces);
            }
            widened.getParam(W).get(interval(0, inputs), all()).assign(getParam(W));
            widened.getParam(W).get(interval(inputs, inputs + units), all()).assign(getParam(U));
            widened.getParam(U).assign(getParam(U));
            widened.getParam(B).assign(getParam(B));
            widened.setInput(widenedInput(carried), workspaces);
            Pair<Gradient, INDArray> found = widened.backpropGradient(epsilon, workspaces);
            INDArray below = found.getSecond().get(all(), interval(0, inputs), all());
            return new Pair<>(
                    narrowed(found.getFirst().gradientForVariable()),
                    workspaces.dup(ArrayType.ACTIVATION_GRAD, below, 'f'));
        }

        @SuppressWarnings("try") // what is outside is only held open
        private INDArray widenedInput(INDArray carried) {
            try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
                INDArray wide = Nd4j.create(dataType, new long[] {input.size(0), inputs + units, input.size(2)}, 'f');
                wide.get(all(), interval(0, inputs), all()).assign(input);
                wide.get(all(), interval(inputs, inputs + units), point(0)).assign(carried);
                return wide;
            }
        }

        private Gradient narrowed(Map<String, INDArray> wide) {
            array(gradientViews, W).assign(array(wide, W).get(interval(0, inputs), all()));
            array(gradientViews, U)
                    .assign(array(wide, U))
                    .addi(array(wide, W).get(interval(inputs, inputs + units), all()));
            array(gradientViews, B).assign(array(wide, B));
            Gradient gradient = new DefaultGradient(gradientsFlattened);
            gradientViews.forEach(gradient.gradientForVariable()::put);
            return gradient;
        }

        private static INDArray array(Map<String, INDArray> arrays, String key) {
            return Objects.requireNonNull(arrays.get(key));
        }
    }
}
