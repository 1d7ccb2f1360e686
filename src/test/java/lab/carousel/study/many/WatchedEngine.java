package lab.carousel.study.many;

import java.util.concurrent.atomic.AtomicLong;
import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;

/** The kernel, with somebody watching who may change the losses that it reports. */
public final class WatchedEngine implements Engine {

    private final Watch watch;
    private final AtomicLong runs = new AtomicLong();

    /** Sees every update. */
    @FunctionalInterface
    public interface Watch {

        /** The loss to be reported for an update of a run, both counted from 1. */
        double loss(long run, long update, double loss);
    }

    public WatchedEngine(Watch watch) {
        this.watch = watch;
    }

    @Override
    public EngineName name() {
        return EngineName.KERNEL;
    }

    @Override
    public Trainer start(Experiment experiment, Parameters initial) {
        return new WatchedTrainer(runs.incrementAndGet(), new KernelEngine().start(experiment, initial));
    }

    private final class WatchedTrainer implements Trainer {

        private final long run;
        private final Trainer kernel;
        private long updates;

        WatchedTrainer(long run, Trainer kernel) {
            this.run = run;
            this.kernel = kernel;
        }

        @Override
        public double update(int[] sequence, int firstStep, int times, int slots) {
            updates++;
            return watch.loss(run, updates, kernel.update(sequence, firstStep, times, slots));
        }

        @Override
        public void resetState() {
            kernel.resetState();
        }

        @Override
        public Parameters parameters() {
            return kernel.parameters();
        }

        @Override
        public void setLearningRate(double rate) {
            kernel.setLearningRate(rate);
        }

        @Override
        public void close() {
            kernel.close();
        }
    }
}
