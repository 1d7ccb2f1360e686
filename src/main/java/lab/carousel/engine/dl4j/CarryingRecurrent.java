package lab.carousel.engine.dl4j;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.params.SimpleRnnParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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
final class CarryingRecurrent extends SimpleRnn {

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
