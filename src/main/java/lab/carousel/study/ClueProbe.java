package lab.carousel.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.Clue;
import lab.carousel.model.ClueKind;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.MinimalPair;
import lab.carousel.study.map.StatePart;
import lab.carousel.study.map.Vectors;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.Twin;

/**
 * For how long a network's state holds the clue: how well a {@link LinearProbe} reads it from the state after each step from
 * the clue to where it decides, in sequences that it has not learned from. In drawn tasks these are the test sequences, each
 * with its twin; otherwise those that have the worst fork, so many of each value of its clue, no two of them the same.
 *
 * @param values what the clue can be, as indices into the alphabet; none without a fork
 * @param counts different sequences with each value
 * @param groups so many of each value are probed
 * @param steps  so many steps could be probed
 * @param points what is read at these steps, evenly as many as there is time for; none if there are fewer than
 *     {@value #FEWEST} sequences of a value
 */
public record ClueProbe(List<Integer> values, List<Integer> counts, int groups, int steps, List<ProbedStep> points) {

    /** Sequences of each value: with fewer nothing can be held out. */
    public static final int FEWEST = 20;

    private static final int MOST = 200;
    /** Steps that are probed, and numbers that are kept for it. */
    private static final int MOST_STEPS = 100;

    private static final long MOST_NUMBERS = 8_000_000;
    /** Products of all splits: some seconds. */
    private static final double MOST_WORK = 4e9;

    /** A sequence with the places of its clue and of the step where that decides, counted from 0. */
    private record Example(int sequence, int clue, int end, int value) {

        /** Which step is so many after the clue. */
        int step(int after) {
            return after == ProbedStep.END ? end : clue + after;
        }
    }

    public ClueProbe {
        values = List.copyOf(values);
        counts = List.copyOf(counts);
        points = List.copyOf(points);
    }

    public static ClueProbe of(FedNetwork network, Vectors vectors) {
        List<Example> all = MemoryUnits.isFor(network.experiment()) ? listed(network) : tests(network.tests());
        Map<Integer, List<Example>> byValue =
                all.stream().collect(Collectors.groupingBy(Example::value, TreeMap::new, Collectors.toList()));
        List<Integer> values = List.copyOf(byValue.keySet());
        List<Integer> counts = byValue.values().stream().map(List::size).toList();
        int groups =
                Math.min(MOST, counts.stream().mapToInt(count -> count).min().orElse(0));
        if (values.size() < 2 || groups < FEWEST) {
            return new ClueProbe(values, counts, 0, 0, List.of());
        }
        List<List<Example>> chosen = IntStream.range(0, groups)
                .mapToObj(group -> byValue.values().stream()
                        .map(each -> each.get((int) ((long) group * each.size() / groups)))
                        .toList())
                .toList();
        StatePart part = new StatePart(vectors, StatePart.ALL_LAYERS)
                .within(network.parameters().layout());
        Probing probing = new Probing(network, chosen, part);
        int[] after = probing.after();
        List<ProbedStep> points = probing.points(
                probing.thinned(after, part.size(network.parameters().layout())));
        return new ClueProbe(values, counts, groups, after.length, points);
    }

    /** The accuracy of a probe that has learned nothing. */
    public double chance() {
        return 1.0 / values.size();
    }

    /** The last point up to which, from the clue on, the clue is read at all of them; empty if not even at the first. */
    public Optional<ProbedStep> lastRead() {
        return points.stream().takeWhile(ProbedStep::isRead).reduce((one, next) -> next);
    }

    private static List<Example> tests(List<MinimalPair> pairs) {
        return IntStream.range(0, 2 * pairs.size())
                .mapToObj(s -> {
                    Twin twin = pairs.get(s / 2).twin();
                    Steps fed = s % 2 == 0 ? pairs.get(s / 2).sequence() : twin.steps();
                    return new Example(s, twin.clue(), twin.lastAnswer(), fed.input(twin.clue()));
                })
                .filter(example -> example.value() != Target.NO_INDEX)
                .toList();
    }

    /** The first step of each sequence in the worst fork; of sequences that are the same up to there only one. */
    private static List<Example> listed(FedNetwork network) {
        List<Integer> worst = network.findings().worstFirst(1);
        List<Example> found = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        Set<List<Integer>> begun = new HashSet<>();
        boolean isCarriedOver = network.experiment().feeding().isCarriedOver();
        int all = IntStream.range(0, network.steps().sequences())
                .map(s -> network.steps().steps(s).size())
                .sum();
        for (Step step : worst.isEmpty() ? List.<Step>of() : network.memory().steps(worst.get(0), all)) {
            int s = step.sequence();
            Clue clue = network.evaluator().deciding().clue(s, step.number() - 1);
            if (clue.kind() == ClueKind.EARLIER && seen.add(s)) {
                List<Integer> beginning = Arrays.stream(network.steps().steps(s).inputs())
                        .limit(step.number())
                        .boxed()
                        .toList();
                if (isCarriedOver || begun.add(beginning)) {
                    found.add(new Example(s, clue.place(), step.number() - 1, beginning.get(clue.place())));
                }
            }
        }
        return found;
    }

    /** Probes the states of the network. */
    private record Probing(FedNetwork network, List<List<Example>> groups, StatePart part) {

        List<ProbedStep> points(int[] after) {
            return Arrays.stream(after)
                    .mapToObj(point -> ProbedStep.of(
                            point,
                            groups.stream()
                                    .filter(group -> group.stream().allMatch(each -> hasStep(each, point)))
                                    .map(group -> group.stream()
                                            .map(each -> part.of(
                                                    network.shown().state(each.sequence, each.step(point)),
                                                    network.parameters().layout()))
                                            .toArray(double[][]::new))
                                    .toArray(double[][][]::new)))
                    .toList();
        }

        private boolean hasStep(Example example, int after) {
            return example.step(after) >= firstStep() && example.step(after) <= example.end;
        }

        private Stream<Example> examples() {
            return groups.stream().flatMap(List::stream);
        }

        private int firstStep() {
            return network.experiment().hyperparameters().get(Settings.LAG) - 1;
        }

        /** The steps after the clue that enough groups have, and the end if it is not the same for all. */
        private int[] after() {
            int[] lengths =
                    examples().mapToInt(each -> each.end - each.clue).distinct().toArray();
            IntStream common = IntStream.rangeClosed(
                            0, Arrays.stream(lengths).max().orElse(0))
                    .filter(after -> groups.stream()
                                    .filter(group -> group.stream().allMatch(each -> hasStep(each, after)))
                                    .limit(FEWEST)
                                    .count()
                            == FEWEST);
            return lengths.length == 1
                    ? common.toArray()
                    : IntStream.concat(common, IntStream.of(ProbedStep.END)).toArray();
        }

        /** Not more than can be kept and probed: evenly, with the first and the last. */
        private int[] thinned(int[] after, int numbers) {
            double states = examples().count();
            double work = LinearProbe.SPLITS * states * numbers * Math.min(states, numbers);
            int most = (int)
                    Math.max(2, Math.min(MOST_STEPS, Math.min(MOST_NUMBERS / states / numbers, MOST_WORK / work)));
            return after.length <= most
                    ? after
                    : IntStream.range(0, most)
                            .map(place -> after[(int) ((long) place * (after.length - 1) / (most - 1))])
                            .toArray();
        }
    }
}
