package lab.carousel.classroom;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What devices may ask for, so that a flood from one, or its slow reading, does not hinder the others. A device is an address;
 * some networks show all phones of a room as one, so that a class of 200 keeps within the bounds of one.
 */
final class DeviceLimits {

    /** Small requests at once. */
    static final int MOST_AT_ONCE = 2_000;

    static final int PER_SECOND = 300;
    /** Requests under way: others of the device wait for them, without a thread. */
    static final int MOST_WORKING = 16;

    static final int MOST_WAITING = 1_000;
    private static final int MOST_DEVICES = 4_096;

    private final Executor threads;
    private final LongSupplier nanoTime;
    private final Map<InetAddress, Device> devices = new LinkedHashMap<>(16, 0.75f, true);

    DeviceLimits(Executor threads, LongSupplier nanoTime) {
        this.threads = threads;
        this.nanoTime = nanoTime;
    }

    private static final class Device {

        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int working;
        private double left = MOST_AT_ONCE;
        private long since;

        boolean isIdle() {
            return working == 0 && waiting.isEmpty();
        }
    }

    private Device device(InetAddress address) {
        Device device = devices.get(address);
        if (device == null) {
            device = new Device();
            device.since = nanoTime.getAsLong();
            devices.put(address, device);
            if (devices.size() > MOST_DEVICES) {
                devices.values().stream().filter(Device::isIdle).findFirst().ifPresent(devices.values()::remove);
            }
        }
        return device;
    }

    synchronized int devices() {
        return devices.size();
    }

    /**
     * Whether a device may ask for something more now.
     *
     * @param price in small requests
     */
    synchronized boolean mayAsk(InetAddress address, int price) {
        Device device = device(address);
        long now = nanoTime.getAsLong();
        double seconds = (double) (now - device.since) / TimeUnit.SECONDS.toNanos(1);
        device.left = Math.min(MOST_AT_ONCE, device.left + seconds * PER_SECOND);
        device.since = now;
        if (device.left < price) {
            return false;
        }
        device.left -= price;
        return true;
    }

    /** Does something for a device as soon as enough of what it asked for before is done; false if too much waits. */
    synchronized boolean work(InetAddress address, Runnable task) {
        Device device = device(address);
        if (device.working < MOST_WORKING) {
            device.working++;
            threads.execute(() -> run(address, task));
            return true;
        }
        return device.waiting.size() < MOST_WAITING && device.waiting.add(task);
    }

    private void run(InetAddress address, Runnable task) {
        try {
            task.run();
        } finally {
            next(address);
        }
    }

    private synchronized void next(InetAddress address) {
        Device device = device(address);
        Runnable task = device.waiting.poll();
        if (task == null) {
            device.working--;
        } else {
            threads.execute(() -> run(address, task));
        }
    }
}
