package lab.carousel.study.many;

import java.util.concurrent.atomic.AtomicLong;
import lab.carousel.engine.Engine;
import lab.carousel.engine.ForwardingTrainer;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;

/** An engine with somebody watching who may change the losses that it reports. */
public final class WatchedEngine implements Engine {

    private final Engine engine;
    private final Watch watch;
    private final AtomicLong runs = new AtomicLong();

    /** Sees every update. */
    @FunctionalInterface
    public interface Watch {

        /** The loss to be reported for an update of a run, both counted from 1. */
        double loss(long run, long update, double loss);
    }

    public WatchedEngine(Watch watch) {
        this(new KernelEngine(), watch);
    }

    private WatchedEngine(Engine engine, Watch watch) {
        this.engine = engine;
        this.watch = watch;
    }

    /** An engine that is a little wrong: its losses are too high by so much. */
    public static WatchedEngine offset(Engine engine, double offset) {
        return new WatchedEngine(engine, (run, update, loss) -> loss + offset);
    }

    @Override
    public Trainer start(Experiment experiment, Parameters initial) {
        return new WatchedTrainer(runs.incrementAndGet(), engine.start(experiment, initial));
    }

    private final class WatchedTrainer extends ForwardingTrainer {

        private final long run;
        private long updates;

        WatchedTrainer(long run, Trainer trainer) {
            super(trainer);
            this.run = run;
        }

        @Override
        public double update(Steps sequence, int firstStep, int times, int slots) {
            updates++;
            return watch.loss(run, updates, super.update(sequence, firstStep, times, slots));
        }
    }
}
