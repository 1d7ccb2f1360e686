package lab.carousel.training;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import lab.carousel.engine.Engine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An experiment in training on a daemon thread of its own. Commands return at once; what comes of them is published as
 * {@link #status}, one atomic reference that may be read at any time, at most some thirty times a second.
 */
public final class Run implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private static final long NANOS_BETWEEN_SNAPSHOTS = TimeUnit.MILLISECONDS.toNanos(33);
    /** Taking a snapshot in the middle of an epoch may take at most one part in so many of the time. */
    private static final int SNAPSHOT_SHARE = 20;

    private final Experiment experiment;
    /** Makes the training, on the run's thread. */
    private final Supplier<Training> start;

    private final AtomicReference<RunStatus> status = new AtomicReference<>(RunStatus.PREPARING);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    // Guarded by the lock:
    private Goal goal = Goal.NONE;
    /** How many epochs are to be done, for the goal of that name. */
    private int goalEpoch;
    /** Whether the goal was set after the last update began. */
    private boolean isNewGoal;

    private Pace pace = Pace.FASTEST;
    /** Until so many epochs are done it goes as fast as it can. */
    private int hurryTo;

    private @Nullable Double newLearningRate;
    private boolean updatesAreWatched;
    private boolean closed;

    // Only for the run's thread:
    private final Stopwatch stopwatch = new Stopwatch(System::nanoTime);
    private Pace currentPace = Pace.FASTEST;
    private final Beat beat = new Beat();
    private long nextSnapshot = System.nanoTime();
    private long snapshotCost;

    /** How far to go before pausing. */
    private enum Goal {
        NONE,
        ONE_UPDATE,
        END_OF_EPOCH,
        EPOCH,
        END
    }

    /** Starts the thread, which prepares the run and then waits to be told to go. */
    public Run(Experiment experiment, Engine engine) {
        this(experiment, engine, Optional.empty());
    }

    /** The same from a state of an earlier run; if that is empty, from the weights of the seed. */
    public Run(Experiment experiment, Engine engine, Optional<Origin> origin) {
        this(experiment, () -> new Training(experiment, engine, origin));
    }

    /** The same from where an earlier run was put aside. */
    public Run(PausedRun paused, Engine engine) {
        this(paused.snapshot().experiment(), () -> new Training(paused, engine));
    }

    private Run(Experiment experiment, Supplier<Training> start) {
        this.experiment = experiment;
        this.start = start;
        thread = new Thread(this::work, "run");
        thread.setDaemon(true);
        thread.start();
    }

    /** What is being trained. */
    public Experiment experiment() {
        return experiment;
    }

    /** The latest published status. */
    public RunStatus status() {
        return Objects.requireNonNull(status.get());
    }

    /** Trains until the last epoch is done. */
    public void play() {
        aim(Goal.END);
    }

    /** Trains until so many epochs are done, then pauses; pauses at once if they are. */
    public void playTo(int epoch) {
        change(() -> {
            goalEpoch = epoch;
            goal = Goal.EPOCH;
            isNewGoal = true;
        });
    }

    /** Pauses after the update under way. */
    public void pause() {
        aim(Goal.NONE);
    }

    /** Makes one weight update, then pauses. An update already under way does not count. */
    public void stepOnce() {
        aim(Goal.ONE_UPDATE);
    }

    /** Makes at least one weight update, goes on to the end of its epoch, then pauses. */
    public void epochOnce() {
        aim(Goal.END_OF_EPOCH);
    }

    private void aim(Goal newGoal) {
        change(() -> {
            goal = newGoal;
            isNewGoal = true;
        });
    }

    /** Changes how fast the run goes, at once. */
    public void setPace(Pace newPace) {
        change(() -> {
            pace = newPace;
            hurryTo = 0;
        });
    }

    /** Lets the run go as fast as it can until so many epochs are done, or until its pace is changed. */
    public void hurryTo(int epoch) {
        change(() -> hurryTo = epoch);
    }

    /**
     * Changes the learning rate from the next update on.
     *
     * @throws lab.carousel.text.InvalidInput if it is out of bounds
     */
    public void setLearningRate(double rate) {
        Settings.LEARNING_RATE.check(rate);
        change(() -> newLearningRate = rate);
    }

    /**
     * Decides whether somebody looks at the weight updates: then each snapshot tells how the last one was made. One that
     * is made alone is told of in any case, and the last one of all.
     */
    public void watchUpdates(boolean watched) {
        change(() -> updatesAreWatched = watched);
    }

    /** Stops the run after the update under way. Returns at once; the status stays the last one published. */
    @Override
    public void close() {
        change(() -> closed = true);
    }

    /** Whether its thread is gone: some time after it was closed, or after a failure. */
    public boolean hasEnded() {
        return !thread.isAlive();
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try (Training training = start.get()) {
            while (!isClosed()) {
                applySettings(training);
                if (takeGoal(training)) {
                    if (status().state() != RunState.RUNNING) {
                        beat.start(System.nanoTime());
                        // Before the first update, which may take seconds while native code is loaded
                        publish(training, RunState.RUNNING);
                    }
                    advance(training);
                } else {
                    stopwatch.stop();
                    publish(training, RunState.PAUSED);
                    awaitCommand(training);
                }
            }
        } catch (Throwable failure) { // Whatever it is: a thread that ends in silence would seem to run for ever
            LOG.error("The run ended unexpectedly", failure);
            status.updateAndGet(last -> new RunStatus(
                    RunState.FAILED, last.snapshot(), Optional.empty(), Optional.of(failure), Optional.empty()));
        }
    }

    private void advance(Training training) {
        long updates = training.position().updates();
        training.advance();
        // A part of an examination counts neither as a step nor against the pace
        boolean isUpdate = training.position().updates() > updates;
        // Not before the update: the first one may have loaded native code
        stopwatch.start(training.position().updates());
        lock.lock();
        try {
            boolean reached =
                    (goal == Goal.ONE_UPDATE && isUpdate) || (goal == Goal.END_OF_EPOCH && training.isAtEndOfEpoch());
            if (training.isFinished() || (reached && !isNewGoal)) {
                goal = Goal.NONE;
            }
            // With this update it may be where it hurried to
            currentPace = paceOf(training);
        } finally {
            lock.unlock();
        }
        stopwatch.setPace(currentPace);
        publishIfDue(training);
        if (isUpdate) {
            awaitNextUpdate(training);
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void applySettings(Training training) {
        Double rate;
        lock.lock();
        try {
            rate = newLearningRate;
            newLearningRate = null;
            currentPace = paceOf(training);
        } finally {
            lock.unlock();
        }
        stopwatch.setPace(currentPace);
        if (rate != null) {
            training.setLearningRate(rate);
        }
    }

    /** In updates. Called under the lock. */
    private Pace paceOf(Training training) {
        return training.position().epoch() < hurryTo ? Pace.FASTEST : pace.inUpdates(training.updatesPerEpoch());
    }

    private boolean takeGoal(Training training) {
        lock.lock();
        try {
            if (training.isFinished() || isThere(training)) {
                goal = Goal.NONE;
            }
            isNewGoal = false;
            training.watchUpdates(updatesAreWatched || goal == Goal.ONE_UPDATE || training.updatesLeft() == 1);
            return goal != Goal.NONE;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it was to go to an epoch and is there, and all that belongs to the epoch is examined. */
    private boolean isThere(Training training) {
        return goal == Goal.EPOCH && training.position().epoch() >= goalEpoch && training.isAtUpdate();
    }

    @SuppressWarnings("WaitNotInLoop") // work() comes back to it, after it has published what has changed
    private void awaitCommand(Training training) {
        lock.lock();
        try {
            if (!closed
                    && goal == Goal.NONE
                    && newLearningRate == null
                    && paceOf(training).equals(currentPace)) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** At a limited pace waits for the next update's time, for a command, or for a pace at which it is time. */
    private void awaitNextUpdate(Training training) {
        lock.lock();
        try {
            while (!closed && goal != Goal.NONE && !isNewGoal && !isThere(training)) {
                long interval = paceOf(training).nanosPerUpdate();
                long now = System.nanoTime();
                long wait = beat.untilDue(interval, now);
                if (wait == 0) {
                    beat.next(interval, now);
                    return;
                }
                changed.awaitNanos(wait);
            }
        } catch (InterruptedException interrupted) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    private void publishIfDue(Training training) {
        long now = System.nanoTime();
        boolean hasTime = currentPace.nanosPerUpdate() > Math.max(NANOS_BETWEEN_SNAPSHOTS, 2 * snapshotCost);
        if (hasTime || now - nextSnapshot >= 0) {
            publish(training, RunState.RUNNING);
            snapshotCost = System.nanoTime() - now;
            nextSnapshot = now + Math.max(NANOS_BETWEEN_SNAPSHOTS, SNAPSHOT_SHARE * snapshotCost);
        }
    }

    private void publish(Training training, RunState otherwise) {
        Snapshot snapshot = training.snapshot();
        RunState state = training.divergence().isPresent()
                ? RunState.DIVERGED
                : training.isFinished() ? RunState.FINISHED : otherwise;
        // How long a test takes says nothing about how long training does
        Optional<Duration> remaining = state.canContinue() && training.isAtUpdate()
                ? stopwatch.timeFor(training.position().updates(), training.updatesLeft())
                : Optional.empty();
        status.set(new RunStatus(
                state, Optional.of(snapshot), training.divergence(), Optional.empty(), remaining, training.memory()));
    }
}
