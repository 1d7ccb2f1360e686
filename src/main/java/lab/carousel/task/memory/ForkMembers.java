package lab.carousel.task.memory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The contexts of a fork that are in one of its pairs, and how far back what tells them apart is. */
final class ForkMembers {

    private final EpochMemory epoch;
    private final Samples samples;
    private final int fork;
    private final Feeding feeding;

    ForkMembers(EpochMemory epoch, int fork, Feeding feeding) {
        this.epoch = epoch;
        this.samples = epoch.samples();
        this.fork = fork;
        this.feeding = feeding;
    }

    /** The smallest distance in the sequence to a symbol that tells a pair apart, or to where a context begins. */
    int depth() {
        int back = epoch.samples(fork);
        boolean begins = samples.back(epoch.place(fork, 0), back) == Samples.NONE;
        int alike = begins ? 0 : alike();
        if (!feeding.isCarriedOver()) {
            int seen = (back - 1) * feeding.slots() + feeding.lag();
            return begins ? seen : Math.max(back * feeding.slots() + alike, seen);
        }
        if (feeding.slots() == 1 && feeding.lag() == 1) {
            return back;
        }
        int least = Integer.MAX_VALUE;
        for (int at : places()) {
            least = Math.min(least, distance(at, back, alike));
        }
        return least;
    }

    private int distance(int at, int back, int alike) {
        int seen = samples.distance(at, back - 1) + feeding.lag();
        return samples.back(at, back) == Samples.NONE ? seen : Math.max(samples.distance(at, back) + alike, seen);
    }

    /** How many last symbols of the first sample that differs are alike in all contexts. */
    private int alike() {
        int alike = feeding.slots() > 1 || feeding.isCarriedOver() ? feeding.lag() - 1 : 0;
        int first = samples.back(epoch.place(fork, 0), epoch.samples(fork));
        for (int context = 1; context < epoch.contexts(fork) && alike > 0; context++) {
            int other = samples.back(epoch.place(fork, context), epoch.samples(fork));
            int common = 0;
            while (common < alike && samples.symbol(first, common) == samples.symbol(other, common)) {
                common++;
            }
            alike = common;
        }
        return alike;
    }

    /** The places of all steps in a pair, in the order of their contexts. */
    int[] places() {
        NumberList found = new NumberList();
        BitSet members = members();
        for (int context = members.nextSetBit(0); context >= 0; context = members.nextSetBit(context + 1)) {
            for (int at : epoch.alike(epoch.place(fork, context))) {
                found.add(at);
            }
        }
        return found.toArray();
    }

    /**
     * Exchanges at pairs of the fork, spread evenly.
     *
     * @param most how many at most, an even number
     */
    List<Exchange> exchanges(int most) {
        int[] members = members().stream().toArray();
        List<Exchange> found = new ArrayList<>();
        int tried = Math.min(members.length, most / 2);
        for (int round = 0; round < most && found.size() < most; round++) {
            int before = found.size();
            for (int index = 0; index < tried && found.size() < most; index++) {
                int first = (int) ((long) index * members.length / tried);
                add(members, first, round, found);
            }
            if (found.size() == before) {
                break;
            }
        }
        return found;
    }

    /** Adds the pair of a member with the next other one that comes after so many others and is in a pair with it. */
    private void add(int[] members, int first, int skipped, List<Exchange> found) {
        int left = skipped;
        for (int second = first + 1; second < members.length; second++) {
            int one = members[first];
            int other = members[second];
            boolean isPair = epoch.target(fork, one) != epoch.target(fork, other) && next(one) != next(other);
            if (isPair && left-- == 0) {
                found.addAll(List.of(Exchange.both(
                        samples,
                        feeding.lag(),
                        new int[] {epoch.place(fork, one), epoch.place(fork, other)},
                        new int[] {epoch.target(fork, one), epoch.target(fork, other)},
                        epoch.samples(fork))));
                return;
            }
        }
    }

    /** A context is in a pair if another target is outside its own child: outside those that share one sample more. */
    private BitSet members() {
        Map<Integer, Integer> all = counts(0, epoch.contexts(fork));
        BitSet members = new BitSet();
        int from = 0;
        while (from < epoch.contexts(fork)) {
            int to = endOfChild(from);
            Map<Integer, Integer> own = counts(from, to);
            for (int context = from; context < to; context++) {
                int target = epoch.target(fork, context);
                int othersOutside =
                        epoch.contexts(fork) - all.getOrDefault(target, 0) - (to - from - own.getOrDefault(target, 0));
                members.set(context, othersOutside > 0);
            }
            from = to;
        }
        return members;
    }

    private Map<Integer, Integer> counts(int from, int to) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int context = from; context < to; context++) {
            counts.merge(epoch.target(fork, context), 1, Integer::sum);
        }
        return counts;
    }

    private int endOfChild(int from) {
        int to = from + 1;
        while (to < epoch.contexts(fork) && next(to) == next(from)) {
            to++;
        }
        return to;
    }

    /** The number of the first sample that is not shared by all. */
    private int next(int context) {
        int at = samples.back(epoch.place(fork, context), epoch.samples(fork));
        return at == Samples.NONE ? Samples.NONE : samples.id(at);
    }
}
