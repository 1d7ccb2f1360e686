package lab.carousel.model.verdict;

import java.util.Arrays;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;

/**
 * States of a network, h and c of all layers, at the steps at which it predicts: how far apart two of them are, measured by
 * the root mean square distance of two different steps. Used again for each epoch; not thread-safe.
 */
final class StepStates {

    /** Most numbers of all steps together; of more nothing is measured. */
    static final int MOST = 10_000_000;

    private final int units;
    private final boolean hasCellState;
    private final int numbers;

    /** The state of the first step, from which all are measured: where all are equal each difference is exactly 0. */
    private final double[] first;

    private final double[] sums;
    private final double[] squares;
    /** The states kept, one after the other. */
    private double[] kept = new double[0];

    private int steps;
    private int size;

    /** What {@link #back} goes back to: sums, then squares, steps and size. */
    private double[] marked = new double[0];

    private boolean isMeasured;

    StepStates(ParameterLayout layout) {
        units = layout.allUnits();
        hasCellState = layout.cell().hasCellState();
        numbers = hasCellState ? 2 * units : units;
        first = new double[numbers];
        sums = new double[numbers];
        squares = new double[numbers];
    }

    /** Forgets all states, before those of so many steps. */
    void start(long expected) {
        isMeasured = expected * numbers <= MOST;
        steps = 0;
        size = 0;
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
    }

    /** Remembers which states there are. */
    void mark() {
        marked = Arrays.copyOf(sums, 2 * numbers + 2);
        System.arraycopy(squares, 0, marked, numbers, numbers);
        marked[2 * numbers] = steps;
        marked[2 * numbers + 1] = size;
    }

    /** Forgets the states that came after the {@link #mark}; there were some before. */
    void back() {
        System.arraycopy(marked, 0, sums, 0, numbers);
        System.arraycopy(marked, numbers, squares, 0, numbers);
        steps = (int) marked[2 * numbers];
        size = (int) marked[2 * numbers + 1];
    }

    /** Adds a step at which the network predicts. */
    void add(NetworkState state) {
        if (!isMeasured) {
            return;
        }
        steps++;
        if (steps == 1) {
            copy(state, first, 0);
            return;
        }
        add(state.h, 0);
        if (hasCellState) {
            add(state.c, units);
        }
    }

    private void add(double[] values, int from) {
        for (int unit = 0; unit < values.length; unit++) {
            double moved = values[unit] - first[from + unit];
            sums[from + unit] += moved;
            squares[from + unit] += moved * moved;
        }
    }

    /** The same where h and c are in one. */
    void add(double[] state) {
        steps += isMeasured ? 1 : 0;
        if (steps == 1) {
            System.arraycopy(state, 0, first, 0, numbers);
        } else if (isMeasured) {
            add(state, 0);
        }
    }

    /** Keeps a state to be compared; returns its number, from 0 on. */
    int keep(NetworkState state) {
        if (isMeasured) {
            if ((size + 1) * numbers > kept.length) {
                kept = Arrays.copyOf(kept, Math.max(2 * kept.length, (size + 2) * numbers));
            }
            copy(state, kept, size * numbers);
        }
        return size++;
    }

    private void copy(NetworkState state, double[] to, int from) {
        System.arraycopy(state.h, 0, to, from, units);
        if (hasCellState) {
            System.arraycopy(state.c, 0, to, from + units, units);
        }
    }

    /** The Euclidean distance of two states that are kept. */
    double distance(int one, int other) {
        return isMeasured ? distance(kept, one * numbers, kept, other * numbers) : 0;
    }

    /** How many pairs are kept, where states are kept two by two. */
    int pairs() {
        return size / 2;
    }

    /** The mean distance of the two states of a pair. */
    double apart() {
        double apart = 0;
        for (int pair = 0; pair < pairs(); pair++) {
            apart += distance(2 * pair, 2 * pair + 1);
        }
        return apart / pairs();
    }

    private double distance(double[] one, int from, double[] other, int otherFrom) {
        double sum = 0;
        for (int number = 0; number < numbers; number++) {
            double difference = one[from + number] - other[otherFrom + number];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /** The same distance of two states that are not kept. */
    double distance(double[] one, double[] other) {
        return distance(one, 0, other, 0);
    }

    /** The separation of two states that are kept. */
    double separation(int one, int other) {
        return separation(distance(one, other));
    }

    /** How many numbers of states are kept. */
    long kept() {
        return (long) size * numbers;
    }

    /** A distance over the root mean square distance of two steps: 0 if all states are equal, NaN if it is not measured. */
    double separation(double distance) {
        if (!isMeasured) {
            return Double.NaN;
        }
        double variances = 0;
        for (int number = 0; number < numbers; number++) {
            variances += squares[number] - sums[number] * (sums[number] / steps);
        }
        return distance == 0 ? 0 : distance / Math.sqrt(2 * variances / (steps - 1));
    }
}
