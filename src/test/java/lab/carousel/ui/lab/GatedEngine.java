package lab.carousel.ui.lab;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import lab.carousel.engine.Engine;
import lab.carousel.engine.StillTrainer;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;

/** Learns nothing. Each of its trainers makes only as many updates as it is allowed, and waits within the next one. */
public final class GatedEngine implements Engine {

    static final int ALL = 1_000_000;

    /** The experiments it was given, in this order. */
    final List<Experiment> started = new CopyOnWriteArrayList<>();

    private final Semaphore[] gates;

    /** The first trainer is allowed the first number of updates, and so on. */
    public GatedEngine(int... allowed) {
        gates = new Semaphore[allowed.length];
        for (int trainer = 0; trainer < allowed.length; trainer++) {
            gates[trainer] = new Semaphore(allowed[trainer]);
        }
    }

    /** Lets a trainer, counted from 0, make all updates. */
    public void open(int trainer) {
        gates[trainer].release(ALL);
    }

    @Override
    public Trainer start(Experiment experiment, Parameters initial) {
        Semaphore gate;
        synchronized (this) {
            gate = gates[started.size()];
            started.add(experiment);
        }
        return new StillTrainer(initial) {
            @Override
            public double update(Steps sequence, int firstStep, int times, int slots) {
                gate.acquireUninterruptibly();
                return 0.5;
            }
        };
    }
}
