package lab.carousel.training;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import lab.carousel.engine.Engine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.training.RunCommands.Goal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains an experiment on a daemon thread of its own. Commands return at once; results are published as {@link
 * #status}, an atomic reference that may be read at any time, at most some thirty times a second.
 */
public final class Run implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private static final long NANOS_BETWEEN_SNAPSHOTS = TimeUnit.MILLISECONDS.toNanos(33);
    /** Snapshots in the middle of an epoch take at most one part in this many of the time. */
    private static final int SNAPSHOT_SHARE = 20;

    private final Experiment experiment;
    private final Supplier<Training> start;

    private final AtomicReference<RunStatus> status = new AtomicReference<>(RunStatus.PREPARING);

    private final RunCommands commands = new RunCommands();
    private final Thread thread;

    // Only for the run's thread:
    private final Stopwatch stopwatch = new Stopwatch(System::nanoTime);
    private Pace currentPace = Pace.FASTEST;
    private final UpdatePacer updatePacer = new UpdatePacer();
    private long nextSnapshot = System.nanoTime();
    private long snapshotCost;

    /**
     * Starts the thread, which prepares the run and then waits to be told to go.
     *
     * @param origin an earlier run's state; if empty, it starts from the weights of the seed
     */
    public Run(Experiment experiment, Engine engine, Optional<Origin> origin) {
        this(experiment, () -> new Training(experiment, engine, origin));
    }

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

    public Experiment experiment() {
        return experiment;
    }

    public RunStatus status() {
        return Objects.requireNonNull(status.get());
    }

    public void play() {
        commands.aim(Goal.END);
    }

    /** Trains to the end of an epoch, then pauses; pauses at once if it is past. */
    public void playTo(int epoch) {
        commands.playTo(epoch);
    }

    public void pause() {
        commands.aim(Goal.NONE);
    }

    /** Makes one weight update, then pauses. An update already under way does not count. */
    public void stepOnce() {
        commands.aim(Goal.ONE_UPDATE);
    }

    /** Makes at least one weight update, goes on to the end of its epoch, then pauses. */
    public void epochOnce() {
        commands.aim(Goal.END_OF_EPOCH);
    }

    public void setPace(Pace newPace) {
        commands.setPace(newPace);
    }

    /** Goes as fast as possible until so many epochs are done, or until the pace is changed. */
    public void hurryTo(int epoch) {
        commands.hurryTo(epoch);
    }

    /**
     * Takes effect at the next update.
     *
     * @throws lab.carousel.text.InvalidInput if it is out of bounds
     */
    public void setLearningRate(double rate) {
        Settings.LEARNING_RATE.check(rate);
        commands.setLearningRate(rate);
    }

    /**
     * Turns on {@link Snapshot#update} in every snapshot. A single step and the last update of all are always recorded.
     */
    public void watchUpdates(boolean watched) {
        commands.watchUpdates(watched);
    }

    /** Stops the run after the update under way. Returns at once; the status stays the last one published. */
    @Override
    public void close() {
        commands.close();
    }

    /** Whether all commands are done, and their results published. */
    public boolean isAtRest() {
        return commands.isIdle() || hasEnded();
    }

    /** Whether the thread is gone: some time after it was closed, or after a failure. */
    public boolean hasEnded() {
        return !thread.isAlive();
    }

    private void work() {
        try (Training training = start.get()) {
            while (!commands.isClosed()) {
                keep(commands.applyTo(training));
                if (commands.takeGoal(training)) {
                    if (status().state() != RunState.RUNNING) {
                        updatePacer.start(System.nanoTime());
                        // Before the first update, which may take seconds while native code is loaded
                        publish(training, RunState.RUNNING);
                    }
                    advance(training);
                } else {
                    stopwatch.stop();
                    publish(training, RunState.PAUSED);
                    commands.await(training, currentPace);
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
        keep(commands.advanced(training, isUpdate));
        publishIfDue(training);
        if (isUpdate) {
            commands.awaitNextUpdate(training, updatePacer);
        }
    }

    private void keep(Pace pace) {
        currentPace = pace;
        stopwatch.setPace(pace);
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
        if (otherwise == RunState.PAUSED) {
            training.rest();
        }
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

    /** Measures a run's rate, and from it and the pace the remaining time. */
    static final class Stopwatch {

        private static final double NANOS = 1e9;
        private static final double LONGEST_ESTIMATE_SECONDS = 1e9;
        /** The rate is that of the last one to two such windows: steady, and soon true again after a change. */
        private static final double WINDOW_SECONDS = 2;

        private final LongSupplier nanoTime;

        private Pace pace = Pace.FASTEST;
        /** Start of the measurement; null while stopped. */
        private @Nullable Mark start;
        /** Start of the next measurement. */
        private Mark nextStart = new Mark(0, 0);
        /** 0 if unknown. */
        private double updatesPerSecond;

        private record Mark(long time, long updates) {}

        Stopwatch(LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
        }

        /** Sets the pace. A rate measured at another pace is forgotten. */
        void setPace(Pace newPace) {
            if (!newPace.equals(pace)) {
                pace = newPace;
                start = null;
                updatesPerSecond = 0;
            }
        }

        void start(long updates) {
            if (start == null) {
                start = new Mark(nanoTime.getAsLong(), updates);
                nextStart = start;
            }
        }

        void stop() {
            start = null;
        }

        Optional<Duration> timeFor(long updates, long updatesLeft) {
            if (start != null) {
                measure(start, new Mark(nanoTime.getAsLong(), updates));
            }
            double rate = updatesPerSecond > 0
                    ? Math.min(updatesPerSecond, pace.updatesPerSecond())
                    : pace.updatesPerSecond();
            if (Double.isInfinite(rate)) {
                return Optional.empty();
            }
            double seconds = Math.min(updatesLeft / rate, LONGEST_ESTIMATE_SECONDS);
            return Optional.of(Duration.ofMillis(Math.round(1_000 * seconds)));
        }

        private void measure(Mark from, Mark now) {
            double seconds = (now.time - from.time) / NANOS;
            if (now.updates > from.updates && seconds > 0) {
                updatesPerSecond = (now.updates - from.updates) / seconds;
            }
            if ((now.time - nextStart.time) / NANOS > WINDOW_SECONDS && now.updates > nextStart.updates) {
                start = nextStart;
                nextStart = now;
            }
        }
    }
}
