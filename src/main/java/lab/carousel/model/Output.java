package lab.carousel.model;

import java.util.List;
import java.util.Optional;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.Target;
import lab.carousel.task.TargetKind;

/** What the K output units compute, and the loss that goes with it. */
public final class Output {

    /** The reference. */
    public static final Output SIGMOID =
            new Output("SIGMOID", Squashing.SIGMOID, Loss.BINARY_CROSS_ENTROPY, Optional.of("LossBinaryXENT"));

    public static final Output SOFTMAX =
            new Output("SOFTMAX", Squashing.SOFTMAX, Loss.CATEGORICAL_CROSS_ENTROPY, Optional.of("LossMCXENT"));

    public static final Output LINEAR =
            new Output("LINEAR", Squashing.LINEAR, Loss.SQUARED_ERROR, Optional.of("LossMSE"));

    public static final Output SQUARED =
            new Output("SQUARED", Squashing.SIGMOID, Loss.SQUARED_ERROR, Optional.of("LossMSE"));

    private static final List<Output> ALL = List.of(SIGMOID, SOFTMAX, LINEAR, SQUARED);

    private final String name;
    private final Squashing squashing;
    private final Loss loss;
    private final Optional<String> deeplearning4j;

    /** @param deeplearning4j the class of its loss there; empty if there is none */
    Output(String name, Squashing squashing, Loss loss, Optional<String> deeplearning4j) {
        this.name = name;
        this.squashing = squashing;
        this.loss = loss;
        this.deeplearning4j = deeplearning4j;
    }

    /** Those that can be chosen, in the order in which they are offered. */
    public static List<Output> all() {
        return ALL;
    }

    /** The first for such targets. */
    public static Output of(TargetKind targets) {
        return ALL.stream()
                .filter(output -> output.targets() == targets)
                .findFirst()
                .orElseThrow();
    }

    /** This one if it is for such targets, otherwise the first that is. */
    public Output fitting(TargetKind targets) {
        return targets() == targets ? this : of(targets);
    }

    /** Its name: its words, and the word for it in files, follow from it. */
    @Override
    public String toString() {
        return name;
    }

    public Squashing squashing() {
        return squashing;
    }

    public Loss loss() {
        return loss;
    }

    /** The class of its loss in Deeplearning4j; empty if there is none. */
    public Optional<String> deeplearning4j() {
        return deeplearning4j;
    }

    public TargetKind targets() {
        return loss.targets();
    }

    /** {@link Squashing#activate}. */
    public void activate(double[] z) {
        squashing.activate(z);
    }

    /** {@link Loss#of}. */
    public double loss(double[] z, Target target) {
        return loss.of(z, target, squashing);
    }

    /** {@link Loss#gradient}. */
    public void gradient(double[] y, Target target, double smoothing, double weight) {
        loss.gradient(y, target, squashing, smoothing, weight);
    }

    /** {@link Loss#floor}. */
    public double floor(MemorylessFloor floor) {
        return loss.floor(floor);
    }

    /** The index of the largest output, the first if there are several. */
    public static int argmax(double[] outputs) {
        int best = 0;
        for (int k = 1; k < outputs.length; k++) {
            if (outputs[k] > outputs[best]) {
                best = k;
            }
        }
        return best;
    }
}
