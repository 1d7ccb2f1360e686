package lab.carousel.model.verdict;

import java.util.Arrays;
import lab.carousel.model.trace.KeptSteps;
import lab.carousel.task.memory.Chains;

/**
 * The rows of a group of a {@link PairSearch} while their chains meet, where hidden states were kept because there are many
 * outputs: as {@link RowDifferences}, but a difference is only computed where a pair may be the worst of its fork.
 */
final class ScreenedRows {

    /** It takes less to look at the pairs of fewer steps. */
    private static final int FEW = 24;

    private final PairSearch search;
    private final Chains chains;
    private final KeptSteps kept;
    private final int from;
    /** Where the steps of these rows begin, and what goes into the output of the target at each. */
    private final int begin;

    private final double[] own;
    /** For each row an upper bound of the loss that any pair of it is about, and of the losses of both steps of any. */
    private final double[] bound;

    private final double[] boundOfBoth;
    /** For each chain, in the place of its first row, the largest of its rows. */
    private final double[] boundOfChain;

    private final double[] boundOfBothOfChain;
    /** For each row the first that was joined with it, and for each that was, the next one. */
    private final int[] joined;

    private final int[] nextJoined;
    private final int[] lastJoined;

    /**
     * The rows of a group.
     *
     * @param screen of the kept steps, which nobody else needs meanwhile
     */
    ScreenedRows(PairSearch search, int from, int to, RowAnswers answers, KeptSteps kept, PairScreen screen) {
        this.search = search;
        this.chains = search.chains();
        this.kept = kept;
        this.from = from;
        bound = answers.bounds(from, to);
        boundOfBoth = new double[to - from];
        begin = search.firstStep(from);
        own = new double[search.firstStep(to) - begin];
        for (int row = from; row < to; row++) {
            for (int place = search.firstStep(row); place < search.firstStep(row + 1); place++) {
                own[place - begin] = kept.netInput(search.step(place), search.target(row));
            }
        }
        screen(to, screen);
        boundOfChain = bound.clone();
        boundOfBothOfChain = boundOfBoth.clone();
        joined = new int[to - from];
        nextJoined = new int[to - from];
        lastJoined = new int[to - from];
        Arrays.fill(joined, Chains.NONE);
        Arrays.fill(nextJoined, Chains.NONE);
    }

    private void screen(int to, PairScreen screen) {
        int count = own.length;
        if (count < FEW) {
            Arrays.fill(boundOfBoth, Double.POSITIVE_INFINITY);
            return;
        }
        int[] rowOf = new int[count];
        for (int row = from; row < to; row++) {
            Arrays.fill(rowOf, search.firstStep(row) - begin, search.firstStep(row + 1) - begin, row);
        }
        int[] placeOfTarget = Arrays.stream(rowOf).map(search::place).toArray();
        int[] begins = Kinds.begins(placeOfTarget, search.targets(from).length);
        int[] places = Kinds.sorted(placeOfTarget, begins);
        int[] steps =
                Arrays.stream(places).map(place -> search.step(begin + place)).toArray();
        int[] targets =
                Arrays.stream(places).map(place -> search.target(rowOf[place])).toArray();
        double[] inputs = Arrays.stream(places).mapToDouble(place -> own[place]).toArray();
        screen.look(steps, targets, inputs);
        for (int index = 0; index < count; index++) {
            int row = rowOf[places[index]] - from;
            boundOfBoth[row] = Math.max(boundOfBoth[row], screen.mostLosses(index));
        }
    }

    /** Lets the rows meet. */
    void search(ForkFindings findings, int to) {
        for (int meeting : search.meetings(from, to)) {
            meetChain(findings, meeting);
            join(meeting);
        }
    }

    private void meetChain(ForkFindings findings, int meeting) {
        int fork = search.fork(meeting);
        int larger = chains.larger(meeting);
        int other = chains.other(meeting);
        int begin = chains.start(other);
        int start = chains.start(larger);
        double ofLarger = boundOfChain[larger - from];
        double ofBoth = Math.min(boundOfBothOfChain[larger - from], boundOfBothOfChain[other - from]);
        if (findings.isEnough(fork, Math.min(ofBoth, ofLarger + boundOfChain[other - from]))) {
            return;
        }
        for (int member = begin; member < begin + chains.size(other); member++) {
            int row = chains.row(member);
            if (!findings.isEnough(fork, Math.min(boundOfBoth[row - from], bound[row - from] + ofLarger))) {
                meetRow(findings, fork, row, start, start + chains.length(meeting));
            }
        }
    }

    /** Lets a row meet those of a chain. */
    private void meetRow(ForkFindings findings, int fork, int row, int start, int end) {
        double ownBound = bound[row - from];
        int target = search.target(row);
        for (int member = start; member < end; member++) {
            int there = chains.row(member);
            int otherTarget = search.target(there);
            double most = Math.min(boundOfBoth[there - from], ownBound + bound[there - from]);
            if (otherTarget != target && !findings.isEnough(fork, most)) {
                findings.addPair(fork, least(row, otherTarget), least(there, target), target, otherTarget);
            }
        }
    }

    /** The least z(own) - z(that) of a row and all that were joined with it. */
    private double least(int row, int target) {
        double least = Double.NaN;
        for (int place = search.firstStep(row); place < search.firstStep(row + 1); place++) {
            double difference = own[place - begin] - kept.netInput(search.step(place), target);
            least = place == search.firstStep(row) ? difference : Math.min(least, difference);
        }
        for (int other = joined[row - from]; other != Chains.NONE; other = nextJoined[other - from]) {
            double low = least(other, target);
            least = low < least ? low : least;
        }
        return least;
    }

    private void join(int meeting) {
        int larger = chains.larger(meeting) - from;
        int other = chains.other(meeting);
        boundOfChain[larger] = Math.max(boundOfChain[larger], boundOfChain[other - from]);
        boundOfBothOfChain[larger] = Math.max(boundOfBothOfChain[larger], boundOfBothOfChain[other - from]);
        int begin = chains.start(other);
        for (int member = begin; member < begin + chains.size(other); member++) {
            if (chains.join(member) != Chains.NONE) {
                join(chains.join(member) - from, chains.row(member));
            }
        }
    }

    private void join(int into, int row) {
        if (joined[into] == Chains.NONE) {
            joined[into] = row;
        } else {
            nextJoined[lastJoined[into] - from] = row;
        }
        lastJoined[into] = row;
        bound[into] = Math.max(bound[into], bound[row - from]);
        boundOfBoth[into] = Math.max(boundOfBoth[into], boundOfBoth[row - from]);
    }
}
