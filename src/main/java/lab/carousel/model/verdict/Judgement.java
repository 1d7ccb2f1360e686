package lab.carousel.model.verdict;

import java.util.List;
import java.util.Optional;
import lab.carousel.task.JudgedForecast;
import lab.carousel.task.memory.Memory;

/**
 * What an evaluation says about memory, in numbers: that of the worst fork.
 *
 * @param bits      of the worst pair of the worst fork, at most 1; of a drawn task the mean; NaN if there is no fork,
 *     or if it is not known
 * @param separation of that pair in the state: the distance of the two states over the root mean square distance of two
 *     steps; of a drawn task the mean; NaN if there is no fork, or if it is not measured
 * @param separationBefore the same of the same pair in the untrained network
 * @param stepsBack how far back what must be remembered is
 * @param fork      whose distance that is, its number in the {@link Memory}; {@value Memory#NONE} if there is none that
 *     stays, or if it is not known; of a forecast the floors that it does not beat, a bit for each in their order
 * @param outside   what is said of steps outside the forks
 * @param pairs     whose share is the verdict of a drawn task; {@link JudgedPairs#NONE} elsewhere
 */
public record Judgement(
        Verdict verdict,
        double bits,
        double separation,
        double separationBefore,
        MemoryDistance stepsBack,
        int fork,
        JudgedForks forks,
        StepsOutside outside,
        JudgedPairs pairs) {

    /** No verdict: the task is too large for one ({@link lab.carousel.model.Experiment#tooLarge}). */
    public static final Judgement NONE = without(Verdict.NOT_YET, new StepsOutside(0, 0, 0));

    static Judgement withoutForks(StepsOutside outside) {
        Verdict verdict = outside.unknowable() > 0 ? Verdict.CANNOT_BE_KNOWN : Verdict.NEEDS_NO_MEMORY;
        return without(verdict, outside);
    }

    /** The same where numbers are wanted: by how many of the floors of the task the loss is under. */
    Judgement byFloors(int under, int floors) {
        return new Judgement(
                Verdict.BY_FLOORS,
                Double.NaN,
                separation,
                separationBefore,
                stepsBack,
                Memory.NONE,
                new JudgedForks(floors, under),
                outside,
                JudgedPairs.NONE);
    }

    /** How good a forecast is. */
    static Judgement of(JudgedForecast forecast, int steps) {
        int beaten = forecast.floors() - Integer.bitCount(forecast.notBeaten());
        return new Judgement(
                Verdict.valueOf(forecast.verdict()),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                MemoryDistance.of(0),
                forecast.notBeaten(),
                new JudgedForks(forecast.floors(), beaten),
                new StepsOutside(0, 0, steps),
                JudgedPairs.NONE);
    }

    /** How many floors the loss is under; empty where the verdict is not by floors. */
    public Optional<Integer> floorsUnder() {
        return verdict.tellsFloors() ? Optional.of(forks.remembered()) : Optional.empty();
    }

    private static Judgement without(Verdict verdict, StepsOutside outside) {
        MemoryDistance none = MemoryDistance.of(0);
        return new Judgement(
                verdict,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                none,
                Memory.NONE,
                new JudgedForks(0, 0),
                outside,
                JudgedPairs.NONE);
    }

    /** The judgement of a network in the orders that are judged: at the worst in any of them. */
    static Judgement of(Memory memory, List<ForkFindings> orders, StepsOutside outside) {
        ForkFindings worst = orders.get(0);
        double bits = Double.POSITIVE_INFINITY;
        double separation = Double.POSITIVE_INFINITY;
        double before = Double.NaN;
        for (ForkFindings order : orders) {
            int fork = order.worstFork();
            if (fork != Memory.NONE) {
                bits = Math.min(bits, order.bits(fork));
                if (!(order.separation(fork) >= separation)) {
                    separation = order.separation(fork);
                    before = order.separationBefore(fork);
                }
                worst = worst.worstFork() == Memory.NONE || order.isWorse(worst) ? order : worst;
            }
        }
        int fork = worst.worstFork();
        if (fork == Memory.NONE) {
            return withoutForks(outside);
        }
        Verdict verdict = worst.verdict(fork);
        int told = verdict == Verdict.REMEMBERS ? memory.deepest() : fork;
        MemoryDistance back = MemoryDistance.of(memory.depth(told));
        JudgedForks forks =
                new JudgedForks(memory.forks(), ForkFindings.joined(orders).remembered());
        return new Judgement(verdict, bits, separation, before, back, told, forks, outside, JudgedPairs.NONE);
    }
}
