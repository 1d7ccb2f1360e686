package lab.carousel.engine.dl4j;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Lets the Java machine look for what is not used any more while all threads go on. {@code System.gc()} holds up all of
 * them, the window too, for up to two seconds on busy cores, unless the machine was started with an option that a jar
 * cannot give itself. But the usual collector also collects beside the program when there was no collection for an
 * interval, and the interval can be set at any time: it is made short until the collection has been.
 */
final class GarbageCollection {

    private static final String INTERVAL_OPTION = "G1PeriodicGCInterval";
    /** What a notification gives as the cause of a collection that the interval led to. */
    private static final String CAUSE = "G1 Periodic Collection";
    /** Milliseconds between collections of which one is wanted now. */
    private static final String NOW = "100";

    private static final GarbageCollection MACHINE = ofMachine();

    private final Optional<Consumer<String>> interval;
    private final String usual;
    private final Runnable atOnce;
    private final AtomicBoolean isWanted = new AtomicBoolean();

    /**
     * A way to collect.
     *
     * @param interval sets the interval in milliseconds; empty if the collector has none
     * @param usual    the interval while no collection is wanted
     * @param atOnce   collects where there is no interval
     */
    GarbageCollection(Optional<Consumer<String>> interval, String usual, Runnable atOnce) {
        this.interval = interval;
        this.usual = usual;
        this.atOnce = atOnce;
    }

    /** That of this Java machine. */
    static GarbageCollection ofThisMachine() {
        return MACHINE;
    }

    private static GarbageCollection ofMachine() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        boolean isUsual = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .anyMatch(collector -> collector.getName().startsWith("G1"));
        if (machine == null || !isUsual) {
            return new GarbageCollection(Optional.empty(), "", System::gc);
        }
        GarbageCollection collection = new GarbageCollection(
                Optional.of(millis -> machine.setVMOption(INTERVAL_OPTION, millis)),
                machine.getVMOption(INTERVAL_OPTION).getValue(),
                System::gc);
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            // Each of the platform's emits notifications; what listens lives as long as the machine
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> collection.collected(
                                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                                            .getGcCause()),
                            null,
                            null);
        }
        return collection;
    }

    /** Asks for a collection soon. Where the collector cannot work beside the program, it has been when this returns. */
    void ask() {
        if (interval.isEmpty()) {
            atOnce.run();
        } else if (isWanted.compareAndSet(false, true)) {
            interval.get().accept(NOW);
        }
    }

    /** A collection has been. */
    void collected(String cause) {
        if (cause.equals(CAUSE) && isWanted.compareAndSet(true, false)) {
            interval.ifPresent(set -> set.accept(usual));
        }
    }
}
