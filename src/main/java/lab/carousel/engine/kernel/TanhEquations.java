package lab.carousel.engine.kernel;

import java.util.Arrays;
import lab.carousel.model.Activation;

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
    public void forward(LayerMemory memory, int before, int after) {
        double[] h = memory.h[after];
        System.arraycopy(memory.gates[before], 0, h, 0, h.length);
        Activation.tanh(h, 0, h.length);
    }

    @Override
    public void backward(LayerMemory memory, int before, int after, double[] dh, double[] dc) {
        double[] dNet = memory.gates[before];
        double[] h = memory.h[after];
        for (int j = 0; j < h.length; j++) {
            dNet[j] = dh[j] * (1 - h[j] * h[j]);
        }
        Arrays.fill(dh, 0);
    }
}
