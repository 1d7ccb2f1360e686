package lab.carousel.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * A beside B, and where they differ: what a network answers at the same steps in two ways, and how far its states are apart.
 *
 * @param steps sequence after sequence
 */
public record Contrast(String a, String b, List<ContrastStep> steps) {

    /** Of so many steps in all the differences of each unit are kept where sequences are fed in a row: what can be drawn. */
    public static final int MAX_KEPT = 400;

    /** Two traces of the same steps of a task: what was done to the network in the second. */
    public static Contrast of(Experiment experiment, String a, Traces one, String b, Traces other) {
        List<ContrastStep> steps = new ArrayList<>();
        Steps[] encoded = experiment.encoded();
        int lag = experiment.hyperparameters().get(Settings.LAG);
        for (int index = 0; index < one.stretches().size(); index++) {
            int s = one.stretches().get(index).sequence();
            steps.addAll(new Pair(s, encoded[s], encoded[s], lag, Set.of())
                    .steps(
                            index,
                            one.stretches().get(index).trace(),
                            other.stretches().get(index).trace()));
        }
        return new Contrast(a, b, List.copyOf(steps));
    }

    /** Two traces of a sequence of a task, of the same steps. */
    public static Contrast of(Experiment experiment, int sequence, String a, Trace one, String b, Trace other) {
        Steps steps = experiment.encoded()[sequence];
        int lag = experiment.hyperparameters().get(Settings.LAG);
        return new Contrast(a, b, new Pair(sequence, steps, steps, lag, Set.of()).steps(0, one, other));
    }

    /**
     * Two sequences of a task, each fed as in training, at the steps that both have: where their inputs agree, any
     * difference in the state is memory.
     *
     * @param around a step that shall be among those compared, counted from 0; where there are no more steps than can be
     *               compared, all are
     */
    public static Contrast ofSequences(FedSteps network, int first, int second, Quantity quantity, int around) {
        int end = Math.min(network.steps(first).size(), network.steps(second).size());
        ExaminedSteps range = ExaminedSteps.around(around, network.first(), end);
        Trace a = network.trace(first, range.first(), range.count());
        Trace b = network.trace(second, range.first(), range.count());
        Pair pair = new Pair(first, network.steps(first), network.steps(second), network.first() + 1, Set.of(quantity));
        return new Contrast("A", "B", pair.steps(0, a, b));
    }

    /**
     * Two networks, or one that is fed in two ways, at the first steps of a task that both have. Where both began with the
     * same weights, h is compared unit by unit; the units of others have nothing to do with one another.
     */
    public static Contrast ofNetworks(ContrastSubject a, ContrastSubject b, int most) {
        Set<Quantity> compared = a.hasTheUnitsOf(b) ? Set.of(Quantity.HIDDEN_STATE) : Set.of();
        FedSteps one = FedSteps.of(a.experiment(), a.parameters());
        FedSteps other = FedSteps.of(b.experiment(), b.parameters());
        int first = Math.max(one.first(), other.first());
        List<ContrastStep> steps = new ArrayList<>();
        for (int s = 0; s < one.sequences() && steps.size() < most; s++) {
            int count = Math.min(most - steps.size(), one.steps(s).size() - first);
            if (count > 0) {
                steps.addAll(new Pair(s, one.steps(s), other.steps(s), one.first() + 1, compared)
                        .steps(s, one.trace(s, first, count), other.trace(s, first, count)));
            }
        }
        return new Contrast(a.name(), b.name(), List.copyOf(steps));
    }

    /** Whether the network sees the same in two sequences at a step: the last so many symbols. */
    static boolean agree(Steps a, Steps b, int step, int lag) {
        return IntStream.rangeClosed(step - lag + 1, step)
                .allMatch(t -> a.fed(t).equals(b.fed(t)));
    }

    /** A sequence, the first, fed in one way, and one, which can be the same, in another. */
    private record Pair(int first, Steps stepsA, Steps stepsB, int lag, Set<Quantity> compared) {

        List<ContrastStep> steps(int place, Trace one, Trace other) {
            return IntStream.range(0, one.steps())
                    .mapToObj(index -> {
                        int t = one.firstStep() + index;
                        Map<Quantity, StateDifference> differences = new EnumMap<>(Quantity.class);
                        compared.forEach(quantity -> differences.put(
                                quantity,
                                StateDifference.between(
                                        one.values(quantity, index), other.values(quantity, index), true)));
                        return new ContrastStep(
                                place,
                                first,
                                t + 1,
                                agree(stepsA, stepsB, t, lag),
                                side(stepsA, one, index),
                                side(stepsB, other, index),
                                differences);
                    })
                    .toList();
        }

        private static ContrastSide side(Steps steps, Trace trace, int index) {
            boolean isScored = steps.isScored(trace.firstStep() + index);
            return new ContrastSide(trace.fed(index), trace.target(index), isScored, trace.outputs(index));
        }
    }

    /**
     * Sequences fed one after the other through the slots of the batch, with a reset of the states before each (A) and
     * without (B): what differs is what leaks from one sequence into the next.
     *
     * @param encoded the sequences, as {@link Experiment#encoded} gives them
     * @param order   those that are fed, counted from 0; one can come again
     * @throws InvalidInput if there are too many sequences or steps
     */
    public static Contrast ofReset(Experiment experiment, Parameters parameters, Steps[] encoded, List<Integer> order) {
        SequenceOrder.check(order, experiment.task());
        ForwardPass with = new ForwardPass(parameters, experiment.hyperparameters());
        ForwardPass without = new ForwardPass(parameters, experiment.hyperparameters());
        int first = experiment.hyperparameters().get(Settings.LAG) - 1;
        List<ContrastStep> steps = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            Steps sequence = encoded[order.get(place)];
            with.reset();
            for (int t = first; t < sequence.size(); t++) {
                NetworkState fresh = with.step(sequence, t);
                NetworkState leaky = without.step(sequence, t);
                Map<Quantity, StateDifference> differences = new EnumMap<>(Quantity.class);
                for (Quantity quantity : List.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE)) {
                    boolean isKept = t - first < MAX_KEPT / order.size();
                    differences.put(
                            quantity, StateDifference.between(fresh.get(quantity), leaky.get(quantity), isKept));
                }
                Target fed = sequence.fed(t);
                Target target = sequence.target(t);
                boolean isScored = sequence.isScored(t);
                steps.add(new ContrastStep(
                        place,
                        order.get(place),
                        t + 1,
                        true,
                        new ContrastSide(fed, target, isScored, with.outputs(fresh.h)),
                        new ContrastSide(fed, target, isScored, without.outputs(leaky.h)),
                        differences));
            }
        }
        return new Contrast(
                Message.text("resetSwitch.row.with"), Message.text("resetSwitch.row.without"), List.copyOf(steps));
    }

    public boolean hasStates() {
        return steps.stream().anyMatch(step -> !step.differences().isEmpty());
    }

    /** How many steps of a side have an error signal. */
    public long scored(Function<ContrastStep, ContrastSide> side) {
        return steps.stream().map(side).filter(ContrastSide::isScored).count();
    }

    /** How many of them it has right. */
    public long right(Function<ContrastStep, ContrastSide> side) {
        return steps.stream()
                .map(side)
                .filter(each -> each.isScored() && each.isRight())
                .count();
    }

    /** The steps of the sequence at a place. */
    public List<ContrastStep> stepsAt(int place) {
        return steps.stream().filter(step -> step.place() == place).toList();
    }

    /** How a quantity differs at a step that has it. */
    public StateDifference difference(int step, Quantity quantity) {
        return steps.get(step).difference(quantity);
    }

    /**
     * Steps one after the other.
     *
     * @param from the first one, its place in the list
     * @param to   the last one
     */
    public record Stretch(int from, int to) {}

    /** All stretches of steps at which the inputs are the same, from left to right. */
    public List<Stretch> agreements() {
        List<Stretch> stretches = new ArrayList<>();
        int from = -1;
        for (int at = 0; at <= steps.size(); at++) {
            boolean agree = at < steps.size() && steps.get(at).seesTheSame();
            if (agree && from < 0) {
                from = at;
            } else if (!agree && from >= 0) {
                stretches.add(new Stretch(from, at - 1));
                from = -1;
            }
        }
        return List.copyOf(stretches);
    }
}
