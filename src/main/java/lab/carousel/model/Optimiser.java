package lab.carousel.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lab.carousel.model.layout.CellLibrary;

/**
 * How a gradient g becomes a change of a parameter p, with the learning rate r: declared by its constants, what it keeps of
 * the gradients, its update, and its names in libraries. Every engine computes exactly this, as Deeplearning4j does; that
 * is what makes them equal.
 */
public final class Optimiser {

    /**
     * Adam (Kingma and Ba 2015), in Keras's form: m and v start at 0, t counts the updates from 1, and
     *
     * <pre>
     *   m = beta1 m + (1 - beta1) g        v = beta2 v + (1 - beta2) g^2
     *   p = p - r sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon)
     * </pre>
     */
    public static final Optimiser ADAM = new Optimiser(
            "ADAM",
            values -> new OptimiserUpdate(
                    List.of(
                            new OptimiserConstant("beta_1", Optimiser.ADAM_BETA1),
                            new OptimiserConstant("beta_2", Optimiser.ADAM_BETA2),
                            new OptimiserConstant("epsilon", Optimiser.EPSILON)),
                    List.of(
                            new Moment("exp_avg", 0, Optimiser.ADAM_BETA1),
                            new Moment("exp_avg_sq", 0, Optimiser.ADAM_BETA2)),
                    Optional.of((rate, powers) -> rate * Math.sqrt(1 - powers[1]) / (1 - powers[0])),
                    Optimiser::adam),
            Map.of(
                    CellLibrary.KERAS, KnownOptimiser.of("Adam", "beta_1", "beta_2", "epsilon"),
                    CellLibrary.PYTORCH, KnownOptimiser.of("Adam", "betas=(BETA_1, BETA_2)", "eps=EPSILON"),
                    CellLibrary.DEEPLEARNING4J, KnownOptimiser.of("Adam", "beta_1", "beta_2", "epsilon")));
    /**
     * RMSProp (Hinton 2012), in Deeplearning4j's form: v starts at epsilon, and
     *
     * <pre>
     *   v = decay v + (1 - decay) g^2
     *   p = p - r g / (sqrt(v) + epsilon)
     * </pre>
     *
     * Keras has epsilon elsewhere, and trains something else.
     */
    public static final Optimiser RMSPROP = new Optimiser(
            "RMSPROP",
            values -> new OptimiserUpdate(
                    List.of(
                            new OptimiserConstant("decay", Optimiser.RMSPROP_DECAY),
                            new OptimiserConstant("epsilon", Optimiser.EPSILON)),
                    List.of(new Moment("square_avg", Optimiser.EPSILON, Optimiser.RMSPROP_DECAY)),
                    Optional.empty(),
                    Optimiser::rmsProp),
            Map.of(
                    CellLibrary.PYTORCH, KnownOptimiser.of("RMSprop", "alpha=DECAY", "eps=EPSILON"),
                    CellLibrary.DEEPLEARNING4J, KnownOptimiser.of("RmsProp", "decay", "epsilon")));
    /**
     * Gradient descent with momentum, in Keras's form; v starts at 0, and without momentum is not kept:
     *
     * <pre>
     *   v = momentum v - r g        p = p + v
     * </pre>
     */
    public static final Optimiser SGD = new Optimiser(
            "SGD",
            values -> descent(values.get(Settings.MOMENTUM)),
            Map.of(
                    CellLibrary.KERAS, KnownOptimiser.of("SGD", "momentum"),
                    CellLibrary.PYTORCH, KnownOptimiser.of("SGD", "momentum=MOMENTUM"),
                    CellLibrary.DEEPLEARNING4J, KnownOptimiser.of("Sgd")));

    private static final List<Optimiser> ALL = List.of(ADAM, RMSPROP, SGD);

    public static final double ADAM_BETA1 = 0.9;
    public static final double ADAM_BETA2 = 0.999;
    public static final double RMSPROP_DECAY = 0.9;
    /** Keeps the divisions of Adam and RMSProp finite. */
    public static final double EPSILON = 1e-7;

    /**
     * @param name  as PyTorch calls it
     * @param decay what an update keeps of it
     */
    public record Moment(String name, double start, double decay) {}

    /** The rate of an update from the learning rate and, for each moment, its decay to the power of the updates. */
    @FunctionalInterface
    public interface CorrectedRate {
        double of(double learningRate, double[] powers);
    }

    private final String name;
    private final Function<Hyperparameters, OptimiserUpdate> update;
    private final Map<CellLibrary, KnownOptimiser> libraries;

    Optimiser(
            String name,
            Function<Hyperparameters, OptimiserUpdate> update,
            Map<CellLibrary, KnownOptimiser> libraries) {
        this.name = name;
        this.update = update;
        this.libraries = libraries;
    }

    /** Those that can be chosen, in the order in which they are offered. */
    public static List<Optimiser> all() {
        return ALL;
    }

    /** Its name: its words, and the word for it in files, follow from it. */
    @Override
    public String toString() {
        return name;
    }

    public OptimiserUpdate update(Hyperparameters values) {
        return update.apply(values);
    }

    /** Empty if the library has none that trains the same. */
    public Optional<KnownOptimiser> in(CellLibrary library) {
        return Optional.ofNullable(libraries.get(library));
    }

    private static void adam(double[] p, double[][] moments, double rate, double factor, double[] vector) {
        double[] m = moments[0];
        double[] v = moments[1];
        for (int j = 0; j < p.length; j++) {
            double g = factor * vector[j];
            m[j] = ADAM_BETA1 * m[j] + (1 - ADAM_BETA1) * g;
            v[j] = ADAM_BETA2 * v[j] + (1 - ADAM_BETA2) * g * g;
            p[j] -= rate * m[j] / (Math.sqrt(v[j]) + EPSILON);
        }
    }

    private static void rmsProp(double[] p, double[][] moments, double rate, double factor, double[] vector) {
        double[] v = moments[0];
        for (int j = 0; j < p.length; j++) {
            double g = factor * vector[j];
            v[j] = RMSPROP_DECAY * v[j] + (1 - RMSPROP_DECAY) * g * g;
            p[j] -= rate * g / (Math.sqrt(v[j]) + EPSILON);
        }
    }

    private static OptimiserUpdate descent(double momentum) {
        List<OptimiserConstant> constants = List.of(new OptimiserConstant("momentum", momentum));
        if (momentum == 0) {
            return new OptimiserUpdate(constants, List.of(), Optional.empty(), (p, moments, rate, factor, vector) -> {
                for (int j = 0; j < p.length; j++) {
                    p[j] -= rate * (factor * vector[j]);
                }
            });
        }
        List<Moment> velocity = List.of(new Moment("momentum_buffer", 0, momentum));
        return new OptimiserUpdate(constants, velocity, Optional.empty(), (p, moments, rate, factor, vector) -> {
            double[] v = moments[0];
            for (int j = 0; j < p.length; j++) {
                v[j] = momentum * v[j] - rate * (factor * vector[j]);
                p[j] += v[j];
            }
        });
    }
}
