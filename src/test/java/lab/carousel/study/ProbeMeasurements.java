package lab.carousel.study;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.Tracer;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.Step;
import lab.carousel.training.Snapshot;

/**
 * The numbers in the manual on saliency, free running and the reset switch: how networks of a hundred seeds that remember
 * (full backpropagation through time, 500 epochs) differ from those that are right by luck (the tutorial), and what two
 * of them do in detail.
 */
final class ProbeMeasurements {

    private static final PrintStream OUT = System.out;
    private static final int SEEDS = 100;

    private ProbeMeasurements() {}

    /**
     * Prints the numbers.
     *
     * @param arguments the first of the hundred seeds; 1 if it is left out
     */
    public static void main(String[] arguments) {
        long first = arguments.length == 0 ? 1 : Long.parseLong(arguments[0]);
        Counts remembering = new Counts();
        Counts lucky = new Counts();
        for (long seed = first; seed < first + SEEDS; seed++) {
            Snapshot full = TrainedNetworks.remembering(seed);
            if (full.verdict() == Verdict.REMEMBERS) {
                remembering.add(full);
            }
            Experiment tutorial = Experiment.reference();
            Snapshot end = TrainedNetworks.train(
                    tutorial.with(tutorial.hyperparameters().withSeed(seed)));
            if (end.verdict() == Verdict.RIGHT_BY_LUCK) {
                lucky.add(end);
            }
        }
        remembering.print("remembers");
        lucky.print("right by luck");
        details("remembers, seed 1", TrainedNetworks.remembering(1));
        Snapshot luck = TrainedNetworks.lucky();
        details("right by luck, seed " + luck.experiment().hyperparameters().seed(), luck);
    }

    private static final class Counts {
        private int networks;
        private int answers;
        private int first;
        private int finished;
        private int leaking;
        private final int[] rightWithout = new int[9];

        void add(Snapshot end) {
            networks++;
            for (int sequence = 0; sequence < 2; sequence++) {
                answers++;
                Saliency saliency = ofAnswer(end, sequence);
                first += saliency.strongestEarlier().orElse(-1) == 0 ? 1 : 0;
                FreeRun run = FreeRun.of(
                        end.experiment(), end.parameters(), List.of(first(end, sequence)), 4, FreeRun.Draw.LARGEST);
                finished += FreeRunCourse.of(end.experiment().task(), run).followed() == 4 ? 1 : 0;
            }
            Contrast both = Contrast.ofReset(
                    end.experiment(), end.parameters(), end.experiment().task().encoded(), List.of(0, 1));
            rightWithout[(int) both.rightB()]++;
            leaking += both.rightB() < 8 ? 1 : 0;
        }

        void print(String name) {
            OUT.printf(
                    "%s: %d networks, strongest earlier symbol is the first at %d of %d answers,%n"
                            + "  runs on to the end of the sequence %d of %d times,%n"
                            + "  fewer right without the reset in %d, by right steps 0 to 8: %s%n",
                    name, networks, first, answers, finished, answers, leaking, Arrays.toString(rightWithout));
        }
    }

    private static Saliency ofAnswer(Snapshot end, int sequence) {
        Step answer = end.experiment().task().step(sequence, 4);
        return Saliency.of(new Tracer(end.experiment()), end.parameters(), answer, answer.target());
    }

    private static int first(Snapshot end, int sequence) {
        return end.experiment().task().step(sequence, 1).input();
    }

    private static void details(String name, Snapshot end) {
        OUT.println(name);
        for (int sequence = 0; sequence < 2; sequence++) {
            Saliency saliency = ofAnswer(end, sequence);
            OUT.printf(Locale.ROOT, "  strengths %s%n", numbers(saliency.strengths()));
            FreeRun run = FreeRun.of(
                    end.experiment(), end.parameters(), List.of(first(end, sequence)), 12, FreeRun.Draw.LARGEST);
            OUT.println("  runs on " + run.text());
        }
        for (List<Integer> order : List.of(List.of(0, 1), List.of(1, 0))) {
            Contrast both = Contrast.ofReset(
                    end.experiment(), end.parameters(), end.experiment().task().encoded(), order);
            OUT.println("  order " + order + " without the reset "
                    + both.steps().stream().map(step -> step.b().predicted()).toList()
                    + ", right " + both.rightB() + ", h apart "
                    + numbers(both.stepsAt(1).stream()
                            .mapToDouble(step ->
                                    step.difference(Quantity.HIDDEN_STATE).distance())
                            .toArray()));
        }
    }

    private static String numbers(double[] values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(String.format(Locale.ROOT, "%.4f ", value));
        }
        return text.toString();
    }
}
