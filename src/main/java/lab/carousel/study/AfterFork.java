package lab.carousel.study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.verdict.FedNetwork;
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
 * @param isTest whether these are a test sequence and its twin
 * @param why    some steps cannot be known, one reason each; only without a fork
 */
public record AfterFork(boolean isFork, boolean isTest, List<Side> sides, List<UnknowableReason> why) {

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

    public static AfterFork of(FedNetwork network) {
        Optional<MinimalPair> test = network.tests().stream().findFirst();
        if (test.isPresent()) {
            List<Step> answers = List.of(test.get().answer(0), test.get().answer(1));
            return new AfterFork(true, true, sides(network.shown(), answers, 1), List.of());
        }
        List<ForkRow> worst = ForkList.of(network, 1, 0).rows();
        if (worst.isEmpty()) {
            List<UnknowableReason> why = network.memory().unknowable().stream()
                    .map(UnknowableStep::reason)
                    .distinct()
                    .toList();
            int s = network.steps().sequences() - 1;
            Steps last = network.steps().steps(s);
            return new AfterFork(
                    false, false, sides(network.steps(), List.of(last.step(s, last.size() - 1)), MOST_OUTPUTS), why);
        }
        List<Step> pair = network.worstPair(worst.get(0).number()).stream()
                .sorted(Comparator.comparingInt(Step::sequence).thenComparingInt(Step::number))
                .toList();
        return new AfterFork(
                true, false, sides(network.steps(), pair, worst.get(0).fork().depth()), List.of());
    }

    /** @param back the least steps back to the first symbol told */
    private static List<Side> sides(FedSteps fed, List<Step> steps, int back) {
        int told = steps.size() == 1 ? back : firstDifference(fed, steps.get(0), steps.get(1), back);
        return steps.stream().map(step -> side(step, fed, told, steps)).toList();
    }

    /** Steps back to the first symbol in which two steps differ, or at which one of the sequences begins. */
    private static int firstDifference(FedSteps fed, Step one, Step other, int from) {
        int back = from;
        while (!symbol(fed, one, back).equals(Target.NONE)
                && symbol(fed, one, back).equals(symbol(fed, other, back))) {
            back++;
        }
        return back;
    }

    private static Target symbol(FedSteps fed, Step step, int back) {
        int place = step.number() - 1 - back;
        return place < 0 ? Target.NONE : fed.steps(step.sequence()).fed(place);
    }

    private static List<Target> fed(Steps sequence, int t, int back) {
        return IntStream.rangeClosed(Math.max(0, t - back), t)
                .mapToObj(sequence::fed)
                .toList();
    }

    private static Side side(Step step, FedSteps fed, int back, List<Step> steps) {
        int t = step.number() - 1;
        double[] outputs = fed.outputs(step.sequence(), t);
        // Both targets at both steps; without a fork the target and the largest others
        List<Integer> symbols = steps.size() == 2 && step.target().size() > 0
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
                fed(fed.steps(step.sequence()), t, back),
                fed.predicted(step.sequence(), t),
                symbols,
                symbols.stream().map(k -> outputs[k]).toList());
    }
}
