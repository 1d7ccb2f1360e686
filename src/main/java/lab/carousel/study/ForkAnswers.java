package lab.carousel.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.memory.Memory;

/**
 * What a network answers at a fork.
 *
 * @param steps     the steps of the fork, {@value #MOST_STEPS} at most
 * @param narrowest of each of the two targets of its worst pair, the step where it is told from the other most narrowly
 */
public record ForkAnswers(List<Step> steps, List<ForkAnswer> narrowest) {

    /** The most steps of a fork that are looked at. */
    public static final int MOST_STEPS = 2_000;

    public ForkAnswers {
        steps = List.copyOf(steps);
        narrowest = List.copyOf(narrowest);
    }

    /** The answers of a network at some forks, evaluated in the listed order. */
    public static List<ForkAnswers> of(
            Experiment experiment, Parameters parameters, Memory memory, List<ForkRow> rows) {
        List<List<Step>> steps =
                rows.stream().map(row -> memory.steps(row.number(), MOST_STEPS)).toList();
        Map<Long, List<Integer>> asking = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            for (Step step : steps.get(row)) {
                asking.computeIfAbsent(key(step.sequence(), step.number()), place -> new ArrayList<>())
                        .add(row);
            }
        }
        ForkAnswer[][] found = new ForkAnswer[rows.size()][2];
        Steps[] sequences = experiment.encoded();
        int[] order = IntStream.range(0, sequences.length).toArray();
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters());
        pass.feedEpoch(
                sequences,
                order,
                s -> pass.feedOn(sequences[s], (t, target, loss, outputs, state) -> {
                    Step step = new Step(s, t + 1, sequences[s].fed(t), target);
                    for (int row : asking.getOrDefault(key(s, t + 1), List.of())) {
                        narrow(found[row], rows.get(row).worst(), step, outputs);
                    }
                }));
        List<ForkAnswers> answers = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            boolean isWhole = found[row][0] != null && found[row][1] != null;
            answers.add(new ForkAnswers(steps.get(row), isWhole ? inOrder(found[row]) : List.of()));
        }
        return answers;
    }

    private static List<ForkAnswer> inOrder(ForkAnswer[] answers) {
        return Arrays.stream(answers)
                .sorted(Comparator.comparingInt(answer -> answer.step().sequence()))
                .toList();
    }

    private static long key(int sequence, int number) {
        return (long) sequence << 32 | number;
    }

    private static void narrow(ForkAnswer[] found, List<Target> targets, Step step, double[] outputs) {
        int place = targets.indexOf(step.target());
        if (place < 0) {
            return;
        }
        ForkAnswer answer = new ForkAnswer(
                step, step.target().lowest(outputs), targets.get(1 - place).lowest(outputs));
        if (found[place] == null || answer.own() - answer.other() < found[place].own() - found[place].other()) {
            found[place] = answer;
        }
    }
}
