package lab.carousel.ui.sound;

/** The pitch of a loss: an octave lower for each quarter of it, so that it falls as the network learns. */
final class Pitch {

    /** The lowest pitch in hertz; small loudspeakers give no lower one. */
    static final double LOWEST = 110;
    /** The highest pitch in hertz. */
    static final double HIGHEST = 1_760;

    /** The loss of a network that knows nothing, ln 2 with sigmoid outputs, sounds near a''. */
    private static final double REFERENCE_LOSS = 0.7;

    private static final double REFERENCE_PITCH = 880;

    private Pitch() {}

    /**
     * The pitch of a loss.
     *
     * @param loss 0 or more; NaN and infinity sound as high as can be
     * @return hertz, {@value #LOWEST} to {@value #HIGHEST}
     */
    static double of(double loss) {
        if (!Double.isFinite(loss)) {
            return HIGHEST;
        }
        return Math.max(LOWEST, Math.min(HIGHEST, REFERENCE_PITCH * Math.sqrt(loss / REFERENCE_LOSS)));
    }
}
