package lab.carousel.ui.status;

import static lab.carousel.ui.controls.Controls.named;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.Position;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.Controls;
import org.jspecify.annotations.Nullable;

/** How fast the run, how smooth the window, how full the heap: hidden until asked for, and then told every second. */
public final class Readout extends Label {

    private final ReadOnlyObjectProperty<RunStatus> status;
    private final Rates rates = new Rates();

    public Readout(ReadOnlyObjectProperty<RunStatus> status) {
        this.status = status;
        named(this, "readout", "readout").setMouseTransparent(true);
        setOpen(false);
    }

    public void setOpen(boolean open) {
        Controls.show(this, open);
        setText(open ? words(new Rates.Second(0, 0, 0, 0)) : "");
        rates.forget();
    }

    public void pulse(long nanoTime) {
        if (isVisible()) {
            Position now = status.get().snapshot().map(Snapshot::position).orElse(Position.START);
            rates.frame(nanoTime, now).ifPresent(second -> setText(words(second)));
        }
    }

    private static String words(Rates.Second second) {
        Runtime runtime = Runtime.getRuntime();
        return second.words(runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory());
    }

    /** How fast the run and the window are, told once per second from what each frame brings. Used by one thread. */
    static final class Rates {

        private static final double NANOS_PER_SECOND = 1e9;
        private static final double NANOS_PER_MILLI = 1e6;
        private static final double BYTES_PER_MEGABYTE = 1 << 20;

        private @Nullable Position start;
        private long startTime;
        private long before;
        private long longest;
        private int frames;

        /**
         * What a second was like.
         *
         * @param updates      weight updates per second; 0 while nothing is trained
         * @param longestFrame the longest time between two frames, in milliseconds
         */
        record Second(double updates, double epochs, double frames, double longestFrame) {

            String words(long heapUsed, long heapMost) {
                return Message.text(
                        "ui.readout",
                        NumberText.whole(Math.round(updates)),
                        NumberText.upToFourDecimals(round(epochs)),
                        NumberText.whole(Math.round(frames)),
                        NumberText.whole(Math.round(longestFrame)),
                        NumberText.whole(Math.round(heapUsed / BYTES_PER_MEGABYTE)),
                        NumberText.whole(Math.round(heapMost / BYTES_PER_MEGABYTE)));
            }

            private static double round(double rate) {
                return rate < 10 ? Math.round(rate * 10) / 10.0 : Math.round(rate);
            }
        }

        /**
         * Takes in a frame.
         *
         * @param time in nanoseconds
         * @param now  where the run is; {@link Position#START} if there is none
         * @return what the second was like that ends with it; empty in between
         */
        Optional<Second> frame(long time, Position now) {
            if (start == null || now.updates() < start.updates()) {
                begin(time, now);
                return Optional.empty();
            }
            frames++;
            longest = Math.max(longest, time - before);
            before = time;
            double seconds = (time - startTime) / NANOS_PER_SECOND;
            if (seconds < 1) {
                return Optional.empty();
            }
            Second second = new Second(
                    (now.updates() - start.updates()) / seconds,
                    (now.epoch() - start.epoch()) / seconds,
                    frames / seconds,
                    longest / NANOS_PER_MILLI);
            begin(time, now);
            return Optional.of(second);
        }

        /** Forgets what was, as when nobody looks for a while. */
        void forget() {
            start = null;
        }

        private void begin(long time, Position now) {
            start = now;
            startTime = time;
            before = time;
            longest = 0;
            frames = 0;
        }
    }
}
