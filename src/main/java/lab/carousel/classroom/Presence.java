package lab.carousel.classroom;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Which phones have asked within the last minute, and the step that each shows. Any thread may use it. */
final class Presence {

    private static final long JOINED_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoTime;
    private final Map<String, Seen> seen = new HashMap<>();

    private record Seen(long time, int step) {}

    Presence(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A phone has asked; whether that changes what is told of it. */
    synchronized boolean note(String id, int step) {
        forgetOld();
        Seen before = seen.put(id, new Seen(nanoTime.getAsLong(), step));
        return before == null || before.step != step;
    }

    synchronized void forget(String id) {
        seen.remove(id);
    }

    private void forgetOld() {
        long now = nanoTime.getAsLong();
        seen.values().removeIf(last -> now - last.time >= JOINED_NANOS);
    }

    synchronized int joined() {
        forgetOld();
        return seen.size();
    }

    /** The steps that phones show, by their ids. */
    synchronized Map<String, Integer> steps() {
        forgetOld();
        Map<String, Integer> steps = new HashMap<>();
        seen.forEach((id, last) -> steps.put(id, last.step));
        return steps;
    }
}
