package lab.carousel.study;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.Step;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;

/**
 * The numbers in the manual and its lessons on saliency, free running, the reset switch, transplants and lesions: how
 * networks of a hundred seeds that remember (full backpropagation through time, 500 epochs) differ from those that are
 * a trace (the tutorial), what two of them do in detail, and in how many ways one can do with six units.
 */
final class NetworkMeasurements {

    private static final PrintStream OUT = System.out;
    private static final int SEEDS = 100;
    private static final int FEW = 6;

    private NetworkMeasurements() {}

    /**
     * Prints the numbers.
     *
     * @param arguments the first of the hundred seeds; 1 if it is left out
     */
    public static void main(String[] arguments) {
        long first = arguments.length == 0 ? 1 : Long.parseLong(arguments[0]);
        List<Network> remembering = new ArrayList<>();
        List<Network> lucky = new ArrayList<>();
        for (long number = first; number < first + SEEDS; number++) {
            long seed = number;
            add(TrainedNetworks.remembering(seed), Verdict.REMEMBERS, remembering);
            Snapshot tutorial = RecordedRuns.end(Experiment.reference().with(all -> all.with(Settings.SEED, seed)));
            add(tutorial, Verdict.A_TRACE, lucky);
        }
        print("remembers", remembering);
        print("a trace", lucky);
        for (int step = 1; step <= 3; step++) {
            for (Quantity state : List.of(Quantity.CELL_STATE, Quantity.HIDDEN_STATE)) {
                int moved = step;
                OUT.printf(
                        "remembers: %s alone, moved before step %d, takes the answer along from A to B in %d, B to A in"
                                + " %d of %d%n",
                        state,
                        step + 1,
                        count(remembering, end -> end.moves(0, state, moved)),
                        count(remembering, end -> end.moves(1, state, moved)),
                        remembering.size());
            }
        }
        Network one = Network.of(TrainedNetworks.remembering(1));
        details("remembers, seed 1", one);
        Network luck = Network.of(TrainedNetworks.lucky());
        details("a trace, seed " + luck.experiment.hyperparameters().get(Settings.SEED), luck);
        sets(one);
    }

    private static void add(Snapshot end, Verdict verdict, List<Network> to) {
        if (end.verdict() == verdict) {
            to.add(Network.of(end));
        }
    }

    private static <T> long count(List<T> all, Predicate<T> which) {
        return all.stream().filter(which).count();
    }

    /** A trained network without the history of its training. */
    private record Network(Experiment experiment, Parameters parameters) {

        static Network of(Snapshot end) {
            return new Network(end.experiment(), end.parameters());
        }

        Saliency ofAnswer(int sequence) {
            Step answer = experiment.task().step(sequence, 4);
            return Saliency.of(
                    FedSteps.of(experiment, parameters), answer, answer.target().index());
        }

        IntegratedGradients partsOf(int sequence) {
            Step answer = experiment.task().step(sequence, 4);
            return IntegratedGradients.of(
                    FedSteps.of(experiment, parameters), answer, answer.target().index());
        }

        FreeRun run(int sequence, int steps) {
            int first = experiment.task().step(sequence, 1).input();
            return FreeRun.of(experiment, parameters, List.of(first), steps, FreeRun.Draw.LARGEST);
        }

        Contrast reset(List<Integer> order) {
            return Contrast.ofReset(experiment, parameters, experiment.task().encoded(), order);
        }

        boolean moves(int donor, Quantity state, int step) {
            Set<Integer> units = Transplant.allUnits(parameters.layout());
            Transplant transplant =
                    Transplant.of(FedSteps.of(experiment, parameters), donor, 1 - donor, step, Set.of(state), units);
            int last = Transplant.at(transplant.after(), 3);
            return transplant
                    .after()
                    .predicted(last)
                    .equals(transplant.donated().predicted(last));
        }

        /** Steps that are right with some units silenced. */
        int right(Set<Integer> silent) {
            List<Lesion> lesions = List.of(Lesion.silence(silent, Quantity.HIDDEN_STATE));
            return new Evaluator(experiment)
                    .evaluate(parameters, Lesion.operation(lesions, parameters.layout()))
                    .right();
        }

        int needed() {
            return (int) IntStream.range(0, 20)
                    .filter(unit -> right(Set.of(unit)) < 8)
                    .count();
        }

        /** How much larger the difference of c between the sequences is at step 4 than at step 1. */
        double growth() {
            Contrast both = Contrast.ofSequences(FedSteps.of(experiment, parameters), 0, 1, Quantity.CELL_STATE, 0);
            return both.difference(3, Quantity.CELL_STATE).sum()
                    / both.difference(0, Quantity.CELL_STATE).sum();
        }
    }

    private static void print(String name, List<Network> ends) {
        int first = 0;
        int adds = 0;
        int finished = 0;
        int[] rightWithout = new int[9];
        int[] needed = new int[21];
        for (Network end : ends) {
            for (int sequence = 0; sequence < 2; sequence++) {
                first += end.ofAnswer(sequence).strongestEarlier().orElse(-1) == 0 ? 1 : 0;
                double[] parts = end.partsOf(sequence).parts();
                adds += end.ofAnswer(sequence).strongestEarlier(parts).orElse(-1) == 0 ? 1 : 0;
                FreeRun run = end.run(sequence, 4);
                finished += FreeRunCourse.of(end.experiment.task(), run).followed() == 4 ? 1 : 0;
            }
            rightWithout[(int) end.reset(List.of(0, 1)).right(ContrastStep::b)]++;
            needed[end.needed()]++;
        }
        double[] growth = ends.stream().mapToDouble(Network::growth).sorted().toArray();
        OUT.printf(
                Locale.ROOT,
                "%s: %d networks, strongest earlier symbol is the first at %d of %d answers,%n"
                        + "  the earlier symbol that adds most, by integrated gradients, at %d,%n"
                        + "  runs on to the end of the sequence %d of %d times,%n"
                        + "  fewer right without the reset in %d, by right steps 0 to 8: %s,%n"
                        + "  units that each break the recall, networks by their number: %s,%n"
                        + "  difference of c at step 4 above that at step 1 in %d, median %.2f times%n",
                name,
                ends.size(),
                first,
                2 * ends.size(),
                adds,
                finished,
                2 * ends.size(),
                ends.size() - rightWithout[8],
                Arrays.toString(rightWithout),
                Arrays.toString(needed),
                Arrays.stream(growth).filter(times -> times > 1).count(),
                growth[growth.length / 2]);
    }

    private static void details(String name, Network end) {
        OUT.println(name);
        for (int sequence = 0; sequence < 2; sequence++) {
            OUT.println("  strengths " + numbers(end.ofAnswer(sequence).strengths()));
            IntegratedGradients parts = end.partsOf(sequence);
            OUT.println("  integrated " + numbers(parts.parts()) + " sum " + parts.sum() + " of " + parts.difference()
                    + ", points " + parts.points());
            OUT.println("  runs on " + end.run(sequence, 12).text());
        }
        for (List<Integer> order : List.of(List.of(0, 1), List.of(1, 0))) {
            Contrast both = end.reset(order);
            double[] apart = both.stepsAt(1).stream()
                    .mapToDouble(step -> step.difference(Quantity.HIDDEN_STATE).distance())
                    .toArray();
            OUT.println("  order " + order + " without the reset "
                    + both.steps().stream().map(step -> step.b().predicted()).toList()
                    + ", right " + both.right(ContrastStep::b) + ", h apart " + numbers(apart));
        }
    }

    private static String numbers(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> String.format(Locale.ROOT, "%.4f", value))
                .collect(Collectors.joining(" "));
    }

    /** All sets of six units that keep the whole recall with the others silenced. */
    private static void sets(Network end) {
        List<Set<Integer>> found = IntStream.range(0, 1 << 20)
                .filter(kept -> Integer.bitCount(kept) == FEW)
                .filter(kept -> end.right(units(~kept & (1 << 20) - 1)) == 8)
                // Numbers of units from 1
                .mapToObj(kept -> units(kept << 1))
                .toList();
        OUT.println("seed 1: sets of six that keep 8 of 8: " + found.size() + " " + found);
    }

    private static Set<Integer> units(int mask) {
        return IntStream.rangeClosed(0, 20)
                .filter(unit -> (mask >> unit & 1) == 1)
                .boxed()
                .collect(Collectors.toSet());
    }
}
