package lab.carousel.ui.lab;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.value.ObservableObjectValue;
import lab.carousel.engine.Engine;
import lab.carousel.model.Experiment;
import lab.carousel.training.Origin;
import lab.carousel.training.Pace;
import lab.carousel.training.Position;
import lab.carousel.training.Run;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;

/**
 * A run of the lab, and how far it was told to go, so that a successor with an edited experiment can go as far. A
 * successor is shown as soon as there is something worth seeing; until then its predecessor stays on the screen.
 */
final class LabRun {

    /** A successor is shown growing if it takes longer than this to get where it is headed. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final int THE_END = Integer.MAX_VALUE;
    private static final int WHERE_IT_STOPS = -1;

    final Run run;
    private final Optional<Origin> origin;
    private final ObservableObjectValue<Pace> pace;
    private final LongSupplier nanoTime;
    private final long made;
    /** The epoch it was told to go to: 0 as long as it was told nothing. */
    private int headedFor;
    /** To this epoch, where its predecessor has been, it goes at the fastest pace, whatever the pace of the lab. */
    private int catchingUpTo;
    /** Whether its predecessor is still shown in its place. */
    private boolean unseen;
    /** Whether it goes by itself, after an edit: it was told nothing yet. */
    private boolean bySelf;

    /**
     * A run that waits where it is, and is shown there.
     *
     * @param isTouched whether it has been told to go before
     */
    LabRun(
            Run run,
            Optional<Origin> origin,
            boolean isTouched,
            ObservableObjectValue<Pace> pace,
            LongSupplier nanoTime) {
        this.run = run;
        this.origin = origin;
        this.headedFor = isTouched ? WHERE_IT_STOPS : 0;
        this.pace = pace;
        this.nanoTime = nanoTime;
        this.made = nanoTime.getAsLong();
        run.setPace(pace.get());
    }

    /**
     * A run of another experiment that goes as far as this one was to go: to the end, or to the epoch at which this one
     * stands. Where this one has already been, it goes at the fastest pace. It starts from the state from which this one
     * started, if that fits.
     */
    LabRun successor(Experiment experiment, Engine engine) {
        Optional<Origin> start = originFor(experiment);
        LabRun next = new LabRun(new Run(experiment, engine, start), start, false, pace, nanoTime);
        next.unseen = true;
        // What plays because it was told to still does
        next.bySelf = bySelf || headedFor != THE_END || hasFinished();
        next.headedFor = destination();
        next.catchingUpTo = hasFinished()
                ? THE_END
                : Math.max(catchingUpTo, position(run.status()).epoch());
        next.run.hurryTo(next.catchingUpTo);
        if (next.headedFor == THE_END) {
            next.run.play();
        } else if (next.headedFor > 0) {
            next.run.playTo(next.headedFor);
        }
        return next;
    }

    /** Where this run started, if not from the weights of its seed and if another experiment can start there too. */
    Optional<Origin> originFor(Experiment experiment) {
        return origin.filter(start -> start.parameters().layout().equals(experiment.layout()));
    }

    private int destination() {
        return headedFor != WHERE_IT_STOPS
                ? headedFor
                : hasFinished() ? THE_END : position(run.status()).epoch();
    }

    private static Position position(RunStatus status) {
        return status.snapshot().map(Snapshot::position).orElse(Position.START);
    }

    /** Whether it can make no further update. */
    boolean hasFinished() {
        return hasFinished(run.status());
    }

    static boolean hasFinished(RunStatus status) {
        RunState state = status.state();
        return !state.canContinue() && state != RunState.PREPARING;
    }

    /** Whether it has been told to go since it was made. */
    boolean isTouched() {
        return headedFor != 0;
    }

    /** Whether to show what it has published; once that is so, it stays so. */
    boolean isSeen() {
        unseen = unseen && !isWorthSeeing();
        return !unseen;
    }

    private boolean isWorthSeeing() {
        RunStatus status = run.status();
        return switch (status.state()) {
            case PREPARING -> false;
            case FINISHED, DIVERGED, FAILED -> true;
            // It may stand at its start for a moment before it is told to go
            case PAUSED -> !isTouched() || position(status).updates() > 0 || isOverdue();
            case RUNNING -> isOverdue();
        };
    }

    /** Whether it may give way to a successor: it was seen, or has had the time to be. */
    boolean mayGiveWay() {
        return !unseen || isOverdue();
    }

    private boolean isOverdue() {
        return nanoTime.getAsLong() - made >= PATIENCE_NANOS;
    }

    /** Trains to the end. One that catches up by itself still does to where its predecessor stands, but not to the end. */
    void play() {
        if (!bySelf || catchingUpTo == THE_END) {
            setPace();
        }
        head(THE_END);
        run.play();
    }

    /** Trains to the end at the fastest pace, whatever that of the lab. */
    void hurry() {
        head(THE_END);
        catchingUpTo = THE_END;
        run.hurryTo(THE_END);
        run.play();
    }

    /** Whether it goes by itself, after an edit. */
    boolean isBySelf() {
        return bySelf;
    }

    void pause() {
        head(WHERE_IT_STOPS);
        run.pause();
        setPace();
    }

    void stepOnce() {
        head(WHERE_IT_STOPS);
        setPace();
        run.stepOnce();
    }

    void epochOnce() {
        head(WHERE_IT_STOPS);
        setPace();
        run.epochOnce();
    }

    private void head(int epoch) {
        bySelf = false;
        headedFor = epoch;
    }

    /** Takes over the pace of the lab, also if it was catching up. */
    void setPace() {
        catchingUpTo = 0;
        run.setPace(pace.get());
    }
}
