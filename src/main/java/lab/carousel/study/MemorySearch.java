package lab.carousel.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;

/**
 * Looks for the units in which a network keeps its memory. Small sets are all tried, smaller ones first, so that the
 * first one found is a smallest one. When there are too many of a size, a set is shrunk from all units, one unit after
 * the other, as long as it still does what it should: then no unit of it can be spared, but another set might be smaller.
 */
public final class MemorySearch {

    /** The most networks that are tried set by set; beyond that a set is shrunk. */
    static final long MAX_TRIED = 200_000;
    /** The most work that goes into trying set by set: about so many weights are multiplied, a few seconds. */
    private static final double MAX_WORK = 4e9;
    /** Up to so many units the one needed least is looked for each time; among more they are tried in one order. */
    private static final int FEW_UNITS = 48;

    /** What a set of units shall do. */
    public enum Aim {
        /** Silenced, it costs recall. */
        BREAKS,
        /** It is enough for the whole recall, all others silenced. */
        KEEPS
    }

    /**
     * Where a search is.
     *
     * @param size the number of units in the sets that are being tried
     * @param done how many sets of this size have been tried; while a set is shrunk, the units it has lost
     * @param all  how many there are of this size; while a set is shrunk, all units
     */
    public record SoFar(int size, long done, long all, long total, boolean shrinking) {}

    /**
     * What was found.
     *
     * @param units    the set; empty if none does what it should, or the search was stopped
     * @param smallest whether it is known that no smaller set does it
     * @param stopped  whether the search was stopped before its end
     */
    public record Smallest(Optional<Set<Integer>> units, boolean smallest, long tried, boolean stopped) {}

    private final Evaluator evaluator;
    private final Parameters parameters;
    private final int units;
    private final int right;
    private final long mostTried;

    private Predicate<SoFar> progress = now -> true;
    private long tried;
    private int size;
    private long done;
    private long all;
    private boolean breaking;
    private boolean shrinking;
    private boolean stopped;

    /**
     * A search in a trained network. Units are silenced by holding their h at 0: nothing else of a unit reaches the others,
     * so holding c too would change no output.
     */
    public MemorySearch(Experiment experiment, Parameters parameters) {
        this.evaluator = new Evaluator(experiment);
        this.parameters = parameters;
        this.units = parameters.layout().allUnits();
        this.right = evaluator.evaluate(parameters).right();
        double work = (double) experiment.task().steps() * parameters.layout().size();
        this.mostTried = Math.max(units + 1L, (long) Math.min(MAX_TRIED, MAX_WORK / work));
    }

    /**
     * The smallest set of units that does what it should.
     *
     * @param toTell told after every network tried; says whether to go on
     */
    public Smallest find(Aim aim, Predicate<SoFar> toTell) {
        breaking = aim == Aim.BREAKS;
        progress = toTell;
        tried = 0;
        stopped = false;
        shrinking = false;
        for (size = 0; size <= units && tried + combinations(units, size) <= mostTried; size++) {
            done = 0;
            all = combinations(units, size);
            Optional<Set<Integer>> set = firstOf();
            if (set.isPresent()) {
                return new Smallest(set, true, tried, false);
            }
            if (stopped || size == units) {
                return new Smallest(Optional.empty(), !stopped, tried, stopped);
            }
        }
        shrinking = true;
        done = 0;
        all = units;
        Optional<Set<Integer>> shrunk = shrunk();
        return new Smallest(stopped ? Optional.empty() : shrunk, false, tried, stopped);
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

    /** The first set of the size that does what it should; empty if none does or the search is stopped. */
    private Optional<Set<Integer>> firstOf() {
        int[] chosen = IntStream.range(0, size).toArray();
        do {
            Set<Integer> set = IntStream.of(chosen).boxed().collect(Collectors.toSet());
            done++;
            if (does(evaluate(set, breaking))) {
                return Optional.of(Set.copyOf(set));
            }
        } while (!stopped && next(chosen));
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

    private Optional<Set<Integer>> shrunk() {
        Set<Integer> set = IntStream.range(0, units).boxed().collect(Collectors.toSet());
        size = units;
        if (!does(evaluate(set, breaking))) {
            return Optional.empty();
        }
        if (units <= FEW_UNITS) {
            shrinkByTheBest(set);
        } else {
            shrinkInOrder(set);
        }
        return Optional.of(Set.copyOf(set));
    }

    /** Each time the unit goes that is needed least. */
    private void shrinkByTheBest(Set<Integer> set) {
        Optional<Integer> spare = spare(set);
        while (spare.isPresent() && !stopped) {
            remove(spare.get(), set);
            spare = spare(set);
        }
    }

    /** The unit without which a set still does what it should, and does it best. */
    private Optional<Integer> spare(Set<Integer> set) {
        Integer best = null;
        double bestLoss = 0;
        for (int unit : List.copyOf(set)) {
            if (stopped) {
                return Optional.empty();
            }
            Evaluation evaluation = evaluate(without(unit, set), breaking);
            double loss = breaking ? -evaluation.loss() : evaluation.loss();
            if (does(evaluation) && (best == null || loss < bestLoss)) {
                best = unit;
                bestLoss = loss;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The units are tried from the one whose loss alone costs least to the one whose costs most, until none can go. */
    private void shrinkInOrder(Set<Integer> set) {
        Map<Integer, Double> losses = new HashMap<>();
        for (int unit = 0; unit < units && !stopped; unit++) {
            losses.put(unit, evaluate(Set.of(unit), true).loss());
        }
        boolean smaller = true;
        while (smaller && !stopped) {
            smaller = false;
            List<Integer> order = new ArrayList<>(set);
            order.sort(Comparator.comparingDouble(unit -> losses.getOrDefault(unit, 0.0)));
            for (int unit : order) {
                if (!stopped && does(evaluate(without(unit, set), breaking))) {
                    remove(unit, set);
                    smaller = true;
                }
            }
        }
    }

    private static Set<Integer> without(int unit, Set<Integer> set) {
        Set<Integer> less = new HashSet<>(set);
        less.remove(unit);
        return less;
    }

    private void remove(int unit, Set<Integer> set) {
        set.remove(unit);
        size = set.size();
        done = (long) units - size;
    }

    private boolean does(Evaluation evaluation) {
        return breaking ? evaluation.right() < right : evaluation.right() >= right;
    }

    /** The network with a set silenced, or with all but a set. */
    private Evaluation evaluate(Set<Integer> set, boolean silenced) {
        tried++;
        stopped = stopped || !progress.test(new SoFar(size, done, all, tried, shrinking));
        Set<Integer> silent = silenced
                ? set
                : IntStream.range(0, units)
                        .filter(unit -> !set.contains(unit))
                        .boxed()
                        .collect(Collectors.toSet());
        List<Lesion> lesions = List.of(Lesion.silence(silent, Quantity.HIDDEN_STATE));
        return evaluator.evaluate(parameters, Lesion.operation(lesions, parameters.layout()));
    }
}
