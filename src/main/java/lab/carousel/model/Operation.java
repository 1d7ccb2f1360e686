package lab.carousel.model;

import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Quantity;

/**
 * Something done to a living network while a sequence is fed, to see what its parts are for. Each method may write into
 * the vectors that it is given.
 */
public interface Operation {

    Operation NONE = new Operation() {};

    /** Before a step, counted from 0, with the state of all layers that was carried there. */
    default void beforeStep(int step, NetworkState state) {}

    /** In a step, when a quantity of a layer, counted from 0, has been computed and before it is used. */
    default void onQuantity(int step, Quantity quantity, double[] values, int layer) {}
}
