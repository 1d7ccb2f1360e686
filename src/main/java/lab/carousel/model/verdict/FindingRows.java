package lab.carousel.model.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.model.verdict.ForkFindings.Side;
import lab.carousel.task.Target;
import lab.carousel.task.memory.EpochMemory;

/**
 * The rows of an epoch as one network answers their steps, taken in as they are fed. A pair is worse the less either of its
 * d is, so of all steps of a row, which have one target y, only the least d = z(y) - z(y') for each other target y' is kept,
 * and that of its wrong steps. Where targets are sets, the same of d = z(k) or, where k is not legal, -z(k), for each symbol.
 */
final class FindingRows {

    private final EpochMemory epoch;
    private final List<EpochMemory.Row> rows;
    private final double[] margin;
    private final boolean[] wrong;
    /** For each row and each of its {@link EpochMemory.Row#symbols} the least d; then the same of the wrong steps. */
    private final double[] least;
    /** The step of each, the first in the order fed that has it. */
    private final int[] places;
    /** The rows of a part, one behind the other, beginning with the one that the part is named for. */
    private final int[] next;

    FindingRows(EpochMemory epoch) {
        this.epoch = epoch;
        this.rows = epoch.rows();
        this.margin = new double[rows.size()];
        this.wrong = new boolean[rows.size()];
        this.least = new double[2 * epoch.numbersOfRows()];
        this.places = new int[least.length];
        this.next = new int[rows.size()];
        Arrays.fill(margin, Double.POSITIVE_INFINITY);
        Arrays.fill(next, ForkFindings.NONE);
        Arrays.fill(least, Double.POSITIVE_INFINITY);
    }

    /** Adds the next step of a row; the number of its state is {@code step}. */
    void add(int row, int step, StepAnswer answer, double[] netInputs) {
        boolean isWrong = answer.isWrong(netInputs);
        margin[row] = Math.min(margin[row], answer.margin());
        wrong[row] |= isWrong;
        Target target = rows.get(row).target();
        int[] symbols = rows.get(row).symbols();
        double own = target.isSet() ? 0 : netInputs[target.index()];
        int first = rows.get(row).first();
        for (int place = 0; place < symbols.length; place++) {
            double z = netInputs[symbols[place]];
            double d = target.isSet() && target.includes(symbols[place]) ? z : own - z;
            take(first + place, d, step);
            if (isWrong) {
                take(least.length / 2 + first + place, d, step);
            }
        }
    }

    private void take(int number, double d, int step) {
        if (d < least[number] || (d == least[number] && step < places[number]) || Double.isNaN(d)) {
            least[number] = d;
            places[number] = step;
        }
    }

    /** Once all steps are taken in: adds them to the findings, under the number of each fork among all. */
    void addTo(IntUnaryOperator number, ForkFindings findings) {
        for (EpochMemory.Meeting meeting : epoch.meetings()) {
            int fork = number.applyAsInt(meeting.fork());
            for (int row = meeting.with(); row != ForkFindings.NONE; row = next[row]) {
                for (int with = meeting.part(); with != ForkFindings.NONE; with = next[with]) {
                    compare(fork, row, with, findings);
                }
            }
            for (int row = meeting.with(); row != ForkFindings.NONE; ) {
                int following = next[row];
                merge(meeting.part(), row);
                row = following;
            }
        }
    }

    private void compare(int fork, int one, int other, ForkFindings findings) {
        EpochMemory.Row row = rows.get(one);
        EpochMemory.Row with = rows.get(other);
        if (row.target().equals(with.target())) {
            return;
        }
        findings.addMargin(fork, Math.min(margin[one], margin[other]));
        if (!row.target().isSet()) {
            compare(fork, one, with.place(), other, row.place(), findings);
            return;
        }
        for (int place = 0; place < row.symbols().length; place++) {
            int symbol = row.symbols()[place];
            if (row.target().includes(symbol) != with.target().includes(symbol)) {
                compare(fork, one, place, other, place, findings);
                findings.addPair(fork, side(one, place, false), side(other, place, false), false);
            }
        }
    }

    /** @param place of the number of the one row that is told with {@code otherPlace} of the other */
    private void compare(int fork, int one, int place, int other, int otherPlace, ForkFindings findings) {
        if (wrong[one]) {
            findings.addPair(fork, side(one, place, true), side(other, otherPlace, false), true);
        }
        if (wrong[other]) {
            findings.addPair(fork, side(one, place, false), side(other, otherPlace, true), true);
        }
        if (!wrong[one] && !wrong[other]) {
            findings.addPair(fork, side(one, place, false), side(other, otherPlace, false), false);
        }
    }

    private Side side(int row, int place, boolean isWrong) {
        int number = (isWrong ? least.length / 2 : 0) + rows.get(row).first() + place;
        return new Side(rows.get(row).target(), least[number], places[number]);
    }

    /** Joins a row with the one of a part that has its target, or puts it behind all others. */
    private void merge(int part, int row) {
        int last = part;
        for (int with = part; with != ForkFindings.NONE; with = next[with]) {
            if (rows.get(with).target().equals(rows.get(row).target())) {
                join(with, row);
                return;
            }
            last = with;
        }
        next[last] = row;
        next[row] = ForkFindings.NONE;
    }

    private void join(int into, int row) {
        int first = rows.get(into).first();
        int other = rows.get(row).first();
        for (int from = 0; from < least.length; from += least.length / 2) {
            for (int place = from; place < from + rows.get(into).symbols().length; place++) {
                take(first + place, least[other + place], places[other + place]);
            }
        }
        margin[into] = Math.min(margin[into], margin[row]);
        wrong[into] |= wrong[row];
    }
}
