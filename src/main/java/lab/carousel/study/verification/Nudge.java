package lab.carousel.study.verification;

import lab.carousel.model.layout.Parameters;

/**
 * Tells whether rounding errors matter: weights that are off by a few of them come to next to the same numbers, unless
 * what is computed blows them up from step to step. Then two right programs come to different numbers too.
 */
final class Nudge {

    /** As much as dozens of rounding errors together. */
    private static final double SIZE = 0x1p-46;
    /** How far apart the numbers are at most where nothing is blown up. */
    private static final double STEADY = Verification.TOLERANCE / 100;

    private Nudge() {}

    /** Parameters that are off by a few rounding errors, up and down in turn. */
    static Parameters of(Parameters parameters) {
        double[] nudged = parameters.toArray();
        for (int index = 0; index < nudged.length; index++) {
            nudged[index] *= index % 2 == 0 ? 1 + SIZE : 1 - SIZE;
        }
        return Parameters.of(parameters.layout(), nudged);
    }

    static boolean isSteady(double difference) {
        return difference <= STEADY;
    }
}
