package lab.carousel.engine.kernel;

/**
 * How large the gradient of an update's loss is when it arrives at each time step of one slot, and how large it would
 * have been further back if the update did not end it.
 *
 * <p>Before the update stand the steps of the sequence fed since its start, at most {@value #MOST_EARLIER} time steps of
 * them, under the parameters before the update.
 *
 * @param symbols the place in the sequence of the symbol that was fed at each time step
 * @param cut     the first time step of the update: the gradient goes no further back
 * @param hidden  the norm of dLoss/dh after each time step, all of it: {@code [layer][time]}
 * @param cell    the norm of dLoss/dc after each time step, also through h: {@code [layer][time]}; empty if there is no c
 */
public record GradientReach(int[] symbols, int cut, double[][] hidden, double[][] cell) {

    public static final int MOST_EARLIER = 1_000;

    public int times() {
        return symbols.length;
    }
}
