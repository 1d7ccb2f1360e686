package lab.carousel.model;

import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.NetworkState;

/**
 * One time step of a layer of tanh units: plain recurrent (Elman 1990), h' = tanh(W x + U h + b), or, without U,
 * memoryless.
 */
final class TanhCell {

    private TanhCell() {}

    /**
     * Takes the state of a layer one step further.
     *
     * @param layer the layer
     * @param state its net inputs are in {@code net}
     * @param first the place of its first unit in the state
     */
    static void advance(LayerLayout layer, NetworkState state, int first) {
        for (int unit = 0; unit < layer.units(); unit++) {
            state.h[first + unit] = Activation.tanh(state.net[unit]);
        }
    }
}
