package lab.carousel.study.verification;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import lab.carousel.engine.Engine;
import lab.carousel.engine.dl4j.Dl4jNetwork;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.KernelOnly;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.Trace;
import lab.carousel.text.Message;
import lab.carousel.training.Origin;
import lab.carousel.training.Training;

/**
 * Compares the kernel with Deeplearning4j: the outputs of a trained network, and the first updates of its run. Loads
 * native code, which takes a second or two the first time; the work itself is bounded to a few seconds, whatever the task.
 */
public final class Verifier {

    public static final int MAX_UPDATES = 200;
    public static final int MAX_TIMES = 20_000;

    private static final long MAX_REPLAY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Function<EngineName, Engine> engines;
    private final Function<Parameters, Parameters> loading;
    private final long maxReplayNanos;

    public Verifier(Function<EngineName, Engine> engines) {
        this(engines, Function.identity(), MAX_REPLAY_NANOS);
    }

    /**
     * A verifier for tests.
     *
     * @param loading        what becomes of weights on their way to Deeplearning4j
     */
    Verifier(Function<EngineName, Engine> engines, Function<Parameters, Parameters> loading, long maxReplayNanos) {
        this.engines = engines;
        this.loading = loading;
        this.maxReplayNanos = maxReplayNanos;
    }

    /**
     * Compares a run that started from the weights of its seed.
     *
     * @param cancelled  whether nobody waits for the answer any more; it then has only what was compared so far
     */
    public Verification verify(Experiment experiment, Parameters parameters, BooleanSupplier cancelled) {
        return verify(experiment, Optional.empty(), parameters, cancelled);
    }

    /**
     * @param origin     the state that the run went on from, from which its first updates are made again too; empty if
     *     it started from the weights of its seed
     * @param cancelled  whether nobody waits for the answer any more; it then has only what was compared so far
     */
    public Verification verify(
            Experiment experiment, Optional<Origin> origin, Parameters parameters, BooleanSupplier cancelled) {
        return new Verification(
                compareOutputs(experiment, parameters, cancelled), replay(experiment, origin, cancelled));
    }

    private Verification.OutputCheck compareOutputs(
            Experiment experiment, Parameters parameters, BooleanSupplier cancelled) {
        // Deeplearning4j's outputs of a sequence are those from a zero state, in one slot
        Hyperparameters fed = experiment.stepByStep().hyperparameters();
        int before = fed.get(Settings.LAG) - 1;
        int steps = experiment.task().sequences().stream()
                .mapToInt(sequence -> sequence.steps() - before)
                .sum();
        Optional<Message> obstacle = parameters.layout().cell().obstacle(Cell.Library.DEEPLEARNING4J);
        if (obstacle.isPresent()) {
            return Verification.OutputCheck.none(steps, Message.of("verification.noSuchNetwork"));
        }
        Dl4jNetwork reference = new Dl4jNetwork(experiment, loading.apply(parameters));
        int stepsLeft = Math.max(1, MAX_TIMES / (before + 1));
        Parameters nudged = Nudge.of(parameters);
        int compared = 0;
        boolean isUnsteady = false;
        double largest = 0;
        for (int[] sequence : experiment.task().encoded()) {
            int count = Math.min(sequence.length - 1 - before, stepsLeft);
            if (count == 0 || cancelled.getAsBoolean()) {
                break;
            }
            Trace trace = Trace.of(parameters, fed, sequence, before, count);
            double[][] outputs = reference.outputs(sequence, count);
            Trace near = Trace.of(nudged, fed, sequence, before, count);
            int steady = 0;
            while (steady < count && Nudge.isSteady(Difference.largest(trace.outputs(steady), near.outputs(steady)))) {
                largest = Math.max(largest, Difference.largest(trace.outputs(steady), outputs[steady]));
                steady++;
            }
            isUnsteady |= steady < count;
            compared += steady;
            stepsLeft -= count;
        }
        long outputs = (long) compared * parameters.layout().outputs();
        return new Verification.OutputCheck(outputs, compared, steps, isUnsteady, largest, Optional.empty());
    }

    private Verification.ReplayCheck replay(Experiment experiment, Optional<Origin> origin, BooleanSupplier cancelled) {
        Hyperparameters hyperparameters = experiment.hyperparameters();
        Optional<Message> obstacle = EngineName.DL4J.obstacle(experiment.task(), hyperparameters);
        if (obstacle.isPresent()) {
            String settings = KernelOnly.words(hyperparameters);
            return Verification.ReplayCheck.none(Message.of("verification.kernelOnly", settings));
        }
        if (hyperparameters.get(Settings.EPOCHS) == 0) {
            return Verification.ReplayCheck.none(Message.of("verification.noUpdates"));
        }
        PairedEngine pair = new PairedEngine(engines.apply(EngineName.KERNEL), engines.apply(EngineName.DL4J));
        try (Training training = new Training(experiment, pair, origin)) {
            long end = System.nanoTime() + maxReplayNanos;
            do {
                training.advance();
            } while (!training.isFinished()
                    && pair.isSteady()
                    && pair.updates() < MAX_UPDATES
                    && System.nanoTime() - end < 0
                    && !cancelled.getAsBoolean());
            return new Verification.ReplayCheck(
                    pair.updates(), !pair.isSteady(), pair.lossDifference(), pair.weightDifference(), Optional.empty());
        }
    }
}
