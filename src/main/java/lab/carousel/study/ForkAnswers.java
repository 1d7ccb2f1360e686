package lab.carousel.study;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.task.Step;
import lab.carousel.task.Target;

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

    /** The answers of a network at a fork, evaluated in the listed order. */
    public static ForkAnswers of(FedNetwork network, ForkRow row) {
        List<Step> steps = network.memory().steps(row.number(), MOST_STEPS);
        // Of equally narrow ones the first that is fed
        ForkAnswer[] found = new ForkAnswer[2];
        steps.stream()
                .sorted(Comparator.comparingInt(Step::sequence).thenComparingInt(Step::number))
                .forEach(step -> narrow(found, row.worst(), step, network.steps()));
        return new ForkAnswers(
                steps,
                Stream.of(found).allMatch(Objects::nonNull)
                        ? Stream.of(found)
                                .sorted(Comparator.comparingInt(
                                        answer -> answer.step().sequence()))
                                .toList()
                        : List.of());
    }

    private static void narrow(ForkAnswer[] found, List<Target> targets, Step step, FedSteps fed) {
        int place = targets.indexOf(step.target());
        if (place < 0) {
            return;
        }
        double[] outputs = fed.outputs(step.sequence(), step.number() - 1);
        ForkAnswer answer = new ForkAnswer(
                step, step.target().lowest(outputs), targets.get(1 - place).lowest(outputs));
        if (found[place] == null || answer.own() - answer.other() < found[place].own() - found[place].other()) {
            found[place] = answer;
        }
    }
}
