package lab.carousel.engine.dl4j;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.LSTM;
import org.deeplearning4j.nn.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
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
     * @param targets {@code [slots, O, times]}, weighted if the loss is
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
}
