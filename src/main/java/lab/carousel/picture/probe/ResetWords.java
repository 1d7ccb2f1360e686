package lab.carousel.picture.probe;

import java.util.List;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.Contrast;
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
    public static ResetWords of(Experiment experiment, Contrast both) {
        String recall = Message.text("resetSwitch.recall", both.right(Contrast.Step::a), both.right(Contrast.Step::b), both.scored(Contrast.Step::a));
        Optional<String> nothing = whyNothingLeaks(experiment, both);
        return nothing.isPresent()
                ? new ResetWords(recall, nothing.get(), "")
                : new ResetWords(recall, leak(experiment.task().alphabet(), both), state(both) + shown(both));
    }

    /** What the picture leaves out, where it does. */
    private static String shown(Contrast both) {
        long kept = both.stepsAt(0).stream().filter(ResetWords::isShown).count();
        return both.steps().stream().allMatch(ResetWords::isShown) ? "" : " " + Message.text("resetSwitch.shown", kept);
    }

    private static boolean isShown(Contrast.Step step) {
        return step.difference(Quantity.HIDDEN_STATE).ofUnits().length > 0;
    }

    private static Contrast.Step last(Contrast both) {
        return both.steps().get(both.steps().size() - 1);
    }

    private static Optional<String> whyNothingLeaks(Experiment experiment, Contrast both) {
        if (last(both).place() == 0) {
            return Optional.of(Message.text("resetSwitch.nothing.alone"));
        }
        if (!experiment.hyperparameters().cell().isRecurrent()) {
            return Optional.of(Message.text("resetSwitch.nothing.cell"));
        }
        if (experiment.hyperparameters().resetPolicy() == ResetPolicy.EVERY_STEP) {
            return Optional.of(Message.text("resetSwitch.nothing.reset"));
        }
        boolean differs = both.steps().stream()
                .anyMatch(step -> step.differences().values().stream().anyMatch(found -> found.distance() > 0));
        return differs ? Optional.empty() : Optional.of(Message.text("resetSwitch.nothing.same"));
    }

    private static String leak(Alphabet alphabet, Contrast both) {
        List<Contrast.Step> changed = both.steps().stream()
                .filter(step -> step.a().isScored() && step.isChanged())
                .toList();
        if (changed.isEmpty()) {
            double largest = both.steps().stream()
                    .filter(step -> step.a().isScored())
                    .mapToDouble(Contrast.Step::outputChange)
                    .max()
                    .orElse(0);
            return Message.text("resetSwitch.leak.unseen", NumberText.loss(largest));
        }
        // One that went wrong says more than one that became right
        Contrast.Step told =
                changed.stream().filter(step -> step.a().isRight()).findFirst().orElse(changed.get(0));
        String words = Message.text(
                "resetSwitch.leak.changed",
                told.sequence() + 1,
                told.number(),
                alphabet.symbol(told.b().predicted()),
                alphabet.symbol(told.a().predicted()));
        String origin = answersForTheOneBefore(both, told)
                ? " "
                        + Message.text(
                                "resetSwitch.leak.answer",
                                both.stepsAt(told.place() - 1).get(0).sequence() + 1)
                : "";
        String more = changed.size() > 1 ? " " + Message.text("resetSwitch.leak.more", changed.size() - 1) : "";
        return words + origin + more;
    }

    /** Whether the sequence before has the same input at the same step, and this prediction would be right there. */
    private static boolean answersForTheOneBefore(Contrast both, Contrast.Step told) {
        return both.steps().stream()
                .anyMatch(step -> step.place() == told.place() - 1
                        && step.number() == told.number()
                        && step.a().input() == told.a().input()
                        && step.a().target() != told.a().target()
                        && step.a().target() == told.b().predicted());
    }

    private static String state(Contrast both) {
        List<Contrast.Step> second = both.stepsAt(1);
        Contrast.Step first = second.get(0);
        Contrast.Step last = second.get(second.size() - 1);
        return Message.text(
                "resetSwitch.state",
                first.sequence() + 1,
                NumberText.loss(first.difference(Quantity.HIDDEN_STATE).distance()),
                NumberText.loss(last.difference(Quantity.HIDDEN_STATE).distance()));
    }
}
