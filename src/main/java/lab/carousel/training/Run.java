package lab.carousel.training;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import lab.carousel.engine.Engine;
import lab.carousel.model.Experiment;
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
    private final Engine engine;
    private final AtomicReference<RunStatus> status = new AtomicReference<>(RunStatus.PREPARING);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by the lock:
    private Goal goal = Goal.NONE;
    private Pace pace = Pace.FASTEST;
    private Double newLearningRate;
    private boolean closed;

    // Only for the run's thread:
    private final Stopwatch stopwatch = new Stopwatch();
    private long nextSnapshot;

    /** How far to go before pausing. */
    private enum Goal {
        NONE,
        ONE_UPDATE,
        END_OF_EPOCH,
        END
    }

    /** Starts the thread, which prepares the run and then waits to be told to go. */
    public Run(Experiment experiment, Engine engine) {
        this.experiment = experiment;
        this.engine = engine;
        Thread thread = new Thread(this::work, "run");
        thread.setDaemon(true);
        thread.start();
    }

    /** What is being trained. */
    public Experiment experiment() {
        return experiment;
    }

    /** The latest published status. */
    public RunStatus status() {
        return status.get();
    }

    /** Trains until the last epoch is done. */
    public void play() {
        aim(Goal.END);
    }

    /** Pauses after the update under way. */
    public void pause() {
        aim(Goal.NONE);
    }

    /** Makes one weight update, then pauses. */
    public void stepOnce() {
        aim(Goal.ONE_UPDATE);
    }

    /** Trains to the end of the epoch, then pauses. */
    public void epochOnce() {
        aim(Goal.END_OF_EPOCH);
    }

    private void aim(Goal newGoal) {
        change(() -> goal = newGoal);
    }

    /** Changes how fast the run goes, at once. */
    public void setPace(Pace newPace) {
        change(() -> pace = newPace);
    }

    /** Changes the learning rate from the next update on. */
    public void setLearningRate(double rate) {
        change(() -> newLearningRate = rate);
    }

    /** Stops the run after the update under way. Returns at once. */
    @Override
    public void close() {
        change(() -> closed = true);
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
        try (Training training = new Training(experiment, engine)) {
            while (!isClosed()) {
                applyLearningRate(training);
                if (hasGoal(training)) {
                    advance(training);
                } else {
                    stopwatch.stop();
                    publish(training, RunState.PAUSED);
                    awaitCommand();
                }
            }
        } catch (RuntimeException | LinkageError | OutOfMemoryError failure) {
            LOG.error("The run ended unexpectedly", failure);
            status.updateAndGet(last -> new RunStatus(
                    RunState.FAILED, last.snapshot(), Optional.empty(), Optional.of(failure), Optional.empty()));
        }
    }

    private void advance(Training training) {
        long start = System.nanoTime();
        stopwatch.start(training.position().updates());
        training.advance();
        lock.lock();
        try {
            if (goal == Goal.ONE_UPDATE || goal == Goal.END_OF_EPOCH && training.isAtEndOfEpoch()) {
                goal = Goal.NONE;
            }
        } finally {
            lock.unlock();
        }
        publishIfDue(training);
        awaitNextUpdate(start);
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void applyLearningRate(Training training) {
        Double rate;
        lock.lock();
        try {
            rate = newLearningRate;
            newLearningRate = null;
        } finally {
            lock.unlock();
        }
        if (rate != null) {
            training.setLearningRate(rate);
        }
    }

    private boolean hasGoal(Training training) {
        lock.lock();
        try {
            if (training.isFinished()) {
                goal = Goal.NONE;
            }
            return goal != Goal.NONE;
        } finally {
            lock.unlock();
        }
    }

    private void awaitCommand() {
        lock.lock();
        try {
            if (!closed && goal == Goal.NONE && newLearningRate == null) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** At a limited pace waits for the next update's time, or for the pace, the goal or the run to change. */
    private void awaitNextUpdate(long start) {
        lock.lock();
        try {
            while (!closed && goal != Goal.NONE) {
                long wait = start + pace.nanosPerUpdate() - System.nanoTime();
                if (wait <= 0) {
                    return;
                }
                stopwatch.limitTo(pace);
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
        if (now >= nextSnapshot) {
            publish(training, RunState.RUNNING);
            long spent = System.nanoTime() - now;
            nextSnapshot = now + Math.max(NANOS_BETWEEN_SNAPSHOTS, SNAPSHOT_SHARE * spent);
        }
    }

    private void publish(Training training, RunState otherwise) {
        Snapshot snapshot = training.snapshot();
        RunState state = training.divergence().isPresent()
                ? RunState.DIVERGED
                : training.isFinished() ? RunState.FINISHED : otherwise;
        status.set(new RunStatus(
                state, Optional.of(snapshot), training.divergence(), Optional.empty(), remaining(training)));
    }

    private Optional<Duration> remaining(Training training) {
        long updates = training.position().updates();
        int epochs = training.position().epoch();
        if (updates == 0 || epochs == 0) {
            return Optional.empty();
        }
        double updatesLeft = (double) updates / epochs * (experiment.hyperparameters().epochs() - epochs);
        return stopwatch.timeFor(updates, updatesLeft);
    }
}
