package lab.carousel.study.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.carousel.model.Settings;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.task.memory.Memory;
import lab.carousel.text.Message;

/**
 * How far the two paths to a fork are apart, step by step from the clue on: those of its worst pair, or of the test sequences
 * and their twins in the mean. Measured as the separation of the fork is, which is the last of the numbers.
 *
 * @param clue        the two symbols with which the paths begin, different ones or the first of their sequences; empty for test
 *     sequences
 * @param symbols     fed at each step, the clue's aside; of test sequences none, which differ
 * @param separations one for each step, the first at the clue
 */
public record PathSeparation(List<Integer> clue, List<Integer> symbols, List<Double> separations) {

    /** Paths that are less far apart lie on one another: our choice. */
    public static final double TOGETHER = 0.1;

    /** Numbers in a sentence; of more the first and the last are told. */
    private static final int MOST_TOLD = 8;

    private static final int MOST_SHARED = 4;
    private static final String LEFT_OUT = "…";

    /** What becomes of two paths. */
    public enum Course {
        /** They are apart at no end. */
        NEVER_APART,
        STAY_APART,
        /** Less than half of what it was at the clue is left. */
        COME_NEARER,
        FALL_TOGETHER,
        /** At the clue they lay on one another, and at the fork they do not. */
        PART_LATER
    }

    public PathSeparation {
        clue = List.copyOf(clue);
        symbols = List.copyOf(symbols);
        separations = List.copyOf(separations);
    }

    /**
     * The paths to a fork of a network.
     *
     * @param fork by its number in the memory; of test sequences it has none
     * @return empty if there is no fork, or if nothing is measured
     */
    public static Optional<PathSeparation> of(FedNetwork network, int fork) {
        Optional<List<Double>> tests = network.testSeparations();
        if (tests.isPresent()) {
            return Optional.of(new PathSeparation(List.of(), List.of(), tests.get()));
        }
        if (fork == Memory.NONE) {
            return Optional.empty();
        }
        List<Step> pair = network.separatedPair(fork);
        List<List<Step>> path = path(network, pair.get(0), pair.get(1));
        List<Double> separations = network.separations(fork, path);
        return separations.stream().anyMatch(each -> Double.isNaN(each))
                ? Optional.empty()
                : Optional.of(new PathSeparation(
                        path.get(0).stream().map(Step::input).toList(),
                        path.stream().skip(1).map(both -> both.get(0).input()).toList(),
                        separations));
    }

    /** What becomes of the paths to a fork, or why there is nothing to tell. */
    public static String words(FedNetwork network, int fork) {
        return of(network, fork)
                .map(path -> path.words(network.experiment().task().alphabet()))
                .orElseGet(() -> Message.text("stateMap.path." + whyNone(network)));
    }

    private static String whyNone(FedNetwork network) {
        if (network.memory().forks() > 0) {
            return "unmeasured";
        }
        return network.experiment().task().targets().key("none.");
    }

    /** Both steps, as often as the state is met in their slots: from where they differ, or where one sequence begins. */
    private static List<List<Step>> path(FedNetwork network, Step one, Step other) {
        int slots = network.experiment().hyperparameters().get(Settings.BATCH_SIZE);
        int lag = network.experiment().hyperparameters().get(Settings.LAG);
        List<List<Step>> path = new ArrayList<>();
        boolean isShared = true;
        for (int back = 0; isShared && Math.min(one.number(), other.number()) - back >= lag; back += slots) {
            Step first = step(network.steps(), one, back);
            Step second = step(network.steps(), other, back);
            path.add(0, List.of(first, second));
            isShared = first.input() == second.input();
        }
        return path;
    }

    private static Step step(FedSteps fed, Step last, int back) {
        return fed.steps(last.sequence()).step(last.sequence(), last.number() - 1 - back);
    }

    /** Whether the paths begin with two different symbols; otherwise they begin where a sequence does. */
    public boolean beginsAtSymbols() {
        return clue.isEmpty() || !clue.get(0).equals(clue.get(1));
    }

    public double first() {
        return separations.get(0);
    }

    /** At the fork. */
    public double last() {
        return separations.get(separations.size() - 1);
    }

    public Course course() {
        if (last() < TOGETHER) {
            return first() < TOGETHER ? Course.NEVER_APART : Course.FALL_TOGETHER;
        }
        if (first() < TOGETHER) {
            return Course.PART_LATER;
        }
        return last() < first() / 2 ? Course.COME_NEARER : Course.STAY_APART;
    }

    /** What becomes of the paths, with the number at each step. */
    public String words(Alphabet alphabet) {
        List<String> told = new ArrayList<>();
        int steps = separations.size();
        for (int step = 0; step < steps; step++) {
            boolean isTold = steps <= MOST_TOLD || step < MOST_TOLD / 2 || step >= steps - MOST_TOLD / 2;
            if (isTold) {
                told.add(Message.text("stateMap.path.step", name(step, alphabet), separations.get(step)));
            } else if (step == MOST_TOLD / 2) {
                told.add(LEFT_OUT);
            }
        }
        String which = clue.isEmpty()
                ? Message.text("stateMap.path.tests")
                : Message.text("stateMap.path.fork", shared(alphabet));
        String words = Message.text(
                "stateMap.path", Message.text("stateMap.path." + course(), which), String.join("; ", told));
        return beginsAtSymbols() ? words : words + " " + Message.text("stateMap.path.beginning");
    }

    /** The last symbols fed on both paths. */
    private String shared(Alphabet alphabet) {
        List<Integer> shared = new ArrayList<>(symbols);
        if (!beginsAtSymbols()) {
            shared.add(0, clue.get(0));
        }
        int from = Math.max(0, shared.size() - MOST_SHARED);
        String last = shared.subList(from, shared.size()).stream()
                .map(alphabet::symbol)
                .collect(Collectors.joining(" "));
        return from == 0 ? last : LEFT_OUT + " " + last;
    }

    private String name(int step, Alphabet alphabet) {
        if (clue.isEmpty()) {
            int last = separations.size() - 1;
            return step == last ? Message.text("stateMap.path.answer") : Message.text("stateMap.path.after", step);
        }
        if (step > 0) {
            return alphabet.symbol(symbols.get(step - 1));
        }
        return beginsAtSymbols()
                ? alphabet.symbol(clue.get(0)) + "|" + alphabet.symbol(clue.get(1))
                : alphabet.symbol(clue.get(0));
    }
}
