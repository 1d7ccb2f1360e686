package lab.carousel.model.verdict;

import java.util.Optional;
import lab.carousel.model.function.Activation;
import org.jspecify.annotations.Nullable;

/**
 * All steps by group and target: any two of a group with different targets are a pair of some fork, and so the worst of all
 * pairs is found without going through the forks.
 */
final class TargetPairs {

    /** Losses that differ by less may be in another order when they are computed in another way. */
    static final double TIE = 1e-13;

    private final TargetPlan plan;
    /** For each line and each of its targets the least z(own) - z(that) over its steps; of no meaning without any. */
    private final double[][] least;

    private final boolean[] isBegun;

    /**
     * The worst pair.
     *
     * @param group  of its steps
     * @param one    the place of the target of the one step among those of the group
     * @param other  that of the other step
     * @param d      z(own) - z(the other's) at the one step
     * @param otherD the same at the other step
     * @param losses of both
     */
    record Worst(int group, int one, int other, double d, double otherD, double losses) {}

    /**
     * Nothing yet.
     *
     * @param used lines of the same plan that may be written over, or none
     */
    TargetPairs(TargetPlan plan, double[][] used) {
        this.plan = plan;
        this.least = used.length > 0 ? used : plan.newLines();
        this.isBegun = new boolean[least.length];
    }

    /** The lines, when they are not needed any more. */
    double[][] lines() {
        return least;
    }

    /**
     * Takes in a step.
     *
     * @param step its number in the order in which they are fed
     */
    void add(int step, int target, double[] netInputs) {
        double net = netInputs[target];
        int at = plan.line(step);
        double[] line = least[at];
        if (line.length != netInputs.length) {
            addSome(at, net, netInputs, plan.targetsOfStep(step));
        } else if (isBegun[at]) {
            // With one index for both these are vector instructions
            for (int index = 0; index < line.length; index++) {
                line[index] = Math.min(line[index], net - netInputs[index]);
            }
        } else {
            for (int index = 0; index < line.length; index++) {
                line[index] = net - netInputs[index];
            }
        }
        isBegun[at] = true;
    }

    private void addSome(int at, double net, double[] netInputs, int[] asked) {
        double[] line = least[at];
        for (int index = 0; index < line.length; index++) {
            double difference = net - netInputs[asked[index]];
            line[index] = isBegun[at] ? Math.min(line[index], difference) : difference;
        }
    }

    /** The worst pair, once all steps are taken in; empty if another one may be as bad, or if there is no telling. */
    Optional<Worst> worst() {
        Search search = new Search();
        for (int group = 0; group < plan.groups(); group++) {
            int first = plan.lines(group);
            int width = plan.targets(group).length;
            for (int one = 1; one < width; one++) {
                double[] line = least[first + one];
                for (int other = 0; other < one; other++) {
                    double d = line[other];
                    double otherD = least[first + other][one];
                    if (search.mayBeWorst(d, otherD) && isBegun[first + one] && isBegun[first + other]) {
                        search.take(group, one, other, d, otherD);
                    }
                }
            }
        }
        return search.isPlain ? Optional.ofNullable(search.worst) : Optional.empty();
    }

    /** The worst so far. */
    private static final class Search {

        @Nullable
        Worst worst;

        double most = Double.NEGATIVE_INFINITY;
        boolean isPlain = true;

        boolean mayBeWorst(double d, double otherD) {
            return !(LossBound.ofPair(d, otherD) < most) && !(LossBound.of(d) + LossBound.of(otherD) < most);
        }

        void take(int group, int one, int other, double d, double otherD) {
            double losses = Activation.softplus(-d) + Activation.softplus(-otherD);
            if (losses > most * (1 + TIE)) {
                worst = new Worst(group, one, other, d, otherD, losses);
                most = losses;
                isPlain = true;
            } else if (!(losses < most * (1 - TIE))) {
                isPlain = false;
            }
            if (!Double.isFinite(losses)) {
                // Nothing is greater: it stays so
                most = Double.POSITIVE_INFINITY;
                isPlain = false;
            }
        }
    }
}
