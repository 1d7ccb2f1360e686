package lab.carousel.study.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.trace.StateObserver;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.MinimalPair;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.memory.Memory;

/**
 * The steps after which a network's state is looked at, a dot for each, fed as in training: all steps of a listed task; of one
 * that draws its sequences those of its test and of their twins. At most {@value #MOST_DOTS}, and {@value #MOST_NUMBERS}
 * numbers: of more, whole sequences are left out evenly, each with its twin. Safe for use by many threads.
 */
public final class VisitedStates {

    public static final int MOST_DOTS = 5_000;
    public static final int MOST_NUMBERS = 400_000;

    private final Evaluator evaluator;
    private final StatePart part;
    private final Steps[] sequences;
    /** Whether each sequence is followed by its twin. */
    private final List<MinimalPair> tests;

    private final List<StateDot> dots = new ArrayList<>();
    /** The first dot of each sequence, and behind it the first of the next one; equal where it is left out. */
    private final int[] starts;

    private VisitedStates(Evaluator evaluator, StatePart part) {
        this.evaluator = evaluator;
        this.part = part;
        this.tests = evaluator.tests();
        this.sequences = areTests()
                ? tests.stream().flatMap(MinimalPair::both).toArray(Steps[]::new)
                : experiment().encoded();
        this.starts = new int[sequences.length + 1];
        int most = Math.min(MOST_DOTS, MOST_NUMBERS / part.size(experiment().layout()));
        boolean[] kept = kept(most);
        for (int s = 0; s < sequences.length; s++) {
            starts[s] = dots.size();
            if (kept[s]) {
                add(s, Math.min(steps(s), most / together()));
            }
        }
        starts[sequences.length] = dots.size();
    }

    public static VisitedStates of(Evaluator evaluator, StatePart part) {
        return new VisitedStates(evaluator, part);
    }

    /** How many sequences stay or go together. */
    private int together() {
        return areTests() ? 2 : 1;
    }

    private int lag() {
        return experiment().hyperparameters().get(Settings.LAG);
    }

    private int steps(int sequence) {
        return sequences[sequence].size() - (lag() - 1);
    }

    private boolean[] kept(int most) {
        int groups = sequences.length / together();
        for (int count = groups; ; count--) {
            boolean[] kept = new boolean[sequences.length];
            for (int place = 0; place < count; place++) {
                int first = (int) ((long) place * groups / count) * together();
                Arrays.fill(kept, first, first + together(), true);
            }
            int all = IntStream.range(0, kept.length)
                    .filter(s -> kept[s])
                    .map(this::steps)
                    .sum();
            if (all <= most || count == 1) {
                return kept;
            }
        }
    }

    private void add(int s, int count) {
        int slots = experiment().hyperparameters().get(Settings.BATCH_SIZE);
        boolean isReset = experiment().hyperparameters().get(Settings.RESET_POLICY) == ResetPolicy.EVERY_STEP;
        for (int place = 0; place < count; place++) {
            int t = lag() - 1 + place;
            Step step = sequences[s].step(s / together(), t);
            int before = isReset || place < slots ? StateDot.NONE : starts[s] + place - slots;
            dots.add(new StateDot(step, areTests() && s % 2 == 1, before, fork(s, t)));
        }
    }

    private int fork(int s, int t) {
        if (areTests()) {
            return tests.get(s / together()).twin().answersAt(t) ? 0 : Memory.NONE;
        }
        return evaluator.deciding().fork(s, t);
    }

    public Experiment experiment() {
        return evaluator.experiment();
    }

    public StatePart part() {
        return part;
    }

    public List<StateDot> dots() {
        return List.copyOf(dots);
    }

    /** How many steps there are, of which the dots are all unless they are too many. */
    public int steps() {
        return IntStream.range(0, sequences.length).map(this::steps).sum();
    }

    /** Whether even the sequences that are shown are shown to a part only. */
    public boolean areCut() {
        return IntStream.range(0, sequences.length)
                .anyMatch(s -> starts[s + 1] > starts[s] && starts[s + 1] - starts[s] < steps(s));
    }

    /** Whether a dot that starts from no other starts from the zero state. */
    public boolean startsAtZero() {
        return !experiment().carriesOver();
    }

    /** Whether the dots are test sequences, each with its twin. */
    public boolean areTests() {
        return !tests.isEmpty();
    }

    /** The state of a network of the same experiment at each dot: {@code [dot][number]}. */
    public double[][] under(FedNetwork network) {
        return dots.stream()
                .map(dot -> part.of(
                        network.shown().state(sequence(dot), dot.step().number() - 1),
                        experiment().layout()))
                .toArray(double[][]::new);
    }

    /** The sequence of a dot among those that are shown. */
    private int sequence(StateDot dot) {
        return together() * dot.step().sequence() + (dot.isTwin() ? 1 : 0);
    }

    /** Sees all that a network has at the dots; the next one overwrites it. */
    public void each(FedNetwork network, StateObserver observer) {
        for (int s = 0; s < sequences.length; s++) {
            network.shown().each(s, lag() - 1, starts[s + 1] - starts[s], observer);
        }
    }
}
