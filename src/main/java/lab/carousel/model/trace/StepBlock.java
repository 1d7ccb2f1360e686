package lab.carousel.model.trace;

import java.util.Arrays;
import java.util.stream.IntStream;
import lab.carousel.model.Network;
import lab.carousel.model.Output;
import lab.carousel.model.OutputUnits;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;

/**
 * Some steps whose answers are found side by side, by as many threads as there are processors: where there are many
 * outputs they take most of the time, and those of one step do not depend on those of another. The numbers are the same for
 * any number of threads.
 */
final class StepBlock {

    /** So many numbers of outputs are kept at most: 4 MB. */
    private static final int MOST_NUMBERS = 500_000;

    private static final int MOST_STEPS = 512;
    /** Fewer steps are not worth a second thread. */
    private static final int FEW = 8;

    private final Parameters parameters;
    private final OutputUnits[] units;
    private final NetworkState[] states;
    private final NetworkState shown;
    private final double[][] hidden;
    private final double[][] z;
    private final StepAnswer[] answers;
    private final int[] steps;
    private final int[] targets;
    private int size;

    /** An empty block. */
    StepBlock(Parameters parameters, Output output) {
        this.parameters = parameters;
        int count = parameters.layout().outputs();
        int most = Math.max(1, Math.min(MOST_NUMBERS / count, MOST_STEPS));
        int threads = Runtime.getRuntime().availableProcessors();
        this.units = new OutputUnits[threads];
        this.states = new NetworkState[threads];
        for (int thread = 0; thread < threads; thread++) {
            units[thread] = new OutputUnits(output, count);
            states[thread] = new NetworkState(parameters.layout());
        }
        this.shown = new NetworkState(parameters.layout());
        this.hidden = new double[most][parameters.layout().allUnits()];
        this.z = new double[most][count];
        this.answers = new StepAnswer[most];
        Arrays.setAll(answers, row -> new StepAnswer());
        this.steps = new int[most];
        this.targets = new int[most];
    }

    /** Takes in a step. */
    void add(int t, int target, NetworkState after) {
        steps[size] = t;
        targets[size] = target;
        System.arraycopy(after.h, 0, hidden[size], 0, after.h.length);
        size++;
    }

    boolean isFull() {
        return size == z.length;
    }

    /**
     * Finds the answers, and shows all steps in order; then there are none.
     *
     * @param observer sees them; of the state, h alone
     */
    void show(ForwardPass.AnswerObserver observer) {
        int parts = size < FEW ? 1 : units.length;
        IntStream all = IntStream.range(0, parts);
        (parts == 1 ? all : all.parallel()).forEach(part -> compute(part, parts));
        for (int row = 0; row < size; row++) {
            System.arraycopy(hidden[row], 0, shown.h, 0, shown.h.length);
            observer.step(steps[row], answers[row], z[row], shown);
        }
        size = 0;
    }

    private void compute(int part, int parts) {
        NetworkState state = states[part];
        for (int row = part; row < size; row += parts) {
            System.arraycopy(hidden[row], 0, state.h, 0, state.h.length);
            Network.outputNetInputs(parameters, state, z[row]);
            answers[row].find(units[part], z[row], targets[row]);
        }
    }
}
