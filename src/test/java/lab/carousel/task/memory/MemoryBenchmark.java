package lab.carousel.task.memory;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.memory.FeedingScheme.Carry;

/** Measures how long it takes to see what the largest tasks ask of a memory; to be run by hand. */
public final class MemoryBenchmark {

    private static final int SEQUENCES = 10;
    private static final int LENGTH = 5_000;

    private MemoryBenchmark() {}

    /** Prints the seconds of the processor of two runs of each task. */
    public static void main(String[] arguments) {
        SplittableRandom random = new SplittableRandom(1);
        int[] same = random.ints(LENGTH, 0, 1_000).toArray();
        measure("random over 1,000", at -> random.nextInt(1_000));
        measure("random over 30", at -> random.nextInt(30));
        measure("equal", at -> same[at % LENGTH]);
        measure("a x 4,999 b", at -> at % LENGTH == LENGTH - 1 ? 1 : 0);
        measure("a x 49,999 b", at -> at == SEQUENCES * LENGTH - 1 ? 1 : 0);
        measure("period 2", at -> (at + at / LENGTH) % 2);
        measure("a, then any", at -> at % 2 == 0 ? 0 : 1 + random.nextInt(1_000));
        measure(
                "own first symbol, a x 4,998, the same again",
                at -> at % LENGTH % (LENGTH - 1) == 0 ? 1 + at / LENGTH : 0);
    }

    private static void measure(String name, IntUnaryOperator symbol) {
        int[][] sequences = new int[SEQUENCES][LENGTH];
        for (int at = 0; at < SEQUENCES * LENGTH; at++) {
            sequences[at / LENGTH][at % LENGTH] = symbol.applyAsInt(at);
        }
        for (Carry carry : Carry.values()) {
            for (int more = 0; more < 3; more++) {
                int lag = 1 + more % 2;
                int slots = 1 + more / 2;
                ScoredSteps scored = new ScoredSteps(lag - 1, false);
                double[] seconds = new double[2];
                int forks = 0;
                for (int run = 0; run < seconds.length; run++) {
                    long start = now();
                    Memory memory =
                            Memory.of(sequences, new FeedingScheme(carry, slots, lag, false, scored), List.of());
                    forks = memory.forks();
                    memory.deepest();
                    seconds[run] = (now() - start) / 1e9;
                }
                System.out.printf(
                        "%-45s %-9s lag %d, %d slots %s s, %d forks%n",
                        name, carry, lag, slots, Arrays.toString(seconds), forks);
            }
        }
        long start = now();
        int rungs = MemorylessFloor.ladder(sequences, 1_024, ScoredSteps.ALL).size();
        System.out.printf("%-45s %.2f s, %d floors%n", name, (now() - start) / 1e9, rungs);
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
