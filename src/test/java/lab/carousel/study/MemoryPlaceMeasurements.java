package lab.carousel.study;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.training.Snapshot;

/**
 * The numbers in the manual and the lesson on where the memory is, for a hundred seeds: what transplants of c and of h
 * alone do, and how many single units a network cannot do without; and in how many ways one network can do with six.
 */
final class MemoryPlaceMeasurements {

    private static final PrintStream OUT = System.out;
    private static final int SEEDS = 100;
    private static final int FEW = 6;

    /** A trained network without the history of its training. */
    private record Network(Experiment experiment, Parameters parameters) {

        static Network of(Snapshot end) {
            return new Network(end.experiment(), end.parameters());
        }
    }

    private MemoryPlaceMeasurements() {}

    /**
     * Prints the numbers.
     *
     * @param arguments the first of the hundred seeds; 1 if it is left out
     */
    public static void main(String[] arguments) {
        long first = arguments.length == 0 ? 1 : Long.parseLong(arguments[0]);
        List<Network> remembering = new ArrayList<>();
        List<Network> lucky = new ArrayList<>();
        Experiment tutorial = Experiment.reference();
        for (long seed = first; seed < first + SEEDS; seed++) {
            add(TrainedNetworks.remembering(seed), Verdict.REMEMBERS, remembering);
            Snapshot end = TrainedNetworks.train(
                    tutorial.with(tutorial.hyperparameters().withSeed(seed)));
            add(end, Verdict.RIGHT_BY_LUCK, lucky);
        }
        for (int step = 1; step <= 3; step++) {
            for (Quantity state : List.of(Quantity.CELL_STATE, Quantity.HIDDEN_STATE)) {
                OUT.printf(
                        "remember: %s alone, moved before step %d, takes the answer along from A to B in %d, B to A in"
                                + " %d of %d%n",
                        state,
                        step + 1,
                        moved(remembering, 0, state, step),
                        moved(remembering, 1, state, step),
                        remembering.size());
            }
        }
        OUT.println("remember: units that each break the recall, networks by their number: " + needed(remembering));
        OUT.println("luck:     units that each break the recall, networks by their number: " + needed(lucky));
        growth("remember", remembering);
        growth("luck", lucky);
        sets(Network.of(TrainedNetworks.remembering(1)));
    }

    private static void add(Snapshot end, Verdict verdict, List<Network> to) {
        if (end.verdict() == verdict) {
            to.add(Network.of(end));
        }
    }

    private static long moved(List<Network> ends, int donor, Quantity state, int step) {
        return ends.stream()
                .filter(end -> {
                    Transplant transplant = Transplant.of(
                            end.experiment(),
                            end.parameters(),
                            donor,
                            1 - donor,
                            step,
                            Set.of(state),
                            Transplant.allUnits(end.parameters().layout()));
                    int last = Transplant.at(transplant.after(), 3);
                    return transplant.after().predicted(last)
                            == transplant.donated().predicted(last);
                })
                .count();
    }

    private static String needed(List<Network> ends) {
        int[] networks = new int[21];
        for (Network end : ends) {
            networks[
                    (int) IntStream.range(0, 20)
                            .filter(unit -> right(end, Set.of(unit)) < 8)
                            .count()]++;
        }
        return ends.size() + " " + Arrays.toString(networks);
    }

    /** Steps that are right with some units silenced. */
    private static int right(Network end, Set<Integer> silent) {
        List<Lesion> lesions = List.of(Lesion.silence(silent, Quantity.HIDDEN_STATE));
        return new Evaluator(end.experiment())
                .evaluate(
                        end.parameters(),
                        Lesion.operation(lesions, end.parameters().layout()))
                .right();
    }

    /** In how many networks the difference of c between the sequences is larger at step 4 than at step 1. */
    private static void growth(String name, List<Network> ends) {
        int grows = 0;
        double[] shares = new double[ends.size()];
        for (int index = 0; index < shares.length; index++) {
            Network end = ends.get(index);
            Transplant both = Transplant.of(end.experiment(), end.parameters(), 0, 1, 0, Set.of(), Set.of());
            shares[index] = difference(both, 3) / difference(both, 0);
            grows += shares[index] > 1 ? 1 : 0;
        }
        Arrays.sort(shares);
        OUT.printf(
                Locale.ROOT,
                "%s: difference of c at step 4 above that at step 1 in %d of %d, median %.2f times%n",
                name,
                grows,
                shares.length,
                shares[shares.length / 2]);
    }

    private static double difference(Transplant both, int step) {
        double[] one = both.donated().values(Quantity.CELL_STATE, Transplant.at(both.donated(), step));
        double[] other = both.before().values(Quantity.CELL_STATE, Transplant.at(both.before(), step));
        return IntStream.range(0, one.length)
                .mapToDouble(unit -> Math.abs(one[unit] - other[unit]))
                .sum();
    }

    /** All sets of six units that keep the whole recall with the others silenced. */
    private static void sets(Network end) {
        List<String> found = new ArrayList<>();
        Evaluator evaluator = new Evaluator(end.experiment());
        for (int mask = 0; mask < 1 << 20; mask++) {
            if (Integer.bitCount(mask) != FEW) {
                continue;
            }
            int kept = mask;
            Set<Integer> silent = IntStream.range(0, 20)
                    .filter(unit -> (kept >> unit & 1) == 0)
                    .boxed()
                    .collect(Collectors.toSet());
            List<Lesion> lesions = List.of(Lesion.silence(silent, Quantity.HIDDEN_STATE));
            if (evaluator
                            .evaluate(
                                    end.parameters(),
                                    Lesion.operation(lesions, end.parameters().layout()))
                            .right()
                    == 8) {
                found.add(IntStream.range(0, 20)
                        .filter(unit -> (kept >> unit & 1) == 1)
                        .mapToObj(unit -> Integer.toString(unit + 1))
                        .collect(Collectors.joining(" ")));
            }
        }
        OUT.println("seed 1: sets of six that keep 8 of 8: " + found.size() + " " + found);
    }
}
