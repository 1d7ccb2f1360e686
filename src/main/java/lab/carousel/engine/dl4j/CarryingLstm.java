package lab.carousel.engine.dl4j;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.LSTM;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Deeplearning4j's LSTM layer with its backward pass mended: it starts from the carried state, as the forward pass
 * does.
 *
 * <p>Deeplearning4j 1.0.0-M2.1 never asks its layers for the gradient of truncated backpropagation, so they take the
 * one from a zero state. With an update at every step the recurrent weights would then get no gradient at all.
 */
final class CarryingLstm extends LSTM {

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
