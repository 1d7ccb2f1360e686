package lab.carousel.study.verification;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.dl4j.Dl4jInference;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.Steps;
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
        Optional<Message> obstacle = parameters.layout().cell().obstacle(CellLibrary.DEEPLEARNING4J);
        if (obstacle.isPresent()) {
            return Verification.OutputCheck.none(steps, Message.of("verification.noSuchNetwork"));
        }
        Dl4jInference reference = new Dl4jInference(experiment, loading.apply(parameters));
        int stepsLeft = Math.max(1, MAX_TIMES / (before + 1));
        Parameters nudged = Nudge.of(parameters);
        int compared = 0;
        boolean isUnsteady = false;
        double largest = 0;
        for (Steps sequence : experiment.task().encoded()) {
            int count = Math.min(sequence.size() - before, stepsLeft);
            if (count == 0 || cancelled.getAsBoolean()) {
                break;
            }
            Trace trace = trace(parameters, fed, sequence, count);
            double[][] outputs = reference.outputs(sequence, count);
            Trace near = trace(nudged, fed, sequence, count);
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

    private static Trace trace(Parameters parameters, Hyperparameters fed, Steps sequence, int count) {
        FedSteps steps = FedSteps.of(parameters, fed, new Steps[] {sequence}, false);
        return steps.trace(0, steps.first(), count);
    }

    private Verification.ReplayCheck replay(Experiment experiment, Optional<Origin> origin, BooleanSupplier cancelled) {
        Hyperparameters hyperparameters = experiment.hyperparameters();
        Optional<Message> obstacle = EngineName.DL4J.obstacle(hyperparameters);
        if (obstacle.isPresent()) {
            String settings = Settings.kernelOnlyWords(hyperparameters);
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
                    && pair.isSteady
                    && pair.updates < MAX_UPDATES
                    && System.nanoTime() - end < 0
                    && !cancelled.getAsBoolean());
            return new Verification.ReplayCheck(
                    pair.updates, !pair.isSteady, pair.lossDifference, pair.weightDifference, Optional.empty());
        }
    }

    /**
     * Two engines that are given the same updates, one beside the other; keeps how far apart they come.
     *
     * <p>At a wild learning rate a rounding error can grow with every update until it is as large as the weights; two right
     * engines then come to different numbers. So the first engine trains a second time, from weights that are off by a few
     * rounding errors: as long as that changes next to nothing the training is steady, and only so long are the engines
     * compared.
     */
    static final class PairedEngine implements Engine {

        private final Engine first;
        private final Engine second;
        private int updates;
        /** Whether the training has been steady so far. */
        private boolean isSteady = true;
        /** The largest difference of the loss of an update that was compared. */
        private double lossDifference;
        /** The largest difference of a weight after the last update that was compared. */
        private double weightDifference;

        PairedEngine(Engine first, Engine second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public Trainer start(Experiment experiment, Parameters initial) {
            return new Pair(
                    first.start(experiment, initial),
                    second.start(experiment, initial),
                    first.start(experiment, Nudge.of(initial)));
        }

        private final class Pair implements Trainer {

            private final Trainer first;
            private final Trainer second;
            private final Trainer nudged;

            Pair(Trainer first, Trainer second, Trainer nudged) {
                this.first = first;
                this.second = second;
                this.nudged = nudged;
            }

            @Override
            public double update(Steps steps, int firstStep, int times, int slots) {
                double loss = first.update(steps, firstStep, times, slots);
                double other = second.update(steps, firstStep, times, slots);
                double near = nudged.update(steps, firstStep, times, slots);
                double[] weights = first.parameters().toArray();
                isSteady &= Nudge.isSteady(Difference.of(loss, near))
                        && Nudge.isSteady(
                                Difference.largest(weights, nudged.parameters().toArray()));
                if (isSteady) {
                    updates++;
                    lossDifference = Math.max(lossDifference, Difference.of(loss, other));
                    weightDifference =
                            Difference.largest(weights, second.parameters().toArray());
                }
                return loss;
            }

            @Override
            public void resetState() {
                all().forEach(Trainer::resetState);
            }

            @Override
            public Parameters parameters() {
                return first.parameters();
            }

            @Override
            public void setLearningRate(double rate) {
                all().forEach(trainer -> trainer.setLearningRate(rate));
            }

            @Override
            public void close() {
                all().forEach(Trainer::close);
            }

            private List<Trainer> all() {
                return List.of(first, second, nudged);
            }
        }
    }

    /**
     * Tells whether rounding errors matter: weights that are off by a few of them come to next to the same numbers, unless
     * what is computed blows them up from step to step. Then two right programs come to different numbers too.
     */
    static final class Nudge {

        /** As much as dozens of rounding errors together. */
        private static final double SIZE = 0x1p-46;
        /** How far apart the numbers are at most where nothing is blown up. */
        private static final double STEADY = Verification.TOLERANCE / 100;

        private Nudge() {}

        /** Parameters that are off by a few rounding errors, up and down in turn. */
        static Parameters of(Parameters parameters) {
            double[] nudged = parameters.toArray();
            for (int index = 0; index < nudged.length; index++) {
                nudged[index] *= index % 2 == 0 ? 1 + SIZE : 1 - SIZE;
            }
            return Parameters.of(parameters.layout(), nudged);
        }

        static boolean isSteady(double difference) {
            return difference <= STEADY;
        }
    }

    /** How far numbers are apart. */
    static final class Difference {

        private Difference() {}

        /** 0 if both are no numbers (both runs diverged), infinite if only one of them is. */
        static double of(double one, double other) {
            if (!Double.isFinite(one) && !Double.isFinite(other)) {
                return 0;
            }
            double difference = Math.abs(one - other);
            return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
        }

        static double largest(double[] ones, double[] others) {
            double largest = 0;
            for (int index = 0; index < ones.length; index++) {
                largest = Math.max(largest, of(ones[index], others[index]));
            }
            return largest;
        }
    }
}
