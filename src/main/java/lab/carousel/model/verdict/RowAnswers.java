package lab.carousel.model.verdict;

import java.util.Arrays;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.task.memory.Chains;

/**
 * How the steps of each row of a {@link PairSearch} are answered: all that is known of a row but the differences, which take
 * a thousand times as much.
 */
final class RowAnswers {

    private final PairSearch search;
    private final Chains chains;
    private final double[] margin;
    private final boolean[] wrong;
    /** At least the loss that any pair of the row is about. */
    private final double[] bound;

    /** Nothing yet. */
    RowAnswers(PairSearch search) {
        this.search = search;
        this.chains = search.chains();
        margin = new double[search.rows()];
        wrong = new boolean[search.rows()];
        bound = new double[search.rows()];
        Arrays.fill(margin, Double.POSITIVE_INFINITY);
    }

    /** Takes in a step of a row. */
    void add(int row, StepAnswer answer, double[] netInputs) {
        margin[row] = Math.min(margin[row], answer.margin());
        wrong[row] |= answer.isWrong(netInputs);
        bound[row] = Math.max(bound[row], LossBound.of(answer.leastDifference(netInputs)));
    }

    /** Whether a step of a row is wrong. */
    boolean isWrong(int row) {
        return wrong[row];
    }

    /** At least the loss that any pair of each row is about, once all steps are told: a new array. */
    double[] bounds(int from, int to) {
        return Arrays.copyOfRange(bound, from, to);
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
    }
}
