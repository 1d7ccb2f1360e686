package lab.carousel.model.verdict;

import java.util.Arrays;

/**
 * All steps of a group of a {@link PairSearch} by their targets: any two with different targets are a pair of some fork, and
 * so the worst of all pairs is found without going through the forks. Which fork it is at is then asked only of the steps
 * with those targets.
 */
final class TargetPairs {

    private static final double[] NONE = {};

    private final PairSearch search;
    /** For each group and target the least z(own) - z(that) over its steps that are not wrong; empty where there is none. */
    private final double[][] right;

    /** The same over those that are wrong. */
    private final double[][] wrong;

    /** Nothing yet. */
    TargetPairs(PairSearch search) {
        this.search = search;
        right = new double[search.buckets()][];
        wrong = new double[search.buckets()][];
        Arrays.fill(right, NONE);
        Arrays.fill(wrong, NONE);
    }

    /** Takes in a step of a row. */
    void add(int row, boolean isWrong, double[] netInputs) {
        double[][] taken = isWrong ? wrong : right;
        int bucket = search.bucket(row);
        double net = netInputs[search.target(row)];
        double[] least = taken[bucket];
        int[] asked = search.targets(row);
        if (least.length == 0) {
            taken[bucket] = differences(net, netInputs, asked);
        } else if (asked.length == netInputs.length) {
            // With one index for all arrays these are vector instructions
            for (int index = 0; index < least.length; index++) {
                least[index] = Math.min(least[index], net - netInputs[index]);
            }
        } else {
            for (int index = 0; index < least.length; index++) {
                least[index] = Math.min(least[index], net - netInputs[asked[index]]);
            }
        }
    }

    private static double[] differences(double net, double[] netInputs, int[] asked) {
        double[] made = new double[asked.length];
        for (int index = 0; index < asked.length; index++) {
            made[index] = net - netInputs[asked[index]];
        }
        return made;
    }

    /** Lets the worst pair be heard of. */
    void tellWorst(ForkFindings findings) {
        for (int from = 0; from < right.length; from = search.endOfBuckets(from)) {
            for (int one = from; one < search.endOfBuckets(from); one++) {
                for (int other = from; other < one; other++) {
                    tell(findings, one, one - from, other, other - from);
                }
            }
        }
    }

    private void tell(ForkFindings findings, int one, int placeOne, int other, int placeOther) {
        if (!isThere(one) || !isThere(other)) {
            return;
        }
        double wrongOne = at(wrong[one], placeOther);
        double wrongOther = at(wrong[other], placeOne);
        double rightOne = at(right[one], placeOther);
        double rightOther = at(right[other], placeOne);
        double d = Math.min(wrongOne, rightOne);
        double otherD = Math.min(wrongOther, rightOther);
        if (findings.isAnyWrong()) {
            // One of the two must be wrong
            if (wrong[one].length > 0) {
                findings.hearOfPair(wrongOne, otherD);
            }
            if (wrong[other].length > 0) {
                findings.hearOfPair(d, wrongOther);
            }
        } else {
            findings.hearOfPair(d, otherD);
        }
    }

    private boolean isThere(int bucket) {
        return right[bucket].length + wrong[bucket].length > 0;
    }

    private static double at(double[] least, int place) {
        return least.length == 0 ? Double.POSITIVE_INFINITY : least[place];
    }

    /** For each group and target whether a pair with it may be the worst, once the worst has been heard of. */
    boolean[] asked(ForkFindings findings) {
        boolean[] isAsked = new boolean[right.length];
        for (int from = 0; from < right.length; from = search.endOfBuckets(from)) {
            ask(findings, from, isAsked);
        }
        return isAsked;
    }

    private void ask(ForkFindings findings, int from, boolean[] isAsked) {
        for (int one = from; one < search.endOfBuckets(from); one++) {
            for (int other = from; other < one; other++) {
                if (isThere(one) && isThere(other) && mayTell(findings, one, one - from, other, other - from)) {
                    isAsked[one] = true;
                    isAsked[other] = true;
                }
            }
        }
    }

    /** Whether a pair with these targets may be the worst, or make luck of what would be memory. */
    private boolean mayTell(ForkFindings findings, int one, int placeOne, int other, int placeOther) {
        double rightOne = at(right[one], placeOther);
        double rightOther = at(right[other], placeOne);
        double d = Math.min(at(wrong[one], placeOther), rightOne);
        double otherD = Math.min(at(wrong[other], placeOne), rightOther);
        return !findings.isEnoughOfWorst(d, otherD)
                || (right[one].length > 0 && right[other].length > 0 && !findings.isSurelyMemory(rightOne, rightOther));
    }
}
