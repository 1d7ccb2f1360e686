package lab.carousel.ui.history;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import lab.carousel.training.PastParameters;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Decides which moment of the run is looked at: what the run is now, or a recorded epoch. The one place that does; all
 * that looks into the network shows {@link #shownProperty}. The moments are in a row and have places counted from 0: the
 * recorded epochs, and at the last place the run as it is now. Training goes on meanwhile. When another run takes its place
 * that is looked at as it is now. Used on the JavaFX thread.
 */
public final class TimeTravel {

    private final ReadOnlyObjectWrapper<Snapshot> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper(this, "place");
    private final ReadOnlyIntegerWrapper lastPlace = new ReadOnlyIntegerWrapper(this, "lastPlace");
    private final ReadOnlyBooleanWrapper lookingBack = new ReadOnlyBooleanWrapper(this, "lookingBack");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final LongSupplier nanoTime;

    private @Nullable Snapshot live;
    private @Nullable Replay replay;

    /** A time travel that has nothing to show yet, and reads the time, in nanoseconds, from the given source. */
    public TimeTravel(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The moment looked at; null before the first one. */
    public ReadOnlyObjectProperty<Snapshot> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The place of the moment looked at. */
    public ReadOnlyIntegerProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** The last place, which is the run as it is now. */
    public ReadOnlyIntegerProperty lastPlaceProperty() {
        return lastPlace.getReadOnlyProperty();
    }

    /** Whether a past moment is looked at. */
    public ReadOnlyBooleanProperty lookingBackProperty() {
        return lookingBack.getReadOnlyProperty();
    }

    /** Whether the history is being played. */
    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** From now on takes over what a run is, as soon as there is anything of it. */
    public void follow(ObservableValue<RunStatus> run) {
        run.subscribe(status -> status.snapshot().ifPresent(this::follow));
    }

    /** Takes over what the run is now. */
    public void follow(Snapshot now) {
        boolean isOtherRun = live == null || !live.recorded().isOfSameRun(now.recorded());
        live = now;
        if (isOtherRun || !lookingBack.get()) {
            stopReplay();
            showLive(now);
            return;
        }
        Snapshot past = shown.get();
        PastParameters recorded = now.recorded();
        lastPlace.set(placeOf(now));
        place.set(Math.max(0, recorded.indexAtOrBefore(past.position().epoch())));
        if (!recorded.sharesMemoryWith(past.recorded())) {
            // Otherwise what is looked at would hold epochs that the history has given up; the epoch itself may be one
            shown.set(past.with(recorded));
            if (playing.get()) {
                replay = Replay.begin(place.get(), lastPlace.get(), nanoTime.getAsLong());
            }
        }
    }

    /** If the run is at the end of an epoch now, that is its last recorded one. */
    private static int placeOf(Snapshot now) {
        int size = now.recorded().size();
        boolean isRecorded = size > 0 && now.recorded().get(size - 1).position().equals(now.position());
        return isRecorded ? size - 1 : size;
    }

    private void showLive(Snapshot now) {
        lastPlace.set(placeOf(now));
        place.set(lastPlace.get());
        // Before the moment, so that who sees the moment change knows which kind it is
        lookingBack.set(false);
        shown.set(now);
    }

    /** Looks at the moment at a place; at or beyond the last place at the run as it is now. A replay ends. */
    public void lookAt(int newPlace) {
        stopReplay();
        go(newPlace);
    }

    private void go(int newPlace) {
        if (live == null || newPlace >= lastPlace.get()) {
            goLive();
        } else if (newPlace != place.get() || !lookingBack.get()) {
            place.set(Math.max(0, newPlace));
            lookingBack.set(true);
            shown.set(live.at(live.recorded().get(place.get())));
        }
    }

    /** Takes over what was found out of a past moment, if that is still looked at. */
    public void know(Snapshot more) {
        if (lookingBack.get() && shown.get().parameters() == more.parameters()) {
            shown.set(more.with(shown.get().recorded()));
        }
    }

    /** Looks one recorded epoch further back. */
    public void back() {
        lookAt(Math.max(0, place.get() - 1));
    }

    /** Looks one recorded epoch further on. */
    public void forward() {
        lookAt(place.get() + 1);
    }

    /** Looks at the run as it is now, and follows it. */
    public void goLive() {
        stopReplay();
        if (live != null) {
            showLive(live);
        }
    }

    /** Plays the history from the moment looked at, or from the start; pauses if it is being played. */
    public void playOrPause() {
        if (playing.get()) {
            stopReplay();
        } else if (lastPlace.get() > 0) {
            go(lookingBack.get() ? place.get() : 0);
            replay = Replay.begin(place.get(), lastPlace.get(), nanoTime.getAsLong());
            playing.set(true);
        }
    }

    private void stopReplay() {
        replay = null;
        playing.set(false);
    }

    /** Shows what is due of a replay. Called once per frame. */
    public void pulse() {
        if (playing.get() && replay != null) {
            go(replay.placeAt(nanoTime.getAsLong()));
        }
    }

    /**
     * A history being played: which of its places is due when. Slow enough to be followed, quick enough to end.
     *
     * @param from      the place where it began
     * @param nanos     when it began
     * @param perSecond how many places it passes in a second
     */
    record Replay(int from, long nanos, double perSecond) {

        private static final double SLOWEST_PER_SECOND = 20;
        private static final double LONGEST_SECONDS = 15;

        static Replay begin(int from, int last, long nanos) {
            return new Replay(from, nanos, Math.max(SLOWEST_PER_SECOND, (last - from) / LONGEST_SECONDS));
        }

        /** The place that is due; it may be beyond the last one. */
        int placeAt(long now) {
            return from + (int) ((now - nanos) * perSecond / TimeUnit.SECONDS.toNanos(1));
        }
    }
}
