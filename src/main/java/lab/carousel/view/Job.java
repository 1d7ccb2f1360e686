package lab.carousel.view;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * A search that takes too long to be made for an answer: somebody starts it, and the view's answers from then on show what it has found.
 *
 * @param of      what is searched: something equal need not be searched again
 * @param seconds that it takes at most
 * @param work    searches until it has found all, or is told to stop
 */
public record Job(Object of, double seconds, Consumer<BooleanSupplier> work) {

    /**
     * Searches until all is found, the time is up or it is told to stop; what was found so far stays.
     *
     * @param progress told the share of its time that has passed
     */
    public void run(DoubleConsumer progress, BooleanSupplier isStopped) {
        long begun = System.nanoTime();
        work.accept(() -> {
            double share = (System.nanoTime() - begun) / 1e9 / seconds;
            progress.accept(share);
            return share >= 1 || isStopped.getAsBoolean();
        });
    }
}
