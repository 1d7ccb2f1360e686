package lab.carousel.model;

import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Quantity;

/**
 * Something done to a living network while a sequence is fed, to see what its parts are for. Each method may write into
 * the vectors that it is given.
 */
public interface Operation {

    /** Nothing is done. */
    Operation NONE = new Operation() {};

    /**
     * Before a step, with the state that was carried there.
     *
     * @param step  counted from 0
     * @param state of all layers
     */
    default void beforeStep(int step, NetworkState state) {}

    /**
     * In a step, when a quantity of a layer has been computed and before it is used.
     *
     * @param step   counted from 0
     * @param values of the layer's units
     * @param layer  counted from 0
     */
    default void onQuantity(int step, Quantity quantity, double[] values, int layer) {}
}
