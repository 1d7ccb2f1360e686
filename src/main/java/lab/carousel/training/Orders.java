package lab.carousel.training;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a run was told: how far to go, how fast, and with which learning rate. Any thread may tell it, which never waits; the
 * run's thread asks, and waits here for what comes next.
 */
final class Orders {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
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
    /** Whether the run waits, and nothing that it was told is left to do. */
    private boolean isIdle;

    /** How far to go before pausing. */
    enum Goal {
        NONE,
        ONE_UPDATE,
        END_OF_EPOCH,
        EPOCH,
        END
    }

    void aim(Goal newGoal) {
        change(() -> {
            goal = newGoal;
            isNewGoal = true;
        });
    }

    void playTo(int epoch) {
        change(() -> {
            goalEpoch = epoch;
            goal = Goal.EPOCH;
            isNewGoal = true;
        });
    }

    void setPace(Pace newPace) {
        change(() -> {
            pace = newPace;
            hurryTo = 0;
        });
    }

    void hurryTo(int epoch) {
        change(() -> hurryTo = epoch);
    }

    void setLearningRate(double rate) {
        change(() -> newLearningRate = rate);
    }

    void watchUpdates(boolean watched) {
        change(() -> updatesAreWatched = watched);
    }

    void close() {
        change(() -> closed = true);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            isIdle = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isIdle() {
        lock.lock();
        try {
            return isIdle;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives the training a learning rate that was changed.
     *
     * @return how fast it is to go, in updates
     */
    Pace applyTo(Training training) {
        Double rate;
        Pace now;
        lock.lock();
        try {
            rate = newLearningRate;
            newLearningRate = null;
            now = paceOf(training);
        } finally {
            lock.unlock();
        }
        if (rate != null) {
            training.setLearningRate(rate);
        }
        return now;
    }

    /** In updates. Called under the lock. */
    private Pace paceOf(Training training) {
        return training.position().epoch() < hurryTo ? Pace.FASTEST : pace.inUpdates(training.updatesPerEpoch());
    }

    /** Whether there is anything to do; from now on a goal counts as new. */
    boolean takeGoal(Training training) {
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

    /**
     * Drops a goal that is reached, unless it was set while it was.
     *
     * @param isUpdate whether what was done was an update, and not a part of an examination
     * @return how fast it is to go now, in updates: it may be where it hurried to
     */
    Pace advanced(Training training, boolean isUpdate) {
        lock.lock();
        try {
            boolean reached =
                    (goal == Goal.ONE_UPDATE && isUpdate) || (goal == Goal.END_OF_EPOCH && training.isAtEndOfEpoch());
            if (training.isFinished() || (reached && !isNewGoal)) {
                goal = Goal.NONE;
            }
            return paceOf(training);
        } finally {
            lock.unlock();
        }
    }

    /** Whether it was to go to an epoch and is there, and all that belongs to the epoch is examined. */
    private boolean isThere(Training training) {
        return goal == Goal.EPOCH && training.position().epoch() >= goalEpoch && training.isAtUpdate();
    }

    /** Waits until there is something to do or to show. */
    @SuppressWarnings("WaitNotInLoop") // the run comes back to it, after it has published what has changed
    void await(Training training, Pace shown) {
        lock.lock();
        try {
            if (!closed
                    && goal == Goal.NONE
                    && newLearningRate == null
                    && paceOf(training).equals(shown)) {
                isIdle = true;
                changed.awaitUninterruptibly();
                isIdle = false;
            }
        } finally {
            lock.unlock();
        }
    }

    /** At a limited pace waits for the next update's time, for a command, or for a pace at which it is time. */
    void awaitNextUpdate(Training training, Beat beat) {
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
}
