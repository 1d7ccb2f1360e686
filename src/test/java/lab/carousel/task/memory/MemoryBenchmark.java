package lab.carousel.task.memory;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Measures how long it takes to see what the largest tasks ask of a memory; to be run by hand. */
public final class MemoryBenchmark {

    private static final int SEQUENCES = 200;
    private static final int LENGTH = 5_000;

    private MemoryBenchmark() {}

    /** Prints the seconds of the processor of three runs of each task. */
    public static void main(String[] arguments) {
        SplittableRandom random = new SplittableRandom(1);
        int[][] drawn = new int[SEQUENCES][];
        Arrays.setAll(drawn, s -> random.ints(LENGTH, 0, 1_000).toArray());
        int[][] equal = new int[SEQUENCES][];
        Arrays.setAll(equal, s -> drawn[0]);
        int[][] last = new int[SEQUENCES][LENGTH];
        Arrays.stream(last).forEach(sequence -> sequence[LENGTH - 1] = 1);
        int[][] periodic = new int[SEQUENCES][LENGTH];
        int[][] ownFirst = new int[SEQUENCES][LENGTH];
        for (int s = 0; s < SEQUENCES; s++) {
            for (int t = 0; t < LENGTH; t++) {
                periodic[s][t] = (t + s) % 2;
            }
            ownFirst[s][0] = s + 1;
            ownFirst[s][LENGTH - 1] = s + 1;
        }
        measure("random over 1,000", drawn);
        measure("equal", equal);
        measure("a x 4,999 b", last);
        measure("period 2", periodic);
        measure("own first symbol, a x 4,998, the same again", ownFirst);
    }

    private static void measure(String name, int[][] sequences) {
        for (int run = 0; run < 3; run++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Memory memory = Memory.of(sequences, 1_000, Feeding.REFERENCE, List.of());
            double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
            System.out.printf("%-45s %6.2f s, %d forks%n", name, seconds, memory.forks());
        }
    }
}
