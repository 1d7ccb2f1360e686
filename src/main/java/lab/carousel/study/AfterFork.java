package lab.carousel.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.BatchOutputs;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.MinimalPair;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.memory.UnknowableReason;
import lab.carousel.task.memory.UnknowableStep;

/**
 * What a network says where only the past decides: at both steps of the worst fork's worst pair, evaluated in the listed
 * order; at the answers of the first test sequence and its twin, where sequences are drawn; without a fork at the last
 * scored step.
 *
 * @param isFork whether the two sides are those of a fork
 * @param why    some steps cannot be known, one reason each; only without a fork
 */
public record AfterFork(boolean isFork, List<Side> sides, List<UnknowableReason> why) {

    /** The most outputs of a side without a fork. */
    static final int MOST_OUTPUTS = 6;

    private static final int MOST_FED = 7;
    private static final int LAST_FED = 2;
    private static final String LEFT_OUT = "… ";

    /**
     * A step with the outputs that are looked at.
     *
     * @param fed     the last symbols fed, in a fork from the one that tells on; the current one last
     * @param symbols the outputs, in the order of the alphabet
     */
    public record Side(Step step, List<Target> fed, Target prediction, List<Integer> symbols, List<Double> outputs) {

        /** The symbols fed, from the one that tells on: {@code 3 0 1 2}. */
        public String fed(Alphabet alphabet) {
            List<Target> last = fed.subList(Math.max(0, fed.size() - LAST_FED), fed.size());
            return fed.size() <= MOST_FED
                    ? words(fed, alphabet)
                    : alphabet.symbol(fed.get(0)) + " " + LEFT_OUT + words(last, alphabet);
        }

        private static String words(List<Target> symbols, Alphabet alphabet) {
            return symbols.stream().map(alphabet::symbol).collect(Collectors.joining(" "));
        }

        public boolean isRight() {
            return step.target().accepts(prediction);
        }
    }

    public AfterFork {
        sides = List.copyOf(sides);
        why = List.copyOf(why);
    }

    public static AfterFork of(Experiment experiment, Evaluator evaluator, Parameters parameters) {
        Optional<MinimalPair> test = evaluator.tests().stream().findFirst();
        if (test.isPresent()) {
            Steps[] pair = test.get().both().toArray(Steps[]::new);
            List<Step> answers = List.of(test.get().answer(0), test.get().answer(1));
            return new AfterFork(true, sides(experiment, parameters, pair, answers, 1), List.of());
        }
        Steps[] sequences = experiment.encoded();
        List<ForkRow> worst =
                ForkList.of(experiment, evaluator, parameters, 1, 0).rows();
        if (worst.isEmpty()) {
            List<UnknowableReason> why = evaluator.memory().unknowable().stream()
                    .map(UnknowableStep::reason)
                    .distinct()
                    .toList();
            List<Step> last = List.of(last(sequences, sequences.length - 1));
            return new AfterFork(false, sides(experiment, parameters, sequences, last, MOST_OUTPUTS), why);
        }
        List<Step> pair = evaluator.worstPair(parameters, worst.get(0).number());
        int depth = worst.get(0).fork().depth();
        return new AfterFork(true, sides(experiment, parameters, sequences, pair, depth), List.of());
    }

    private static Step last(Steps[] sequences, int s) {
        return sequences[s].step(s, sequences[s].size() - 1);
    }

    /** @param back the least steps back to the first symbol told */
    private static List<Side> sides(
            Experiment experiment, Parameters parameters, Steps[] sequences, List<Step> steps, int back) {
        int told = steps.size() == 1 ? back : firstDifference(sequences, steps.get(0), steps.get(1), back);
        List<Side> sides = new ArrayList<>();
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters());
        BatchOutputs units = new BatchOutputs(
                experiment.hyperparameters().get(Settings.OUTPUT),
                parameters.layout().outputs());
        int[] order = IntStream.range(0, sequences.length).toArray();
        pass.feedEpoch(
                sequences,
                order,
                s -> pass.answerOn(sequences[s], fed -> {}, (t, answer, netInputs, state) -> steps.stream()
                        .filter(step -> step.sequence() == s && step.number() == t + 1)
                        .forEach(step -> sides.add(
                                side(step, fed(sequences[s], t, told), answer, units.outputs(netInputs), steps)))));
        return sides;
    }

    /** Steps back to the first symbol in which two steps differ, or at which one of the sequences begins. */
    private static int firstDifference(Steps[] sequences, Step one, Step other, int from) {
        int back = from;
        while (!symbol(sequences, one, back).equals(Target.NONE)
                && symbol(sequences, one, back).equals(symbol(sequences, other, back))) {
            back++;
        }
        return back;
    }

    private static Target symbol(Steps[] sequences, Step step, int back) {
        int place = step.number() - 1 - back;
        return place < 0 ? Target.NONE : sequences[step.sequence()].fed(place);
    }

    private static List<Target> fed(Steps sequence, int t, int back) {
        return IntStream.rangeClosed(Math.max(0, t - back), t)
                .mapToObj(sequence::fed)
                .toList();
    }

    private static Side side(Step step, List<Target> fed, StepAnswer answer, double[] outputs, List<Step> steps) {
        // Both targets at both steps; without a fork the target and the largest others
        List<Integer> symbols = steps.size() == 2 && !step.target().isOfNumbers()
                ? steps.stream()
                        .flatMapToInt(each -> Arrays.stream(each.target().symbols()))
                        .sorted()
                        .distinct()
                        .boxed()
                        .toList()
                : IntStream.range(0, outputs.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(k -> step.target().includes(k) ? -2 : -outputs[k]))
                        .limit(MOST_OUTPUTS)
                        .sorted()
                        .toList();
        return new Side(
                step,
                fed,
                answer.prediction(),
                symbols,
                symbols.stream().map(k -> outputs[k]).toList());
    }
}
