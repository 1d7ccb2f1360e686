package lab.carousel.engine;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;

/**
 * Trains the reference network with the kernel for a long time and prints how much of the heap is used, after a garbage
 * collection, every tenth of it.
 *
 * <pre>
 *   mvn -q -Pbench test -Dbenchmark=engine.HeapGrowth
 * </pre>
 */
public final class HeapGrowth {

    private static final int UPDATES = 10_000_000;

    private HeapGrowth() {}

    /** Prints the heap in use, in bytes. */
    public static void main(String[] arguments) {
        Experiment experiment = Experiment.reference();
        List<Stretch> epoch = Stretch.of(experiment);
        System.out.println("   updates  heap used after collection");
        try (Trainer trainer = new KernelEngine().start(experiment, InitialParameters.of(experiment))) {
            for (int update = 0; update <= UPDATES; update++) {
                if (update % (UPDATES / 10) == 0) {
                    System.out.printf(Locale.ROOT, "%10d  %,26d%n", update, used());
                }
                Stretch stretch = epoch.get(update % epoch.size());
                stretch.update(trainer);
                if (stretch.endsSequence()) {
                    trainer.resetState();
                }
            }
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
