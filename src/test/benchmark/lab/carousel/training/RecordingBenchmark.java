package lab.carousel.training;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;

/**
 * Measures what recording costs: the tutorial trained with the kernel at full speed, with its history and with one that
 * holds nothing but the last state, turn by turn. Prints the processor time of the process for a run, so that other programs on the machine count
 * less, and what the heap holds at its end. Not a test:
 *
 * <pre>
 * mvn -q package -DskipTests
 * java -cp target/carousel.jar:target/test-classes lab.carousel.training.RecordingBenchmark
 * </pre>
 */
public final class RecordingBenchmark {

    private static final int ROUNDS = 15;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private RecordingBenchmark() {}

    /** Measures runs of 250, 2,000 and 20,000 epochs. */
    public static void main(String[] arguments) {
        System.out.println("epochs   runs   without, ms   recorded, ms   share      states   held, MB");
        for (int epochs : new int[] {250, 2_000, 20_000}) {
            measure(epochs, Math.max(1, 20_000 / epochs));
        }
    }

    private static void measure(int epochs, int runs) {
        Experiment reference = Experiment.reference();
        Experiment experiment = reference.with(reference.hyperparameters().with(Settings.EPOCHS, epochs));
        double[] without = new double[ROUNDS];
        double[] with = new double[ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            double unrecorded = millis(experiment, 0, runs);
            double recorded = millis(experiment, ParameterHistory.MAX_BYTES, runs);
            if (round >= 0) {
                without[round] = unrecorded;
                with[round] = recorded;
            }
        }
        long before = used();
        Snapshot end = train(experiment, ParameterHistory.MAX_BYTES);
        double held = (used() - before) / 1e6;
        double a = median(without);
        double b = median(with);
        System.out.printf(
                Locale.ROOT,
                "%6d %6d %13.2f %14.2f %+6.1f %% %9d %10.1f%n",
                epochs,
                runs,
                a,
                b,
                100 * (b / a - 1),
                end.recorded().size(),
                held);
    }

    /** Milliseconds per run of processor time: of this thread, and of the collector and compiler that it keeps busy. */
    private static double millis(Experiment experiment, long bytes, int runs) {
        long start = PROCESS.getProcessCpuTime();
        for (int run = 0; run < runs; run++) {
            train(experiment, bytes);
        }
        return (PROCESS.getProcessCpuTime() - start) / 1e6 / runs;
    }

    private static Snapshot train(Experiment experiment, long bytes) {
        try (Training training = new Training(
                experiment, new KernelEngine(), Optional.empty(), new ParameterHistory(experiment, bytes))) {
            while (!training.isFinished()) {
                training.advance();
            }
            return training.snapshot();
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long used() {
        for (int round = 0; round < 3; round++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
