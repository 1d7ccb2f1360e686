package lab.carousel.engine.kernel;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.engine.Trainer;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.UpdateInterval;
import lab.carousel.task.Task;

/**
 * How long an update takes, by hand, on one core:
 *
 * <pre>
 *   mvn -o -q test-compile
 *   taskset -c 0 java -cp "target/test-classes:target/classes" lab.carousel.engine.kernel.KernelBenchmark
 * </pre>
 */
public final class KernelBenchmark {

    private static final int ROUNDS = 7;
    private static final double SECONDS_PER_ROUND = 0.8;

    private KernelBenchmark() {}

    /** Prints the microseconds per update and per time step: the median of some rounds after two to warm up. */
    public static void main(String[] arguments) {
        System.out.println("units  steps  interval  us/update   us/step");
        print(Task.reference(), 20, UpdateInterval.ONE_STEP);
        print(Task.reference(), 20, UpdateInterval.WHOLE_SEQUENCE);
        for (int units : new int[] {20, 64, 128, 256}) {
            print(longTask(100), units, UpdateInterval.ONE_STEP);
            print(longTask(100), units, UpdateInterval.WHOLE_SEQUENCE);
            print(longTask(1000), units, UpdateInterval.WHOLE_SEQUENCE);
        }
    }

    private static Task longTask(int steps) {
        String symbols = IntStream.rangeClosed(0, steps)
                .mapToObj(step -> String.valueOf(step * step % 7 % 5))
                .collect(Collectors.joining(" "));
        return Task.parse("0 1 2 3 4", symbols);
    }

    private static void print(Task task, int units, UpdateInterval interval) {
        Hyperparameters hyperparameters =
                Hyperparameters.reference().withHiddenUnits(units).withUpdateInterval(interval);
        Experiment experiment = new Experiment(task, hyperparameters, EngineName.KERNEL);
        int steps = task.longestSteps();
        int times = Math.min(steps, interval.steps());
        double[] perUpdate = new double[ROUNDS];
        try (Trainer trainer = new KernelEngine().start(experiment, InitialParameters.of(experiment))) {
            for (int round = 0; round < ROUNDS; round++) {
                perUpdate[round] = round(trainer, task.encoded(), times);
            }
        }
        double[] warm = Arrays.copyOfRange(perUpdate, 2, ROUNDS);
        Arrays.sort(warm);
        double median = warm[warm.length / 2];
        System.out.printf(
                Locale.ROOT,
                "%5d  %5d  %8s  %9.2f  %8.2f%n",
                units, steps, times == 1 ? "1" : "whole", median, median / times);
    }

    private static double round(Trainer trainer, int[][] sequences, int times) {
        long updates = 0;
        long start = cpuNanos();
        while (cpuNanos() - start < SECONDS_PER_ROUND * 1e9) {
            for (int[] sequence : sequences) {
                for (int step = 0; step + times < sequence.length; step += times) {
                    trainer.update(sequence, step, times, 1);
                    updates++;
                }
                trainer.resetState();
            }
        }
        return (cpuNanos() - start) / 1e3 / updates;
    }

    /** The processor time of this thread, so that other programs count less. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
