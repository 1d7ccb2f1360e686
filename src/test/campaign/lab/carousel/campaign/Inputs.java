package lab.carousel.campaign;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lab.carousel.text.InvalidInput;

/** Opens damaged files of every format, one after the other, each made from the seed and its number. */
final class Inputs {

    private static final long SECOND = 1_000_000_000;
    private static final long MOST_BYTES = 256_000_000;
    private static final int LONGEST_MESSAGE = 6_000;
    private static final int KEPT = 10;

    private final List<Format> formats;
    private final Path folder;
    private final long seed;
    private final Seen seen = new Seen();
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Extremes slowest = new Extremes(KEPT);
    private final Extremes largest = new Extremes(KEPT);

    Inputs(List<Format> formats, Path folder, long seed) {
        this.formats = formats;
        this.folder = folder;
        this.seed = seed;
        formats.forEach(format -> counts.put(format.name(), new Count()));
    }

    /** Tries inputs from a number on until the time is over; gives the number of the next one. */
    long run(long first, long nanos) {
        long end = System.nanoTime() + nanos;
        long number = first;
        while (System.nanoTime() - end < 0) {
            attempt(number);
            number++;
        }
        return number;
    }

    /** What came of them, by the name of the format. */
    Map<String, Count> counts() {
        return counts;
    }

    /** The ten that took longest, and the ten that took most memory. */
    List<Extremes> extremes() {
        return List.of(slowest, largest);
    }

    private void attempt(long number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_000_007L + number);
        Format format = chosen(random);
        byte[] bytes = new Damage(random).of(format);
        Count count = counts.get(format.name());
        if (!seen.add(bytes)) {
            count.same++;
            return;
        }
        count.tried++;
        if (WellFormed.is(format.shape(), bytes)) {
            count.wellFormed++;
        }
        Path file = folder.resolve("input" + format.ending());
        try {
            Files.write(file, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        open(format, file, number, bytes, count);
    }

    private Format chosen(SplittableRandom random) {
        int place = random.nextInt(formats.stream().mapToInt(Format::weight).sum());
        for (Format format : formats) {
            place -= format.weight();
            if (place < 0) {
                return format;
            }
        }
        throw new IllegalStateException("no format");
    }

    private void open(Format format, Path file, long number, byte[] bytes, Count count) {
        long memory = threads.getCurrentThreadAllocatedBytes();
        long start = threads.getCurrentThreadCpuTime();
        try {
            format.reader().read(file);
            count.opened++;
        } catch (InvalidInput refused) {
            String words = refused.getMessage();
            if (words.isBlank() || words.length() > LONGEST_MESSAGE) {
                count.fell(number + ": a complaint of " + words.length() + " letters");
            } else {
                count.refused++;
            }
        } catch (RuntimeException | Error fallen) {
            StackTraceElement[] trace = fallen.getStackTrace();
            count.fell(number + ": " + fallen + " at " + (trace.length > 0 ? trace[0] : "?") + own(trace));
        }
        long took = threads.getCurrentThreadCpuTime() - start;
        long took2 = threads.getCurrentThreadAllocatedBytes() - memory;
        count.longest = Math.max(count.longest, took);
        count.mostBytes = Math.max(count.mostBytes, took2);
        count.slow += took > SECOND ? 1 : 0;
        count.large += took2 > MOST_BYTES ? 1 : 0;
        slowest.offer(took, format, number, bytes);
        largest.offer(took2, format, number, bytes);
    }

    private static String own(StackTraceElement[] trace) {
        for (StackTraceElement call : trace) {
            if (call.getClassName().startsWith("lab.carousel")
                    && !call.getClassName().contains("campaign")) {
                return " (" + call + ")";
            }
        }
        return "";
    }
}
