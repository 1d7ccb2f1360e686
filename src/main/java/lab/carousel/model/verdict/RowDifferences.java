package lab.carousel.model.verdict;

import lab.carousel.model.trace.KeptSteps;
import lab.carousel.task.memory.Chains;

/**
 * The rows of some groups of a {@link PairSearch} while their chains meet. What goes into the outputs is asked for only if
 * some pair may be the worst of its fork.
 */
final class RowDifferences {

    private static final double[] NOTHING = {};

    private final PairSearch search;
    private final Chains chains;
    private final RowAnswers answers;
    private final int from;
    private final int to;
    private final int[] meetings;
    /** For each row an upper bound of the loss that any pair of it is about. */
    private final double[] bound;

    /** For each chain, in the place of its first row, the largest of its rows. */
    private final double[] boundOfChain;

    /** For each row and each target of its group the least z(own) - z(that); of no meaning until somebody asks. */
    private double[] least;

    private boolean isFilled;

    /** Whether a step of the row was taken in. */
    private final boolean[] isTold;

    private int joinedUpTo;

    RowDifferences(PairSearch search, int from, int to, RowAnswers answers) {
        this.search = search;
        this.chains = search.chains();
        this.answers = answers;
        this.least = NOTHING;
        this.from = from;
        this.to = to;
        meetings = search.meetings(from, to);
        bound = answers.bounds(from, to);
        boundOfChain = bound.clone();
        isTold = new boolean[to - from];
    }

    /** At least the losses of any pair. */
    double mostLosses() {
        double most = Double.NEGATIVE_INFINITY;
        for (double one : bound) {
            most = Math.max(most, one);
        }
        return 2 * most;
    }

    /** Whether a row is one of these. */
    boolean has(int row) {
        return row >= from && row < to;
    }

    /** Takes in what goes into the outputs at a step of one of these rows. */
    void add(int row, double[] netInputs) {
        if (!isFilled && least.length < at(to)) {
            least = new double[at(to)];
        }
        isFilled = true;
        int[] asked = search.targets(row);
        double net = netInputs[search.target(row)];
        int at = at(row);
        if (isTold[row - from]) {
            for (int index = 0; index < asked.length; index++) {
                least[at + index] = Math.min(least[at + index], net - netInputs[asked[index]]);
            }
        } else {
            for (int index = 0; index < asked.length; index++) {
                least[at + index] = net - netInputs[asked[index]];
            }
        }
        isTold[row - from] = true;
    }

    private int at(int row) {
        return search.at(row, from);
    }

    /** Lets the rows meet, all steps of which were taken in. */
    void search(ForkFindings findings) {
        hearOfWorst(findings);
        for (int index = 0; index < meetings.length; index++) {
            if (mayTell(findings, meetings[index])) {
                joinUpTo(index);
                meet(findings, meetings[index]);
            }
        }
    }

    /**
     * The same, taking in the steps if that is needed.
     *
     * @param room numbers that may be written over, so that all groups together take no more memory than the largest
     * @return as many, or more
     */
    double[] search(ForkFindings findings, KeptSteps kept, double[] room) {
        least = room;
        if (findings.isEnoughOfAll(mostLosses())) {
            return room;
        }
        for (int index = 0; index < meetings.length; index++) {
            if (mayTell(findings, meetings[index])) {
                if (!isFilled) {
                    addAll(kept);
                    hearOfWorst(findings);
                }
                joinUpTo(index);
                meet(findings, meetings[index]);
            }
        }
        double[] used = least;
        least = NOTHING;
        return used;
    }

    private void addAll(KeptSteps kept) {
        for (int row = from; row < to; row++) {
            for (int place = search.firstStep(row); place < search.firstStep(row + 1); place++) {
                add(row, kept.netInputs(search.step(place)));
            }
        }
    }

    /** Whether a pair of a meeting may be the worst of its fork. */
    private boolean mayTell(ForkFindings findings, int meeting) {
        int larger = chains.larger(meeting) - from;
        double other = boundOfChain[chains.other(meeting) - from];
        boolean mayTell = !findings.isEnough(search.fork(meeting), boundOfChain[larger] + other);
        boundOfChain[larger] = Math.max(boundOfChain[larger], other);
        return mayTell;
    }

    /**
     * Finds a bad pair before all forks are gone through, so that there is little to be done for most. All rows of a group
     * that have different targets are a pair of some fork.
     */
    private void hearOfWorst(ForkFindings findings) {
        if (findings.tellsAll()) {
            return;
        }
        int worst = Chains.NONE;
        for (int row = from; row < to; row++) {
            boolean counts = answers.isWrong(row) || !findings.isAnyWrong();
            if (counts && (worst == Chains.NONE || bound[row - from] > bound[worst - from])) {
                worst = row;
            }
        }
        for (int row = from; row < to && worst != Chains.NONE; row++) {
            boolean isPair = search.isSameGroup(row, worst) && search.place(row) != search.place(worst);
            if (isPair) {
                findings.hearOfPair(least[at(row) + search.place(worst)], least[at(worst) + search.place(row)]);
            }
        }
    }

    private void meet(ForkFindings findings, int meeting) {
        int fork = search.fork(meeting);
        int start = chains.start(chains.larger(meeting));
        int begin = chains.start(chains.other(meeting));
        double ofChain = boundOfChain[chains.larger(meeting) - from];
        for (int at = begin; at < begin + chains.size(chains.other(meeting)); at++) {
            int row = chains.row(at);
            if (!findings.isEnough(fork, bound[row - from] + ofChain)) {
                for (int there = start; there < start + chains.length(meeting); there++) {
                    meet(findings, fork, chains.row(there), row);
                }
            }
        }
    }

    private void meet(ForkFindings findings, int fork, int there, int row) {
        int placeThere = search.place(there);
        int place = search.place(row);
        // Most pairs cannot be worse than the worst, whichever of their targets it is about
        if (place == placeThere || findings.isEnough(fork, bound[row - from] + bound[there - from])) {
            return;
        }
        findings.addPair(
                fork, least[at(row) + placeThere], least[at(there) + place], search.target(row), search.target(there));
    }

    /** Joins the rows that all meetings before one have joined. */
    private void joinUpTo(int end) {
        for (; joinedUpTo < end; joinedUpTo++) {
            int other = chains.other(meetings[joinedUpTo]);
            int begin = chains.start(other);
            for (int at = begin; at < begin + chains.size(other); at++) {
                if (chains.join(at) != Chains.NONE) {
                    join(chains.join(at), chains.row(at));
                }
            }
        }
    }

    private void join(int into, int row) {
        int atInto = at(into);
        int atRow = at(row);
        int width = search.targets(row).length;
        for (int index = 0; index < width; index++) {
            double low = least[atRow + index];
            if (low < least[atInto + index]) {
                least[atInto + index] = low;
            }
        }
        bound[into - from] = Math.max(bound[into - from], bound[row - from]);
    }
}
