package lab.carousel.model.trace;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Operation;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;

/**
 * What a network does at the steps of some sequences, fed as in training. A step is fed once, as soon as it or a later one is
 * asked for, and its state is kept; gates are had by feeding a stretch again. Beyond {@value #MOST} numbers, 64 MB, only the
 * last states are kept, and those before them are fed again. Sequences and steps are counted from 0, the first step has a
 * whole lag before it. Safe for use by many threads.
 */
public final class FedSteps {

    private static final int MOST = 8_000_000;
    private static final double[][] NONE = {};

    private final Parameters parameters;
    private final Hyperparameters hyperparameters;
    private final Steps[] sequences;
    private final int[] order;
    private final boolean isCarriedOver;
    private final ForwardPass pass;
    private Operation operation = Operation.NONE;
    /** The sequence in which the operation is made; -1 for all. */
    private int only = -1;

    private final int first;
    /** The place of each sequence in the order. */
    private final int[] places;
    /** The state after each step, {@code [sequence][step][number]}; null where it is not kept. */
    private final double[][][] states;
    /** The place in the order of the sequence that is being fed, and its next step. */
    private int place = -1;

    private int next;
    private long kept;
    /** Fewer in tests. */
    int most = MOST;

    /**
     * Nothing is fed yet.
     *
     * @param order         in which the sequences are fed, each once
     * @param isCarriedOver whether one starts from the state that the one before left; otherwise each from zero
     */
    private FedSteps(
            Parameters parameters,
            Hyperparameters hyperparameters,
            Steps[] sequences,
            int[] order,
            boolean isCarriedOver) {
        this.parameters = parameters;
        this.hyperparameters = hyperparameters;
        this.sequences = sequences;
        this.order = order;
        this.isCarriedOver = isCarriedOver;
        this.pass = new ForwardPass(parameters, hyperparameters);
        this.first = hyperparameters.get(Settings.LAG) - 1;
        this.places = new int[sequences.length];
        Arrays.setAll(states = new double[sequences.length][][], s -> NONE);
        IntStream.range(0, order.length).forEach(each -> places[order[each]] = each);
    }

    /** The listed sequences, or the sample of a drawn task, of which each starts from zero. */
    public static FedSteps of(Experiment experiment, Parameters parameters) {
        return of(parameters, experiment.hyperparameters(), experiment.encoded(), experiment.carriesOver());
    }

    /** Sequences in the order in which they stand. */
    public static FedSteps of(
            Parameters parameters, Hyperparameters hyperparameters, Steps[] sequences, boolean isCarriedOver) {
        int[] order = IntStream.range(0, sequences.length).toArray();
        return new FedSteps(parameters, hyperparameters, sequences, order, isCarriedOver);
    }

    /** The same sequences in another order. */
    public FedSteps inOrder(int[] other) {
        return new FedSteps(parameters, hyperparameters, sequences, other, isCarriedOver);
    }

    /** The same with an operation. */
    public FedSteps with(Operation other) {
        FedSteps with = inOrder(order);
        with.operation = other;
        return with;
    }

    /** The same with an operation in one of the sequences. */
    public FedSteps with(Operation other, int s) {
        FedSteps with = with(other);
        with.only = s;
        return with;
    }

    public Parameters parameters() {
        return parameters;
    }

    public Hyperparameters hyperparameters() {
        return hyperparameters;
    }

    public int sequences() {
        return sequences.length;
    }

    public Steps steps(int s) {
        return sequences[s];
    }

    /** The first step of each sequence. */
    public int first() {
        return first;
    }

    /** The state after a step: h of all layers, behind it c where the cell has one. Not to be written to. */
    public synchronized double[] state(int s, int t) {
        if (states[s] == NONE || states[s][t] == null) {
            feed(s, t);
        }
        return states[s][t];
    }

    /** The outputs at a step, scored or not. */
    public synchronized double[] outputs(int s, int t) {
        return pass.outputs(state(s, t));
    }

    /** The largest outputs at a step, as many as are legal; or the numbers. */
    public Target predicted(int s, int t) {
        return sequences[s].target(t).highest(outputs(s, t));
    }

    /** The first number that is predicted at each step of a sequence from a step on; where numbers are wanted. */
    public double[] said(int s, int first) {
        return IntStream.range(first, steps(s).size())
                .mapToDouble(t -> predicted(s, t).number(0))
                .toArray();
    }

    /** The state that a step would meet if it were fed when it is the turn of step t. */
    public synchronized NetworkState before(int s, int t, int step) {
        seek(s, t);
        NetworkState state = new NetworkState(parameters.layout());
        state.startFrom(pass.before(step));
        return state;
    }

    /**
     * All that the network has in a stretch of a sequence.
     *
     * @throws IndexOutOfBoundsException if the sequence does not have the steps
     */
    public synchronized Trace trace(int s, int from, int count) {
        Objects.checkFromIndexSize(from - first, count, sequences[s].size() - first);
        Trace trace = new Trace(parameters.layout().cell(), sequences[s], from, count);
        each(s, from, count, (sequence, t, state) -> trace.keep(t - from, pass.outputs(state.h), state));
        return trace;
    }

    /** Shows all that the network has in a stretch of a sequence, gates among it. Must not ask for other steps meanwhile. */
    public synchronized void each(int s, int from, int count, StateObserver observer) {
        for (int t = from; t < from + count; t++) {
            observer.step(s, t, feed(s, t));
        }
    }

    /** Shows h and c after all steps, in the order fed. */
    public void each(StateObserver observer) {
        NetworkState state = new NetworkState(parameters.layout());
        int units = state.h.length;
        for (int s : order) {
            for (int t = first; t < sequences[s].size(); t++) {
                double[] numbers = state(s, t);
                System.arraycopy(numbers, 0, state.h, 0, units);
                System.arraycopy(numbers, units, state.c, 0, numbers.length - units);
                observer.step(s, t, state);
            }
        }
    }

    /** Feeds all that comes before a step. */
    private void seek(int s, int t) {
        int wanted = places[s];
        boolean isAhead = place == wanted ? next <= t : isCarriedOver && place >= 0 && place < wanted;
        if (!isAhead) {
            place = isCarriedOver ? 0 : wanted;
            next = first;
            pass.with(operation(-1)).reset();
            if (isCarriedOver) {
                pass.start(sequences, order);
            }
        }
        while (place < wanted || next < t) {
            if (next < sequences[order[place]].size()) {
                feedNext();
            } else {
                place++;
                next = first;
            }
        }
    }

    private Operation operation(int s) {
        return only < 0 || only == s ? operation : Operation.NONE;
    }

    private NetworkState feed(int s, int t) {
        seek(s, t);
        return feedNext();
    }

    /** The state is that of the slot of the step. */
    private NetworkState feedNext() {
        int s = order[place];
        NetworkState state = pass.with(operation(s)).step(sequences[s], next);
        if (kept >= most) {
            Arrays.fill(states, NONE);
            kept = 0;
        }
        if (states[s] == NONE) {
            states[s] = new double[sequences[s].size()][];
        }
        if (states[s][next] == null) {
            int units = state.h.length;
            double[] numbers = Arrays.copyOf(state.h, parameters.layout().cell().hasCellState() ? 2 * units : units);
            System.arraycopy(state.c, 0, numbers, units, numbers.length - units);
            states[s][next] = numbers;
            kept += numbers.length;
        }
        next++;
        return state;
    }
}
