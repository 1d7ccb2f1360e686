package lab.carousel.training;

import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Commands to a run: how far to go, how fast, at which learning rate. Any thread may give them without waiting; the
 * run's thread reads them, and waits here for the next.
 */
final class RunCommands {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by the lock:
    private Goal goal = Goal.NONE;
    /** For the goal EPOCH. */
    private int goalEpoch;
    /** Whether the goal was set after the last update began. */
    private boolean isNewGoal;

    private Pace pace = Pace.FASTEST;
    /** Number of epochs to which it goes as fast as it can. */
    private int hurryTo;

    private Optional<Double> newLearningRate = Optional.empty();
    private boolean updatesAreWatched;
    private boolean closed;
    private boolean isIdle;

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
        change(() -> newLearningRate = Optional.of(rate));
    }

    void watchUpdates(boolean watched) {
        change(() -> updatesAreWatched = watched);
    }

    void close() {
        change(() -> closed = true);
    }

    private void change(Runnable change) {
        locked(() -> {
            change.run();
            isIdle = false;
            changed.signalAll();
            return true;
        });
    }

    private <T> T locked(Supplier<T> act) {
        lock.lock();
        try {
            return act.get();
        } finally {
            lock.unlock();
        }
    }

    boolean isIdle() {
        return locked(() -> isIdle);
    }

    boolean isClosed() {
        return locked(() -> closed);
    }

    /** Applies a changed learning rate; returns the pace in updates. */
    Pace applyTo(Training training) {
        Optional<Double> rate = locked(() -> {
            Optional<Double> given = newLearningRate;
            newLearningRate = Optional.empty();
            return given;
        });
        rate.ifPresent(training::setLearningRate);
        return locked(() -> paceOf(training));
    }

    /** The pace in updates. Called under the lock. */
    private Pace paceOf(Training training) {
        return training.position().epoch() < hurryTo ? Pace.FASTEST : pace.inUpdates(training.updatesPerEpoch());
    }

    /** Whether there is anything to do; marks the goal as seen. */
    boolean takeGoal(Training training) {
        return locked(() -> {
            if (training.isFinished() || isGoalReached(training)) {
                goal = Goal.NONE;
            }
            isNewGoal = false;
            training.watchUpdates(updatesAreWatched || goal == Goal.ONE_UPDATE || training.updatesLeft() == 1);
            return goal != Goal.NONE;
        });
    }

    /**
     * Drops a reached goal, unless it was set during the update; returns the pace in updates, which changes at the end
     * of a hurry.
     *
     * @param isUpdate false for a part of an examination
     */
    Pace advanced(Training training, boolean isUpdate) {
        return locked(() -> {
            boolean reached =
                    (goal == Goal.ONE_UPDATE && isUpdate) || (goal == Goal.END_OF_EPOCH && training.isAtEndOfEpoch());
            if (training.isFinished() || (reached && !isNewGoal)) {
                goal = Goal.NONE;
            }
            return paceOf(training);
        });
    }

    /** Whether the goal epoch is reached and all of it examined. */
    private boolean isGoalReached(Training training) {
        return goal == Goal.EPOCH && training.position().epoch() >= goalEpoch && training.isAtUpdate();
    }

    /** Waits until there is something to do or to show. */
    @SuppressWarnings("WaitNotInLoop") // the run comes back to it, after it has published what has changed
    void await(Training training, Pace shown) {
        lock.lock();
        try {
            if (!closed
                    && goal == Goal.NONE
                    && newLearningRate.isEmpty()
                    && paceOf(training).equals(shown)) {
                isIdle = true;
                changed.awaitUninterruptibly();
                isIdle = false;
            }
        } finally {
            lock.unlock();
        }
    }

    /** At a limited pace waits for the next update's time, a command, or a faster pace. */
    void awaitNextUpdate(Training training, UpdatePacer beat) {
        lock.lock();
        try {
            while (!closed && goal != Goal.NONE && !isNewGoal && !isGoalReached(training)) {
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
