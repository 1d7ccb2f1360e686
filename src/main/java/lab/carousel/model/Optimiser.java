package lab.carousel.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lab.carousel.model.layout.Cell.Library;

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
            values -> new Update(
                    List.of(
                            new Constant("beta_1", Optimiser.ADAM_BETA1),
                            new Constant("beta_2", Optimiser.ADAM_BETA2),
                            new Constant("epsilon", Optimiser.EPSILON)),
                    List.of(
                            new Moment("exp_avg", 0, Optimiser.ADAM_BETA1),
                            new Moment("exp_avg_sq", 0, Optimiser.ADAM_BETA2)),
                    Optional.of((rate, powers) -> rate * Math.sqrt(1 - powers[1]) / (1 - powers[0])),
                    Optimiser::adam),
            Map.of(
                    Library.KERAS, Known.of("Adam", "beta_1", "beta_2", "epsilon"),
                    Library.PYTORCH, Known.of("Adam", "betas=(BETA_1, BETA_2)", "eps=EPSILON"),
                    Library.DEEPLEARNING4J, Known.of("Adam", "beta_1", "beta_2", "epsilon")));
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
            values -> new Update(
                    List.of(new Constant("decay", Optimiser.RMSPROP_DECAY), new Constant("epsilon", Optimiser.EPSILON)),
                    List.of(new Moment("square_avg", Optimiser.EPSILON, Optimiser.RMSPROP_DECAY)),
                    Optional.empty(),
                    Optimiser::rmsProp),
            Map.of(
                    Library.PYTORCH, Known.of("RMSprop", "alpha=DECAY", "eps=EPSILON"),
                    Library.DEEPLEARNING4J, Known.of("RmsProp", "decay", "epsilon")));
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
                    Library.KERAS, Known.of("SGD", "momentum"),
                    Library.PYTORCH, Known.of("SGD", "momentum=MOMENTUM"),
                    Library.DEEPLEARNING4J, Known.of("Sgd")));

    private static final List<Optimiser> ALL = List.of(ADAM, RMSPROP, SGD);

    public static final double ADAM_BETA1 = 0.9;
    public static final double ADAM_BETA2 = 0.999;
    public static final double RMSPROP_DECAY = 0.9;
    /** Keeps the divisions of Adam and RMSProp finite. */
    public static final double EPSILON = 1e-7;

    /**
     * What an optimiser does with some hyperparameters.
     *
     * @param constants its own
     * @param moments   what it keeps of the gradients, a number for each parameter
     * @param corrected the rate of an update, if it depends on how many there were
     */
    public record Update(
            List<Constant> constants, List<Moment> moments, Optional<CorrectedRate> corrected, Rule rule) {}

    /** @param name as Keras calls it */
    public record Constant(String name, double value) {}

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

    /** Changes a row of parameters, and of each of the moments, along the gradient {@code factor * vector}. */
    @FunctionalInterface
    public interface Rule {
        void change(double[] p, double[][] moments, double rate, double factor, double[] vector);
    }

    /**
     * An optimiser in a library.
     *
     * @param arguments besides the learning rate: names of constants, or what is written in PyTorch
     */
    public record Known(String name, List<String> arguments) {

        static Known of(String name, String... arguments) {
            return new Known(name, List.of(arguments));
        }

        /** Those that it is given. */
        public List<Constant> constants(Update update) {
            return update.constants().stream()
                    .filter(constant -> arguments.contains(constant.name()))
                    .toList();
        }
    }

    private final String name;
    private final Function<Hyperparameters, Update> update;
    private final Map<Library, Known> libraries;

    Optimiser(String name, Function<Hyperparameters, Update> update, Map<Library, Known> libraries) {
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

    public Update update(Hyperparameters values) {
        return update.apply(values);
    }

    /** Empty if the library has none that trains the same. */
    public Optional<Known> in(Library library) {
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

    private static Update descent(double momentum) {
        List<Constant> constants = List.of(new Constant("momentum", momentum));
        if (momentum == 0) {
            return new Update(constants, List.of(), Optional.empty(), (p, moments, rate, factor, vector) -> {
                for (int j = 0; j < p.length; j++) {
                    p[j] -= rate * (factor * vector[j]);
                }
            });
        }
        List<Moment> velocity = List.of(new Moment("momentum_buffer", 0, momentum));
        return new Update(constants, velocity, Optional.empty(), (p, moments, rate, factor, vector) -> {
            double[] v = moments[0];
            for (int j = 0; j < p.length; j++) {
                v[j] = momentum * v[j] - rate * (factor * vector[j]);
                p[j] += v[j];
            }
        });
    }
}
