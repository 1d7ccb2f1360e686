package lab.carousel.model.verdict;

import java.util.Arrays;
import lab.carousel.task.memory.Chains;
import org.jspecify.annotations.Nullable;

/**
 * How the steps of each row of a {@link PairSearch} are answered: all that is known of a row but the differences, which take
 * a thousand times as much.
 */
final class RowAnswers {

    /** More than any loss of which the sum is looked at. */
    private static final double ANY_LOSS = 1e300;

    private final PairSearch search;
    private final Chains chains;
    private final double[] margin;
    private final boolean[] wrong;
    /** At least the loss that any pair of the row is about. */
    private final double[] bound;

    /** By their targets, where these are few. */
    private final @Nullable TargetPairs pairs;

    /** Of which groups and targets, if that is known; empty for all. */
    private boolean[] asked = {};

    /** Nothing yet. */
    RowAnswers(PairSearch search) {
        this.search = search;
        this.pairs = search.buckets() > 0 ? new TargetPairs(search) : null;
        this.chains = search.chains();
        margin = new double[search.rows()];
        wrong = new boolean[search.rows()];
        bound = new double[search.rows()];
        Arrays.fill(margin, Double.POSITIVE_INFINITY);
    }

    /** Takes in a step of a row. */
    void add(int row, StepAnswer answer, double[] netInputs) {
        boolean isWrong = answer.isWrong(netInputs);
        add(row, answer.margin(), isWrong);
        if (pairs != null) {
            pairs.add(row, isWrong, netInputs);
        } else {
            bound[row] = Math.max(bound[row], answer.lossBound(netInputs));
        }
    }

    private void add(int row, double stepMargin, boolean isWrong) {
        margin[row] = Math.min(margin[row], stepMargin);
        wrong[row] |= isWrong;
    }

    /** Takes in a step of a row with a margin and an answer of its own, for tests. */
    void add(int row, double stepMargin, boolean isWrong, double[] netInputs) {
        add(row, stepMargin, isWrong);
        if (pairs != null) {
            pairs.add(row, isWrong, netInputs);
        }
        bound[row] = Math.max(bound[row], LossBound.of(StepAnswer.margin(netInputs, search.target(row))));
    }

    /** Whether a step of a row is wrong. */
    boolean isWrong(int row) {
        return wrong[row];
    }

    /** At least the loss that any pair of each row is about, once all steps are told: a new array. */
    double[] bounds(int from, int to) {
        double[] bounds = Arrays.copyOfRange(bound, from, to);
        for (int row = from; row < to && pairs != null; row++) {
            bounds[row - from] = asked.length == 0 || asked[search.bucket(row)] ? ANY_LOSS : Double.NEGATIVE_INFINITY;
        }
        return bounds;
    }

    /** Whether the worst of all pairs is known already, and only its fork is not. */
    boolean isWorstHeardOf() {
        return asked.length > 0;
    }

    /** Whether some pair of a group may tell something, once all steps are told. */
    boolean isAsked(int from) {
        if (asked.length == 0) {
            return true;
        }
        int first = search.firstBucket(from);
        for (int bucket = first; bucket < search.endOfBuckets(first); bucket++) {
            if (asked[bucket]) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells the steps of each row that is in a pair, once all steps are taken in: where two chains meet, of each row but one
     * whose target is that of the whole other chain.
     */
    void tellSteps(ForkFindings findings) {
        double[] ofRow = margin.clone();
        boolean[] wrongRow = wrong.clone();
        // Of all rows of a chain, in the place of its first
        double[] ofChain = margin.clone();
        boolean[] wrongChain = wrong.clone();
        for (int meeting = 0; meeting < chains.meetings(); meeting++) {
            int fork = search.fork(meeting);
            int larger = chains.larger(meeting);
            int other = chains.other(meeting);
            int begin = chains.start(other);
            int same = chains.size(other) == 1 ? chains.join(begin) : Chains.NONE;
            if (same == Chains.NONE) {
                findings.addStep(fork, ofChain[larger], wrongChain[larger]);
            } else if (!findings.isToldOf(fork, ofChain[larger], wrongChain[larger])) {
                int start = chains.start(larger);
                for (int at = start; at < start + chains.length(meeting); at++) {
                    if (chains.row(at) != same) {
                        findings.addStep(fork, ofRow[chains.row(at)], wrongRow[chains.row(at)]);
                    }
                }
            }
            boolean isAlone = chains.length(meeting) == 1;
            if (!isAlone) {
                findings.addStep(fork, ofChain[other], wrongChain[other]);
            }
            for (int at = begin; at < begin + chains.size(other); at++) {
                int row = chains.row(at);
                int joined = chains.join(at);
                if (joined != Chains.NONE) {
                    ofRow[joined] = Math.min(ofRow[joined], ofRow[row]);
                    wrongRow[joined] |= wrongRow[row];
                } else if (isAlone) {
                    findings.addStep(fork, ofRow[row], wrongRow[row]);
                }
            }
            ofChain[larger] = Math.min(ofChain[larger], ofChain[other]);
            wrongChain[larger] |= wrongChain[other];
        }
        if (pairs != null && !findings.tellsAll()) {
            pairs.tellWorst(findings);
            asked = pairs.asked(findings);
        }
    }
}
