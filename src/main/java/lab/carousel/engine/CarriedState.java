package lab.carousel.engine;

/**
 * The states that the slots of a batch carry from one weight update to the next; not to be written to.
 *
 * @param hidden h: {@code [slot][unit]}, the units of all layers as in {@link lab.carousel.model.layout.NetworkState}; zero
 *               where the cell carries nothing
 * @param cell   c, likewise; zero where the cell has none
 */
public record CarriedState(double[][] hidden, double[][] cell) {}
