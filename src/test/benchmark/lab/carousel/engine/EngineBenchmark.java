package lab.carousel.engine;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.engine.choice.Engines;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.task.Task;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One weight update of the reference network, or of a larger one, on the reference task, or on a longer sequence, with
 * either engine. Each combination runs in a virtual machine of its own, on one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-Dorg.bytedeco.javacpp.maxphysicalbytes=0"})
public class EngineBenchmark {

    /** Who trains. */
    @Param
    public EngineName engine;

    /** H. */
    @Param({"20", "64", "128", "256"})
    public int units;

    /** Symbols in a sequence; with 5 it is the reference task. */
    @Param({"5", "100", "1000"})
    public int length;

    /** Time steps per update: 1, or whole. */
    @Param({"1", "whole"})
    public String interval;

    private Trainer trainer;
    private List<Stretch> epoch;
    private int next;

    static Task task(int length) {
        if (length == 5) {
            return Task.reference();
        }
        String symbols = IntStream.range(0, length)
                .mapToObj(place -> String.valueOf(place * place % 7 % 5))
                .collect(Collectors.joining(" "));
        return Task.parse("0 1 2 3 4", symbols);
    }

    @Setup
    public void start() {
        Hyperparameters hyperparameters = Hyperparameters.reference()
                .with(Settings.HIDDEN_UNITS, units)
                .with(
                        Settings.UPDATE_INTERVAL,
                        interval.equals("whole") ? UpdateInterval.WHOLE_SEQUENCE : UpdateInterval.ONE_STEP);
        Experiment experiment = new Experiment(task(length), hyperparameters, engine);
        epoch = Stretch.of(experiment);
        trainer = Engines.named(engine).start(experiment, InitialParameters.of(experiment));
    }

    /** The processor time of the training thread, which other programs change less than the time on the clock. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class ProcessorTime {

        public long updates;
        /** What they took. */
        public long nanoseconds;

        private long start;

        @Setup(Level.Iteration)
        public void begin() {
            start = now();
        }

        @TearDown(Level.Iteration)
        public void end() {
            nanoseconds = now() - start;
        }

        private static long now() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }

    /** The next update of the training, and the reset after a sequence. */
    @Benchmark
    public double update(ProcessorTime time) {
        time.updates++;
        Stretch stretch = epoch.get(next);
        next = (next + 1) % epoch.size();
        double loss = stretch.update(trainer);
        if (stretch.endsSequence()) {
            trainer.resetState();
        }
        return loss;
    }

    @TearDown
    public void end() {
        trainer.close();
    }
}
