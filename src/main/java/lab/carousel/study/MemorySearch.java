package lab.carousel.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.Evaluation;
import lab.carousel.model.Evaluator;
import lab.carousel.model.Experiment;
import lab.carousel.model.Parameters;
import lab.carousel.model.Quantity;

/**
 * Looks for the units in which a network keeps its memory. Small sets are all tried, smaller ones first, so that the
 * first one found is a smallest one. When there are too many of a size, a set is shrunk from all units, one unit after
 * the other, as long as it still does what it should: then no unit of it can be spared, but another set might be smaller.
 */
public final class MemorySearch {

    /** The most networks that are tried set by set; beyond that a set is shrunk. */
    static final long MAX_TRIED = 200_000;

    /** Told of the progress, and asked whether to go on. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Called after every network tried.
         *
         * @param tried so far
         * @param most  an upper bound of how many there will be
         * @return whether to go on
         */
        boolean goOn(long tried, long most);
    }

    /**
     * What was found.
     *
     * @param units    the set; empty if none does what it should, or the search was stopped
     * @param smallest whether it is known that no smaller set does it
     * @param tried    how many networks were tried
     * @param stopped  whether the search was stopped before its end
     */
    public record Found(Optional<Set<Integer>> units, boolean smallest, long tried, boolean stopped) {}

    private final Evaluator evaluator;
    private final Parameters parameters;
    private final Quantity state;
    private final int units;
    private final int right;

    private Progress progress;
    private long tried;
    private long most;
    private boolean stopped;

    /**
     * A search in a trained network.
     *
     * @param state what is silenced: h, or c and with it h
     */
    public MemorySearch(Experiment experiment, Parameters parameters, Quantity state) {
        this.evaluator = new Evaluator(experiment);
        this.parameters = parameters;
        this.state = state;
        this.units = parameters.layout().allUnits();
        this.right = evaluator.evaluate(parameters).right();
    }

    /** The smallest set of units whose silencing costs recall. */
    public Found breaking(Progress progress) {
        return find(progress, true);
    }

    /** The smallest set of units that is enough for the whole recall, all others silenced. */
    public Found keeping(Progress progress) {
        return find(progress, false);
    }

    private Found find(Progress toTell, boolean breaking) {
        progress = toTell;
        tried = 0;
        stopped = false;
        most = MAX_TRIED + (long) units * (units + 1) / 2;
        for (int size = 0; size <= units && tried + combinations(units, size) <= MAX_TRIED; size++) {
            Optional<Set<Integer>> set = firstOf(size, breaking);
            if (stopped || set.isPresent()) {
                return new Found(set, !stopped, tried, stopped);
            }
            if (size == units) {
                return new Found(Optional.empty(), true, tried, false);
            }
        }
        Optional<Set<Integer>> shrunk = shrunk(breaking);
        return new Found(stopped ? Optional.empty() : shrunk, false, tried, stopped);
    }

    /** The number of sets of a size, or more than can be tried. */
    static long combinations(int n, int k) {
        long count = 1;
        for (int i = 1; i <= k; i++) {
            count = count * (n - k + i) / i;
            if (count > MAX_TRIED) {
                return MAX_TRIED + 1;
            }
        }
        return count;
    }

    /** The first set of a size that does what it should. */
    private Optional<Set<Integer>> firstOf(int size, boolean breaking) {
        int[] chosen = IntStream.range(0, size).toArray();
        while (!stopped) {
            Set<Integer> set = IntStream.of(chosen).boxed().collect(Collectors.toSet());
            if (does(evaluate(set, breaking), breaking)) {
                return Optional.of(Set.copyOf(set));
            }
            if (!next(chosen)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The next set of the same size in the order of a dictionary. */
    private boolean next(int[] chosen) {
        int place = chosen.length - 1;
        while (place >= 0 && chosen[place] == units - chosen.length + place) {
            place--;
        }
        if (place < 0) {
            return false;
        }
        chosen[place]++;
        for (int later = place + 1; later < chosen.length; later++) {
            chosen[later] = chosen[later - 1] + 1;
        }
        return true;
    }

    /** All units, less one after the other: each time the one that is needed least. */
    private Optional<Set<Integer>> shrunk(boolean breaking) {
        Set<Integer> set = IntStream.range(0, units).boxed().collect(Collectors.toSet());
        if (!does(evaluate(set, breaking), breaking)) {
            return Optional.empty();
        }
        Optional<Integer> spare = spare(set, breaking);
        while (spare.isPresent() && !stopped) {
            set.remove(spare.get());
            spare = spare(set, breaking);
        }
        return Optional.of(Set.copyOf(set));
    }

    /** The unit without which a set still does what it should, and does it best. */
    private Optional<Integer> spare(Set<Integer> set, boolean breaking) {
        Integer best = null;
        double bestLoss = 0;
        List<Integer> candidates = new ArrayList<>(set);
        for (int unit : candidates) {
            if (stopped) {
                return Optional.empty();
            }
            Set<Integer> less = new HashSet<>(set);
            less.remove(unit);
            Evaluation evaluation = evaluate(less, breaking);
            double loss = breaking ? -evaluation.loss() : evaluation.loss();
            if (does(evaluation, breaking) && (best == null || loss < bestLoss)) {
                best = unit;
                bestLoss = loss;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean does(Evaluation evaluation, boolean breaking) {
        return breaking ? evaluation.right() < right : evaluation.right() >= right;
    }

    /** The network with a set silenced, or with all but a set. */
    private Evaluation evaluate(Set<Integer> set, boolean silenced) {
        tried++;
        stopped = stopped || !progress.goOn(tried, most);
        Set<Integer> silent = silenced
                ? set
                : IntStream.range(0, units)
                        .filter(unit -> !set.contains(unit))
                        .boxed()
                        .collect(Collectors.toSet());
        List<Lesion> lesions = List.of(Lesion.silence(silent, state));
        return evaluator.evaluate(
                parameters, Lesion.operation(lesions, parameters.layout().units()));
    }
}
