package lab.carousel.model.verdict;

import java.util.Arrays;
import lab.carousel.model.function.Activation;
import lab.carousel.model.trace.KeptSteps;
import lab.carousel.task.memory.ForkSpans;

/**
 * The right steps of which a pair may be luck, because what goes into their target is hardly more than what goes into
 * another: where both steps of a pair are right it is luck only if it is close at both. Such steps are few.
 */
final class LuckyPairs {

    /** Pairs with smaller losses are memory, those with larger ones luck. */
    private static final double LUCK = (1 - Verdict.LEAST_BITS) * ForkFindings.NO_BITS;
    /** With a larger difference one loss is below {@link #LUCK} less the most that the other can be, which is ln 2. */
    static final double CLOSE = 0.31;

    private final TargetPlan plan;
    private final KeptSteps kept;
    private final int[] steps;
    private int size;
    /** How many pairs may still be looked at. */
    private int left;

    private boolean isPlain = true;
    /** Their steps sorted by row; begins where the row says. */
    private int[] sorted = {};

    private int[] begins = {};

    /** None yet. */
    LuckyPairs(TargetPlan plan, KeptSteps kept) {
        this.plan = plan;
        this.kept = kept;
        this.steps = new int[plan.steps()];
        this.left = 4 * steps.length;
    }

    /** Whether no pair with these losses is luck, for certain. */
    static boolean isNone(double losses) {
        return losses < LUCK * (1 - LossBound.MARGIN);
    }

    /** Takes in a step, by its number in the order in which they are fed. */
    void add(int step) {
        steps[size++] = step;
    }

    private void sort() {
        int[] rows = new int[size];
        Arrays.setAll(rows, index -> plan.row(steps[index]));
        begins = Kinds.begins(rows, plan.rows());
        sorted = Kinds.sorted(rows, begins);
    }

    /** Whether a pair of a fork whose steps are all right is luck, once all steps are taken in. */
    boolean isAt(int fork) {
        ForkSpans spans = plan.spans();
        if (begins.length == 0) {
            sort();
        }
        int end = begins[spans.to(fork)];
        for (int one = begins[spans.from(fork)]; one < end && isPlain; one++) {
            int step = steps[sorted[one]];
            int row = plan.row(step);
            for (int other = one + 1; other < end && isPlain; other++) {
                int otherStep = steps[sorted[other]];
                int otherRow = plan.row(otherStep);
                isPlain = --left > 0;
                if (plan.target(row) != plan.target(otherRow)
                        && isLuck(step, otherStep)
                        && spans.fork(row, otherRow) == fork) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether nothing that was asked was too close to call, or too much. */
    boolean isPlain() {
        return isPlain;
    }

    private boolean isLuck(int step, int other) {
        int target = plan.target(plan.row(step));
        int otherTarget = plan.target(plan.row(other));
        double losses = loss(step, target, otherTarget) + loss(other, otherTarget, target);
        isPlain &= Math.abs(losses - LUCK) > LUCK * LossBound.MARGIN;
        return losses > LUCK;
    }

    private double loss(int step, int target, int otherTarget) {
        double[] z = kept.netInputs(step);
        return Activation.softplus(z[otherTarget] - z[target]);
    }
}
