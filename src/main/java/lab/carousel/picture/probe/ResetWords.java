package lab.carousel.picture.probe;

import java.util.List;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.study.ResetSwitch;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * What leaks when the state is not reset between sequences, in plain language.
 *
 * @param recall how many steps are right with the reset, and how many without
 * @param leak   what becomes of the predictions
 * @param state  how far the states are apart
 */
public record ResetWords(String recall, String leak, String state) {

    /** Words for what was found in a network. */
    public static ResetWords of(Experiment experiment, ResetSwitch both) {
        String recall =
                Message.text("resetSwitch.recall", both.rightWithReset(), both.rightWithoutReset(), both.scored());
        Optional<String> nothing = whyNothingLeaks(experiment, both);
        return nothing.isPresent()
                ? new ResetWords(recall, nothing.get(), "")
                : new ResetWords(recall, leak(experiment.task().alphabet(), both), state(both) + shown(both));
    }

    /** What the picture leaves out, where it does. */
    private static String shown(ResetSwitch both) {
        return both.isCut() ? " " + Message.text("resetSwitch.shown", both.keptOfEach()) : "";
    }

    private static Optional<String> whyNothingLeaks(Experiment experiment, ResetSwitch both) {
        if (both.order().size() == 1) {
            return Optional.of(Message.text("resetSwitch.nothing.alone"));
        }
        if (!experiment.hyperparameters().cell().isRecurrent()) {
            return Optional.of(Message.text("resetSwitch.nothing.cell"));
        }
        if (experiment.hyperparameters().resetPolicy() == ResetPolicy.EVERY_STEP) {
            return Optional.of(Message.text("resetSwitch.nothing.reset"));
        }
        boolean differs = both.steps().stream()
                .anyMatch(step -> step.difference().hiddenDistance() > 0
                        || step.difference().cellDistance() > 0);
        return differs ? Optional.empty() : Optional.of(Message.text("resetSwitch.nothing.same"));
    }

    private static String leak(Alphabet alphabet, ResetSwitch both) {
        List<ResetSwitch.BothWays> changed = both.steps().stream()
                .filter(step -> step.scored()
                        && step.withReset().predicted() != step.withoutReset().predicted())
                .toList();
        if (changed.isEmpty()) {
            double largest = both.steps().stream()
                    .filter(ResetSwitch.BothWays::scored)
                    .mapToDouble(ResetSwitch.BothWays::outputChange)
                    .max()
                    .orElse(0);
            return Message.text("resetSwitch.leak.unseen", NumberText.loss(largest));
        }
        // One that went wrong says more than one that became right
        ResetSwitch.BothWays told = changed.stream()
                .filter(step -> step.isRightWithReset())
                .findFirst()
                .orElse(changed.get(0));
        String words = Message.text(
                "resetSwitch.leak.changed",
                both.order().get(told.place()) + 1,
                told.step() + 1,
                alphabet.symbol(told.withoutReset().predicted()),
                alphabet.symbol(told.withReset().predicted()));
        String origin = answersForTheOneBefore(both, told)
                ? " " + Message.text("resetSwitch.leak.answer", both.order().get(told.place() - 1) + 1)
                : "";
        String more = changed.size() > 1 ? " " + Message.text("resetSwitch.leak.more", changed.size() - 1) : "";
        return words + origin + more;
    }

    /** Whether the sequence before has the same input at the same step, and this prediction would be right there. */
    private static boolean answersForTheOneBefore(ResetSwitch both, ResetSwitch.BothWays told) {
        return both.steps().stream()
                .anyMatch(step -> step.place() == told.place() - 1
                        && step.step() == told.step()
                        && step.input() == told.input()
                        && step.target() != told.target()
                        && step.target() == told.withoutReset().predicted());
    }

    private static String state(ResetSwitch both) {
        List<ResetSwitch.BothWays> second = both.stepsAt(1);
        ResetSwitch.BothWays first = second.get(0);
        ResetSwitch.BothWays last = second.get(second.size() - 1);
        return Message.text(
                "resetSwitch.state",
                both.order().get(1) + 1,
                NumberText.loss(first.difference().hiddenDistance()),
                NumberText.loss(last.difference().hiddenDistance()));
    }
}
