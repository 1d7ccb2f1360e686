package lab.carousel.study.many;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import lab.carousel.engine.Engine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.training.QuietTraining;
import org.jspecify.annotations.Nullable;

/**
 * A study being run by daemon threads of its own. Each takes the next run of the plan, trains it and puts its result
 * where it belongs, so that the results do not depend on how many threads there are. {@link #progress} and {@link #results}
 * may be asked for by any thread at any time; nothing is locked, and nobody is called back.
 */
public final class StudyRun implements AutoCloseable {

    private static final double NANOS = 1e9;
    private static final double LONGEST_ESTIMATE_SECONDS = 1e9;

    private final Plan plan;
    /** The places in the plan of the runs that are to be trained, or were before. */
    private final int[] runs;

    private final Function<EngineName, Engine> engines;
    private final LongSupplier nanoTime;
    private final long start;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReferenceArray<RunResult> results;
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger diverged = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch threadsAtWork;
    private final PlanProgress work;
    private final Evaluator.Cache evaluators = new Evaluator.Cache();
    private volatile boolean cancelled;

    private StudyRun(
            Results kept, int[] runs, Function<EngineName, Engine> engines, int threads, LongSupplier nanoTime) {
        this.plan = kept.plan();
        this.runs = runs;
        this.engines = engines;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.results = new AtomicReferenceArray<>(plan.runs());
        this.threadsAtWork = new CountDownLatch(threads);
        this.work = new PlanProgress(plan, runs.length);
        for (RunResult result : kept.finished()) {
            results.set(result.run(), result);
            work.done(plan.cells().get(result.cell()));
        }
        finished.set(kept.finished().size());
        diverged.set(kept.diverged());
    }

    /** Starts a study that trains so many runs at a time, at least 1. */
    public static StudyRun start(Plan plan, Function<EngineName, Engine> engines, int threads) {
        return start(Results.none(plan), Shard.WHOLE, engines, threads);
    }

    /** Starts a portion of a study, or goes on with it from the results that were kept. */
    public static StudyRun start(Results kept, Shard portion, Function<EngineName, Engine> engines, int threads) {
        return start(kept, portion, engines, threads, System::nanoTime);
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it, but a window is smoother
    static StudyRun start(
            Results kept, Shard portion, Function<EngineName, Engine> engines, int threads, LongSupplier nanoTime) {
        StudyRun run = new StudyRun(kept, portion.runs(kept.plan()), engines, threads, nanoTime);
        for (int number = 1; number <= threads; number++) {
            Thread thread = new Thread(run::trainUntilNoneIsLeft, "study " + number);
            thread.setDaemon(true);
            // The window and a run being watched come first
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        }
        return run;
    }

    /** A study of which nothing more will come: what had ended of it was kept. */
    public static StudyRun ended(Results kept) {
        return new StudyRun(
                kept,
                Shard.WHOLE.runs(kept.plan()),
                name -> {
                    throw new IllegalStateException("nothing is trained");
                },
                0,
                System::nanoTime);
    }

    private void trainUntilNoneIsLeft() {
        try {
            for (int place = next.getAndIncrement();
                    place < runs.length && !isStopped();
                    place = next.getAndIncrement()) {
                if (results.get(runs[place]) == null) {
                    train(plan.run(runs[place]));
                }
            }
        } catch (RuntimeException | Error problem) {
            failure.compareAndSet(null, problem);
        } finally {
            threadsAtWork.countDown();
        }
    }

    private void train(PlannedRun planned) {
        Engine engine = engines.apply(planned.cell().experiment().engine());
        new SingleRun(planned).train(engine, evaluators, this::isStopped).ifPresent(result -> {
            results.set(planned.number(), result);
            if (result.isDiverged()) {
                diverged.incrementAndGet();
            }
            work.done(planned.cell());
            finished.incrementAndGet();
        });
    }

    private boolean isStopped() {
        return cancelled || failure.get() != null;
    }

    public Plan plan() {
        return plan;
    }

    /** Stops as soon as the updates under way are done; what has ended is kept. */
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void close() {
        cancel();
    }

    /** Waits until nothing more will come; false if the time was over first. */
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        return threadsAtWork.await(time, unit);
    }

    /** What went wrong unexpectedly, if something did. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    public StudyProgress progress() {
        boolean over = threadsAtWork.getCount() == 0;
        int ended = finished.get();
        return new StudyProgress(
                state(over, ended), ended, runs.length, diverged.get(), over ? Optional.empty() : timeLeft());
    }

    private StudyState state(boolean over, int ended) {
        if (!over) {
            return StudyState.RUNNING;
        }
        if (ended == runs.length) {
            return StudyState.DONE;
        }
        return failure.get() != null ? StudyState.FAILED : StudyState.CANCELLED;
    }

    private Optional<Duration> timeLeft() {
        double share = work.shareDone();
        if (share <= 0) {
            return Optional.empty();
        }
        double seconds = (nanoTime.getAsLong() - start) / NANOS * (1 - share) / share;
        return Optional.of(Duration.ofMillis(Math.round(1_000 * Math.min(seconds, LONGEST_ESTIMATE_SECONDS))));
    }

    public Results results() {
        List<RunResult> ended = new ArrayList<>(finished.get());
        for (int number = 0; number < results.length(); number++) {
            RunResult result = results.get(number);
            if (result != null) {
                ended.add(result);
            }
        }
        return new Results(plan, ended);
    }

    /** How much of the work of a plan is done, by a rough measure: time steps times parameters. */
    static final class PlanProgress {

        private final double all;
        private final DoubleAdder done = new DoubleAdder();

        PlanProgress(Plan plan, int runs) {
            double ofEachOnce =
                    plan.cells().stream().mapToDouble(PlanProgress::of).sum();
            this.all = ofEachOnce * plan.study().seeds() * runs / plan.runs();
        }

        private static double of(Variation cell) {
            Experiment experiment = cell.experiment();
            // Something is to be done even where nothing is trained
            double steps = 1
                    + (double) experiment.hyperparameters().get(Settings.EPOCHS)
                            * experiment.task().steps();
            return steps
                    * experiment.hyperparameters().get(Settings.LAG)
                    * experiment.layout().size();
        }

        void done(Variation cell) {
            done.add(of(cell));
        }

        double shareDone() {
            return Math.min(1, done.sum() / all);
        }
    }

    /** Trains a single run to its end in the calling thread, and evaluates it at its checkpoints. */
    static final class SingleRun {

        private final PlannedRun planned;
        private final double[] losses;
        private final float[] separations;
        private final byte[] verdicts;

        private int reached;
        private @Nullable Evaluation end;
        private int firstRemembered = -1;

        SingleRun(PlannedRun planned) {
            this.planned = planned;
            this.losses = new double[planned.cell().checkpoints().size()];
            this.separations = new float[1 + losses.length];
            this.verdicts = new byte[losses.length];
        }

        /** What came of the run; empty if it was cancelled, which is asked before every update. */
        Optional<RunResult> train(Engine engine, Evaluator.Cache evaluators, BooleanSupplier cancelled) {
            Experiment experiment = planned.experiment();
            try (QuietTraining training = new QuietTraining(evaluators.of(experiment), engine)) {
                if (isCheckpoint(0)) {
                    record(training);
                }
                while (!training.isFinished()) {
                    if (cancelled.getAsBoolean()) {
                        return Optional.empty();
                    }
                    training.advance();
                    if (training.isAtEndOfEpoch() && isCheckpoint(training.epoch())) {
                        record(training);
                    }
                }
                if (training.isSolved()
                        && training.epoch() < experiment.hyperparameters().get(Settings.EPOCHS)) {
                    // Between two checkpoints: what it can in the end still counts
                    training.evaluate().ifPresent(evaluation -> setEnd(evaluation, training.epoch()));
                }
                return Optional.of(result(training));
            }
        }

        private boolean isCheckpoint(int epoch) {
            return reached < losses.length && planned.cell().checkpoints().epoch(reached) == epoch;
        }

        @SuppressWarnings("EnumOrdinal") // a byte each, of which a study keeps millions; files have their names
        private void record(QuietTraining training) {
            training.evaluate().ifPresent(evaluation -> {
                setEnd(evaluation, training.epoch());
                losses[reached] = evaluation.loss();
                separations[1 + reached] = (float) evaluation.separation();
                verdicts[reached] = (byte) evaluation.verdict().ordinal();
                reached++;
            });
        }

        private void setEnd(Evaluation evaluation, int epoch) {
            end = evaluation.withoutSequences();
            if (firstRemembered < 0 && evaluation.verdict() == Verdict.REMEMBERS) {
                firstRemembered = epoch;
            }
        }

        private RunResult result(QuietTraining training) {
            Optional<Evaluation> evaluation = Optional.ofNullable(end).map(training::whole);
            separations[0] = evaluation
                    .map(Evaluation::separationBefore)
                    .orElse(Double.NaN)
                    .floatValue();
            return new RunResult(
                    planned.number(),
                    planned.cell().number(),
                    planned.seed(),
                    evaluation,
                    evaluation.map(Evaluation::verdict),
                    training.epoch(),
                    firstRemembered < 0 ? OptionalInt.empty() : OptionalInt.of(firstRemembered),
                    training.isSolved()
                            ? OptionalLong.of(training.criterion().orElseThrow().trained())
                            : OptionalLong.empty(),
                    training.criterion()
                            .map(criterion -> Math.min(
                                    criterion.inARow(), criterion.rule().inARow()))
                            .orElse(0),
                    training.divergence(),
                    new LearningCurve(
                            Arrays.copyOf(losses, reached),
                            Arrays.copyOf(separations, 1 + reached),
                            Arrays.copyOf(verdicts, reached)));
        }
    }
}
