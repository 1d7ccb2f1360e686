package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.model.function.Activation;

/**
 * A plain recurrent unit (Elman 1990), or, where the layer has no recurrent kernel, one without memory.
 *
 * <pre>
 *   forward    h' = tanh(net)
 *   backward   d net = dh' * (1 - h'^2)
 * </pre>
 */
final class TanhEquations implements Equations {

    @Override
    public void forward(LayerMemory memory, int row, int after) {
        double[] h = memory.h[after];
        Activation.tanh(memory.net, 0, h, h.length);
    }

    @Override
    public void backward(LayerMemory memory, int row, int after) {
        double[] h = memory.h[after];
        double[] dh = memory.dh[row];
        double[] dNet = memory.dNet[row];
        for (int j = 0; j < h.length; j++) {
            dNet[j] = dh[j] * (1 - h[j] * h[j]);
        }
        Arrays.fill(memory.dhSent[row], 0);
    }
}
