package lab.carousel.model.verdict;

import java.util.Arrays;
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
    /** For each line and each of its targets the least z(own) - z(that) over its steps; infinite without any. */
    private final double[][] least;

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
        for (double[] line : least) {
            Arrays.fill(line, Double.POSITIVE_INFINITY);
        }
    }

    /** The lines, when they are not needed any more. */
    double[][] lines() {
        return least;
    }

    /** Takes in a step of a row. */
    void add(int row, double[] netInputs) {
        double net = netInputs[plan.target(row)];
        double[] line = least[plan.line(row)];
        if (line.length == netInputs.length) {
            // With one index for both these are vector instructions
            for (int index = 0; index < line.length; index++) {
                line[index] = Math.min(line[index], net - netInputs[index]);
            }
        } else {
            int[] asked = plan.targetsOfRow(row);
            for (int index = 0; index < line.length; index++) {
                line[index] = Math.min(line[index], net - netInputs[asked[index]]);
            }
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
                    if (search.mayBeWorst(d, otherD) && plan.isThere(first + one) && plan.isThere(first + other)) {
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
