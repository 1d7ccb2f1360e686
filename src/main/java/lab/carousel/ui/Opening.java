package lab.carousel.ui;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import lab.carousel.ui.background.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first moments of the window: the log says when it was drawn, and what is prepared for later waits until whoever
 * opened it has it in front of them.
 */
final class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    /** The first pulse ends in the first picture, so that it is drawn when the second one begins. */
    private static final int DRAWN = 2;

    /** How the line of the log begins that the scripts of the packages wait for. */
    static final String DRAWN_WORDS = "The window was drawn";

    private static final Duration REST = Duration.seconds(3);

    private final Background background;
    private final Runnable drawn;
    private final Runnable later;
    private int pulses;

    /**
     * The first moments of a window.
     *
     * @param background writes to the log
     * @param drawn      what belongs to the window, but not to its first picture
     * @param later      what is only needed for what somebody does in it
     */
    Opening(Background background, Runnable drawn, Runnable later) {
        this.background = background;
        this.drawn = drawn;
        this.later = later;
    }

    /** To be called once per frame. */
    void pulse() {
        pulses++;
        if (pulses == DRAWN) {
            long at = System.nanoTime();
            background.execute("opening", Background.Urgency.ASIDE, () -> tell(at));
            drawn.run();
            PauseTransition rest = new PauseTransition(REST);
            rest.setOnFinished(event -> later.run());
            rest.play();
        }
    }

    /** By the clock of the Java machine, which counts on; when the process began is known only to the second. */
    private static void tell(long at) {
        long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - at);
        LOG.info(
                DRAWN_WORDS + " {} ms after the start of Java",
                ManagementFactory.getRuntimeMXBean().getUptime() - since);
    }
}
