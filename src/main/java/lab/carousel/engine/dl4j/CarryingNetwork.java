package lab.carousel.engine.dl4j;

import java.util.Map;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.layers.recurrent.LSTM;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Deeplearning4j's network, made to take one weight update at a time and to carry its state from one to the next. In
 * place of Deeplearning4j's LSTM layer it has a {@link CarryingLstm}.
 */
final class CarryingNetwork extends MultiLayerNetwork {

    private static final long serialVersionUID = 1L;

    private final transient LayerWorkspaceMgr workspaces = LayerWorkspaceMgr.builder()
            .with(ArrayType.INPUT, WS_ALL_LAYERS_ACT, WS_ALL_LAYERS_ACT_CONFIG)
            .with(ArrayType.ACTIVATIONS, WS_ALL_LAYERS_ACT, WS_ALL_LAYERS_ACT_CONFIG)
            .with(ArrayType.UPDATER_WORKING_MEM, WS_ALL_LAYERS_ACT, WS_ALL_LAYERS_ACT_CONFIG)
            .build();

    /** A network whose one LSTM layer is its first; to be initialised before use. */
    CarryingNetwork(MultiLayerConfiguration configuration) {
        super(configuration);
    }

    @Override
    public void init(INDArray parameters, boolean cloneParameters) {
        super.init(parameters, cloneParameters);
        if (layers[0] instanceof LSTM original && !(original instanceof CarryingLstm)) {
            layers[0] = new CarryingLstm(original, getLayerWiseConfigurations().getDataType());
            layerMap.put(original.conf().getLayer().getLayerName(), layers[0]);
        }
    }

    /**
     * One weight update, as Deeplearning4j makes it for each segment of a sequence, except that the state stays.
     *
     * @param inputs  {@code [slots, K, times]}
     * @param targets {@code [slots, K, times]}
     * @return the sum over the times of the mean over the slots of the loss, before the update
     */
    double update(INDArray inputs, INDArray targets) {
        setInput(inputs);
        setLabels(targets);
        solver.optimize(workspaces);
        updateRnnStateWithTBPTTState();
        return score();
    }

    /** The vectors carried, each {@code [slots, H]}; empty after a reset. */
    Map<String, INDArray> state() {
        return lstm().rnnGetPreviousState();
    }

    /** Replaces the vectors carried. */
    void setState(Map<String, INDArray> state) {
        // The backward pass starts from the one, the forward pass from the other.
        lstm().rnnSetPreviousState(state);
        lstm().rnnSetTBPTTState(state);
    }

    private CarryingLstm lstm() {
        return (CarryingLstm) layers[0];
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
        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }

    private static void free(INDArray array) {
        if (array != null && array.closeable()) {
            array.close();
        }
    }
}
