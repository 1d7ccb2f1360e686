package lab.carousel.ui.sound;

import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import lab.carousel.ui.background.Background;
import org.jspecify.annotations.Nullable;

/**
 * Lets the loss of a run be heard while it is trained, once it is switched on. Plays in the background; is itself for
 * the JavaFX thread.
 */
public final class LossTone implements AutoCloseable {

    /** So many samples are made at a time: a fiftieth of a second. */
    private static final int CHUNK = SoundCard.RATE / 50;

    private final Background background;
    private final Callable<SoundCard> cards;
    private final Runnable onNoSound;
    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
    /** Null while it is switched off. */
    private @Nullable Player player;

    /** A tone on the loudspeakers of this computer; says when there are none. */
    public LossTone(Background background, Runnable onNoSound) {
        this(background, SoundCard::open, onNoSound);
    }

    LossTone(Background background, Callable<SoundCard> cards, Runnable onNoSound) {
        this.background = background;
        this.cards = cards;
        this.onNoSound = onNoSound;
        on.addListener((observable, before, now) -> play(now));
    }

    private void play(boolean isWanted) {
        if (isWanted) {
            player = new Player();
            background.execute("loss tone", Background.Urgency.WAITED_FOR, player);
        } else if (player != null) {
            player.isWanted = false;
            player = null;
        }
    }

    /** Whether it is switched on; can be set. */
    public BooleanProperty onProperty() {
        return on;
    }

    /** What is to be heard now: a loss, and whether it is being learned; otherwise there is silence. */
    public void hear(double loss, boolean learning) {
        if (player != null) {
            player.pitch = Pitch.of(loss);
            player.sounds = learning;
        }
    }

    @Override
    public void close() {
        on.set(false);
    }

    private void fail(Player failed) {
        if (player == failed) {
            on.set(false);
            onNoSound.run();
        }
    }

    /** Plays until it is not wanted any more and cannot be heard. */
    private final class Player implements Runnable {

        private volatile boolean isWanted = true;
        private volatile boolean sounds;
        private volatile double pitch = Pitch.HIGHEST / 2;

        @Override
        public void run() {
            try (SoundCard card = cards.call()) {
                Oscillator oscillator = new Oscillator(SoundCard.RATE);
                byte[] samples = new byte[2 * CHUNK];
                do {
                    for (int sample = 0; sample < CHUNK; sample++) {
                        int value = (int) Math.round(Short.MAX_VALUE * oscillator.next(pitch, sounds && isWanted));
                        samples[2 * sample] = (byte) value;
                        samples[2 * sample + 1] = (byte) (value >> 8);
                    }
                    card.play(samples);
                } while (isWanted || oscillator.isHeard());
            } catch (LineUnavailableException none) {
                background.show(() -> fail(this));
            } catch (Exception unexpected) {
                Thread.currentThread()
                        .getUncaughtExceptionHandler()
                        .uncaughtException(Thread.currentThread(), unexpected);
            }
        }
    }

    /**
     * Makes the samples of a soft tone. Its pitch and its loudness glide to where they are wanted, so that nothing clicks.
     */
    static final class Oscillator {

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

    /** The pitch of a loss: an octave lower for each quarter of it, so that it falls as the network learns. */
    static final class Pitch {

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

    /** Where samples are heard. */
    interface SoundCard extends AutoCloseable {

        /** Samples in a second. */
        int RATE = 22_050;

        /** Plays 16-bit samples, the lower byte first; waits until there is room for them. */
        void play(byte[] samples);

        @Override
        void close();

        /**
         * The loudspeakers of this computer.
         *
         * @throws LineUnavailableException if it has none, or another program keeps them
         */
        static SoundCard open() throws LineUnavailableException {
            AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
            SourceDataLine line;
            try {
                line = AudioSystem.getSourceDataLine(format);
                // A tenth of a second: what is heard is what is seen
                line.open(format, RATE / 5);
            } catch (IllegalArgumentException none) {
                LineUnavailableException problem = new LineUnavailableException(none.getMessage());
                problem.initCause(none);
                throw problem;
            }
            line.start();
            return new SoundCard() {
                @Override
                public void play(byte[] samples) {
                    line.write(samples, 0, samples.length);
                }

                @Override
                public void close() {
                    line.close();
                }
            };
        }
    }
}
