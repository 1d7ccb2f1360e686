package lab.carousel.study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.ForkFindings;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.task.memory.Fork;
import lab.carousel.task.memory.Memory;
import lab.carousel.text.Message;

/**
 * Which units carry the memory at a fork: of each its share of the squared distance between the two states of the worst
 * pair, h and, where there is one, c, as the heatmap shows them. That distance is the one that the separation is made of.
 *
 * @param shares   of all units, in 0 to 1; all 0 if the two states are equal
 * @param carriers the fewest units that have {@value #MOST} of the distance
 */
public record MemoryUnits(Fork fork, List<Double> shares, Set<Integer> carriers) {

    public static final double MOST = 0.95;

    public MemoryUnits {
        shares = List.copyOf(shares);
        carriers = Set.copyOf(carriers);
    }

    /** Whether a task has forks that stay: a drawn one has another at each draw. */
    public static boolean isFor(Experiment experiment) {
        return !experiment.task().judge().drawsTests();
    }

    /**
     * The units at a fork of a network.
     *
     * @param chosen the steps of the fork ({@link ForkAnswers#steps}); if there is no such fork it is the worst one
     * @return empty if there is none
     */
    public static Optional<MemoryUnits> of(FedNetwork network, List<Step> chosen) {
        if (!isFor(network.experiment())) {
            return Optional.empty();
        }
        Memory memory = network.memory();
        ForkFindings findings = network.findings();
        List<Integer> worst = findings.worstFirst(chosen.isEmpty() ? 1 : ForkList.SHOWN);
        return worst.stream()
                .filter(fork -> !chosen.isEmpty()
                        && memory.steps(fork, ForkAnswers.MOST_STEPS).equals(chosen))
                .findFirst()
                .or(() -> worst.stream().findFirst())
                .map(fork -> of(
                        memory.fork(fork, ForkList.MOST_SYMBOLS),
                        network.worstPair(fork).stream()
                                .map(step -> network.shown().state(step.sequence(), step.number() - 1))
                                .toList(),
                        network.parameters().layout().allUnits()));
    }

    private static MemoryUnits of(Fork fork, List<double[]> pair, int units) {
        double[] squares = new double[units];
        for (int number = 0; number < pair.get(0).length; number++) {
            double apart = pair.get(0)[number] - pair.get(1)[number];
            squares[number % units] += apart * apart;
        }
        double all = Arrays.stream(squares).sum();
        List<Double> shares = Arrays.stream(squares)
                .mapToObj(square -> all == 0 ? 0 : square / all)
                .toList();
        Set<Integer> carriers = new HashSet<>();
        double carried = 0;
        List<Integer> largestFirst = IntStream.range(0, squares.length)
                .boxed()
                .sorted(Comparator.comparing(shares::get, Comparator.reverseOrder()))
                .toList();
        for (int place = 0; place < squares.length && carried < MOST && all > 0; place++) {
            carriers.add(largestFirst.get(place));
            carried += shares.get(largestFirst.get(place));
        }
        return new MemoryUnits(fork, shares, carriers);
    }

    /** Says which units stay bright. */
    public String words(Alphabet alphabet) {
        return Message.text(
                "state.memory.words", carriers.size(), shares.size(), ForkWords.after(fork, alphabet), MOST);
    }
}
