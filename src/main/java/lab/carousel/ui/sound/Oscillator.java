package lab.carousel.ui.sound;

/**
 * Makes the samples of a soft tone. Its pitch and its loudness glide to where they are wanted, so that nothing clicks.
 */
final class Oscillator {

    /** How loud it is at most, of 1. */
    static final double LOUDNESS = 0.12;
    /** How much of the way to the wanted pitch or loudness is gone in a sample. */
    private static final double GLIDE = 0.001;
    /** Of the octave above, so that small loudspeakers let low tones be heard. */
    private static final double OVERTONE = 0.4;

    private final double rate;
    private double phase;
    private double pitch = Pitch.HIGHEST / 2;
    private double loudness;

    /** An oscillator that is silent, with so many samples a second. */
    Oscillator(double rate) {
        this.rate = rate;
    }

    /** The next sample, -1 to 1. */
    double next(double wantedPitch, boolean sounds) {
        // What cannot be heard need not glide
        pitch = loudness < LOUDNESS / 1_000 ? wantedPitch : pitch + GLIDE * (wantedPitch - pitch);
        loudness += GLIDE * ((sounds ? LOUDNESS : 0) - loudness);
        phase = (phase + pitch / rate) % 1;
        double wave = Math.sin(2 * Math.PI * phase) + OVERTONE * Math.sin(4 * Math.PI * phase);
        return loudness * wave / (1 + OVERTONE);
    }

    /** Whether it can still be heard. */
    boolean isHeard() {
        return loudness >= LOUDNESS / 1_000;
    }
}
