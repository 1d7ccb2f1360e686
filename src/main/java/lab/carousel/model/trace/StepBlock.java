package lab.carousel.model.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import lab.carousel.model.Network;
import lab.carousel.model.Output;
import lab.carousel.model.OutputUnits;
import lab.carousel.model.layout.KernelRows;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;

/**
 * Some steps whose answers are found side by side, by as many threads as there are processors: where there are many
 * outputs they take most of the time, and those of one step do not depend on those of another. The numbers are the same for
 * any number of threads.
 */
final class StepBlock {

    /** So many numbers of outputs are kept at most: 2 MB. */
    private static final int MOST_NUMBERS = 250_000;

    private static final int MOST_STEPS = 512;
    /** Fewer steps are not worth a second thread. */
    private static final int FEW = 8;
    /** So many parts for each thread, as one may be busy with something else. */
    private static final int PARTS = 2;

    private final Parameters parameters;
    private final KernelRows kernels = new KernelRows();
    private final OutputUnits[] units;
    private final NetworkState shown;
    private final double[][] hidden;
    private final double[][] z;
    private final StepAnswer[] answers;
    private final int[] steps;
    private final int[] targets;
    private final List<ForkJoinTask<?>> underWay = new ArrayList<>();
    private int size;

    /** An empty block. */
    StepBlock(Parameters parameters, Output output) {
        this.parameters = parameters;
        kernels.read(parameters);
        int count = parameters.layout().outputs();
        int most = Math.max(1, Math.min(MOST_NUMBERS / count, MOST_STEPS));
        this.units = new OutputUnits[PARTS * Runtime.getRuntime().availableProcessors()];
        Arrays.setAll(units, part -> new OutputUnits(output, count));
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

    /** Begins to find the answers. */
    void start() {
        if (size < FEW) {
            find(0, 1);
            return;
        }
        for (int part = 0; part < units.length; part++) {
            int own = part;
            underWay.add(ForkJoinPool.commonPool().submit(() -> find(own, units.length)));
        }
    }

    /**
     * Shows all steps in order, when the answers are found; then there are none.
     *
     * @param observer sees them; of the state, h alone
     */
    void show(ForwardPass.AnswerObserver observer) {
        // The last one first: what no other thread has begun is done by this one
        for (int part = underWay.size() - 1; part >= 0; part--) {
            underWay.get(part).join();
        }
        underWay.clear();
        for (int row = 0; row < size; row++) {
            System.arraycopy(hidden[row], 0, shown.h, 0, shown.h.length);
            observer.step(steps[row], answers[row], z[row], shown);
        }
        size = 0;
    }

    private void find(int part, int parts) {
        for (int row = part; row < size; row += parts) {
            Network.outputNetInputs(parameters, kernels, hidden[row], z[row]);
            answers[row].find(units[part], z[row], targets[row]);
        }
    }
}
