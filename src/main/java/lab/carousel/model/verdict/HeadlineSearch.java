package lab.carousel.model.verdict;

import java.util.Arrays;
import java.util.Optional;
import lab.carousel.model.function.Activation;
import lab.carousel.model.trace.KeptSteps;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.task.memory.ForkSpans;

/**
 * Finds what is said first of an evaluation without looking at each fork: the worst of all pairs, the fork that it is at,
 * and how many forks are remembered. Where that is not plain, because pairs are equally bad or very many are close, it says
 * so; then each fork must be looked at.
 */
final class HeadlineSearch {

    private static final int NONE = -1;
    /** So many pairs are looked at if they may all be the worst. */
    private static final int MOST_PAIRS = 64;

    private final TargetPlan plan;
    private final KeptSteps kept;
    private final TargetPairs pairs;
    private final LuckyPairs lucky;
    private final boolean[] wrong;
    private boolean isAnyWrong;
    private int fed;

    /**
     * Nothing yet.
     *
     * @param kept the steps in the order in which they are fed, once all are
     */
    HeadlineSearch(TargetPlan plan, KeptSteps kept, TargetPairs pairs) {
        this.plan = plan;
        this.kept = kept;
        this.pairs = pairs;
        this.lucky = new LuckyPairs(plan, kept);
        this.wrong = new boolean[plan.rows()];
    }

    /** Takes in the next step of a row. */
    void add(StepAnswer answer, double[] netInputs) {
        if (answer.isWrong(netInputs)) {
            wrong[plan.row(fed)] = true;
            isAnyWrong = true;
        } else if (answer.isClose(netInputs, LuckyPairs.CLOSE)) {
            lucky.add(fed);
        }
        pairs.add(fed, answer.target(), netInputs);
        fed++;
    }

    /** What is said first, once all steps are taken in and kept; empty if each fork must be looked at. */
    Optional<Headline> headline() {
        return pairs.worst().flatMap(this::headline);
    }

    private Optional<Headline> headline(TargetPairs.Worst worst) {
        int fork = fork(worst);
        if (fork == NONE) {
            return Optional.empty();
        }
        ForkSpans.Marks marks = plan.spans().new Marks(wrong);
        boolean isWrong = marks.isIn(fork);
        int remembered = isAnyWrong == isWrong ? remembered(marks, LuckyPairs.isNone(worst.losses())) : NONE;
        double bits = ForkFindings.bits(worst.losses());
        return remembered == NONE
                ? Optional.empty()
                : Optional.of(new Headline(fork, ForkFindings.verdict(isWrong, bits), bits, remembered));
    }

    /** The fork of the worst pair; {@link #NONE} if others may be as bad. */
    private int fork(TargetPairs.Worst worst) {
        int[] ones = asBad(worst.group(), worst.one(), worst.other(), worst.losses(), worst.otherD());
        int[] others = asBad(worst.group(), worst.other(), worst.one(), worst.losses(), worst.d());
        long asBad = (long) ones.length * others.length;
        // None where numbers are so large that rounding hides even the worst one
        if (asBad == 0 || asBad > MOST_PAIRS) {
            return NONE;
        }
        int fork = plan.spans().fork(plan.row(ones[0]), plan.row(others[0]));
        for (int one : ones) {
            for (int other : others) {
                if (plan.spans().fork(plan.row(one), plan.row(other)) != fork) {
                    return NONE;
                }
            }
        }
        return fork;
    }

    /** The steps of a target that make a pair as bad as the worst, with the worst step of the other target. */
    private int[] asBad(int group, int place, int otherPlace, double losses, double otherD) {
        int[] steps = plan.steps(plan.lines(group) + place);
        if (steps.length == 1) {
            return steps;
        }
        int target = plan.targets(group)[place];
        int otherTarget = plan.targets(group)[otherPlace];
        double most = LossBound.largestDifference(losses * (1 - TargetPairs.TIE) - Activation.softplus(-otherD));
        int found = 0;
        for (int step : steps) {
            double[] z = kept.netInputs(step);
            if (z[target] - z[otherTarget] <= most) {
                steps[found++] = step;
            }
        }
        return Arrays.copyOf(steps, found);
    }

    private int remembered(ForkSpans.Marks marks, boolean isNoneLucky) {
        int remembered = 0;
        for (int fork = 0; fork < plan.spans().forks(); fork++) {
            remembered += marks.isIn(fork) || (!isNoneLucky && lucky.isAt(fork)) ? 0 : 1;
        }
        return isNoneLucky || lucky.isPlain() ? remembered : NONE;
    }
}
