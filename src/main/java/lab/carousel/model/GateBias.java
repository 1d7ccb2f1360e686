package lab.carousel.model;

import lab.carousel.text.InvalidInput;

/**
 * The biases from which the gates start. They decide how long a cell holds what it has before it has learned anything.
 *
 * <p>Chrono initialisation (Tallec and Ollivier 2018) draws the bias of the gate that keeps, LSTM's forget gate or
 * GRU's update gate, as ln(1 + U (T - 2)) with U uniform in 0 to 1 for each unit, so that the units hold for all times
 * up to about T; LSTM's input gate gets its negative. It takes the place of both numbers.
 *
 * @param forget     the bias of LSTM's forget gate, finite
 * @param input      the bias of LSTM's input gate, finite
 * @param chronoSpan T, the number of steps to be remembered: {@value #MIN_SPAN} to {@value #MAX_SPAN}; or {@link
 *     #NO_CHRONO}
 */
public record GateBias(double forget, double input, int chronoSpan) {

    /** Stands in the place of T where the numbers hold. */
    public static final int NO_CHRONO = 0;

    public static final int MIN_SPAN = 2;
    public static final int MAX_SPAN = 1_000_000;
    /** The largest bias, and with the other sign the smallest. */
    public static final double MAX_BIAS = 1_000;
    /** Forget gate 1, input gate 0: the reference, as in Keras ({@code unit_forget_bias}). */
    public static final GateBias REFERENCE = new GateBias(1, 0, NO_CHRONO);

    /** @throws InvalidInput if a bias or T is out of bounds */
    public GateBias {
        if (!(Math.abs(forget) <= MAX_BIAS)) {
            throw new InvalidInput("hyperparameters.forgetGateBias.range", -MAX_BIAS, MAX_BIAS);
        }
        if (!(Math.abs(input) <= MAX_BIAS)) {
            throw new InvalidInput("hyperparameters.inputGateBias.range", -MAX_BIAS, MAX_BIAS);
        }
        if (chronoSpan != NO_CHRONO) {
            checkedSpan(chronoSpan);
        }
    }

    /** @throws InvalidInput if T is out of bounds; also for {@link #NO_CHRONO} */
    public static int checkedSpan(int span) {
        if (span < MIN_SPAN || span > MAX_SPAN) {
            throw new InvalidInput("hyperparameters.chronoSpan.range", MIN_SPAN, MAX_SPAN);
        }
        return span;
    }

    public boolean isChrono() {
        return chronoSpan != NO_CHRONO;
    }

    public GateBias withChronoSpan(int span) {
        return new GateBias(forget, input, span);
    }
}
