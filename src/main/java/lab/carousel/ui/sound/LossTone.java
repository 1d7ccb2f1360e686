package lab.carousel.ui.sound;

import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javax.sound.sampled.LineUnavailableException;
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
}
