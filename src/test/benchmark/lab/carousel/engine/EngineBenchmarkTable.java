package lab.carousel.engine;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import lab.carousel.model.EngineName;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link EngineBenchmark} and prints a row for each combination as soon as it is measured: the kernel first, then
 * Deeplearning4j. All times are processor time of the training thread.
 *
 * <pre>
 *   mvn -q -Pbench test
 * </pre>
 */
public final class EngineBenchmarkTable {

    private EngineBenchmarkTable() {}

    /**
     * Prints the table.
     *
     * @param arguments the numbers of units; all if there are none
     */
    public static void main(String[] arguments) throws RunnerException {
        String[] units = arguments.length > 0 ? arguments : new String[] {"20", "64", "128", "256"};
        printLoad();
        System.out.println("units  length  interval  kernel us/update  kernel us/step  dl4j us/update  dl4j/kernel");
        for (String unit : units) {
            for (int length : new int[] {5, 100, 1000}) {
                for (String interval : new String[] {"1", "whole"}) {
                    print(unit, length, interval);
                }
            }
        }
        printLoad();
    }

    private static void print(String units, int length, String interval) throws RunnerException {
        double kernel = microseconds(EngineName.KERNEL, units, length, interval);
        double dl4j = microseconds(EngineName.DL4J, units, length, interval);
        int times = interval.equals("whole") ? length - 1 : 1;
        System.out.printf(
                Locale.ROOT,
                "%5s  %6d  %8s  %16.2f  %14.2f  %14.0f  %11.1f%n",
                units,
                length,
                interval,
                kernel,
                kernel / times,
                dl4j,
                dl4j / kernel);
    }

    private static double microseconds(EngineName engine, String units, int length, String interval)
            throws RunnerException {
        Options options = new OptionsBuilder()
                .include(EngineBenchmark.class.getName())
                .param("engine", engine.name())
                .param("units", units)
                .param("length", String.valueOf(length))
                .param("interval", interval)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        RunResult result = new Runner(options).runSingle();
        return counter(result, "nanoseconds") / counter(result, "updates") / 1_000;
    }

    private static double counter(RunResult result, String name) {
        return result.getSecondaryResults().get(name).getScore();
    }

    /** How busy the machine is with this and other programs. */
    private static void printLoad() {
        System.out.printf(
                Locale.ROOT,
                "load of the last minute: %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
