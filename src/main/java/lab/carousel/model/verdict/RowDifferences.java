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

    /** For each row, where its differences begin, and the place of its target among those of its group. */
    private final int[] at;

    private final int[] place;

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
        // Close together, because each pair asks for those of two rows
        at = new int[to - from];
        place = new int[to - from];
        for (int row = from; row < to; row++) {
            at[row - from] = search.at(row, from);
            place[row - from] = search.place(row);
        }
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
        if (!isFilled && least.length < search.at(to, from)) {
            least = new double[search.at(to, from)];
        }
        isFilled = true;
        int[] asked = search.targets(row);
        double net = netInputs[search.target(row)];
        int first = at[row - from];
        if (isTold[row - from]) {
            for (int index = 0; index < asked.length; index++) {
                least[first + index] = Math.min(least[first + index], net - netInputs[asked[index]]);
            }
        } else {
            for (int index = 0; index < asked.length; index++) {
                least[first + index] = net - netInputs[asked[index]];
            }
        }
        isTold[row - from] = true;
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
            boolean isPair = search.isSameGroup(row, worst) && place[row - from] != place[worst - from];
            if (isPair) {
                findings.hearOfPair(
                        least[at[row - from] + place[worst - from]], least[at[worst - from] + place[row - from]]);
            }
        }
    }

    private void meet(ForkFindings findings, int meeting) {
        int fork = search.fork(meeting);
        int start = chains.start(chains.larger(meeting));
        int begin = chains.start(chains.other(meeting));
        double ofChain = boundOfChain[chains.larger(meeting) - from];
        for (int member = begin; member < begin + chains.size(chains.other(meeting)); member++) {
            int row = chains.row(member);
            if (!findings.isEnough(fork, bound[row - from] + ofChain)) {
                meet(findings, fork, row, start, start + chains.length(meeting));
            }
        }
    }

    /** Lets a row meet those of a chain. */
    private void meet(ForkFindings findings, int fork, int row, int start, int end) {
        int[] targets = search.targets(row);
        double ownBound = bound[row - from];
        int ownAt = at[row - from];
        int own = place[row - from];
        for (int member = start; member < end; member++) {
            int there = chains.row(member) - from;
            int other = place[there];
            // Most pairs cannot be worse than the worst, whichever of their targets it is about
            if (other != own && !findings.isEnough(fork, ownBound + bound[there])) {
                findings.addPair(fork, least[ownAt + other], least[at[there] + own], targets[own], targets[other]);
            }
        }
    }

    /** Joins the rows that all meetings before one have joined. */
    private void joinUpTo(int end) {
        for (; joinedUpTo < end; joinedUpTo++) {
            int other = chains.other(meetings[joinedUpTo]);
            int begin = chains.start(other);
            for (int member = begin; member < begin + chains.size(other); member++) {
                if (chains.join(member) != Chains.NONE) {
                    join(chains.join(member), chains.row(member));
                }
            }
        }
    }

    private void join(int into, int row) {
        int atInto = at[into - from];
        int atRow = at[row - from];
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
