package lab.carousel.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.probe.ComparedStates;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.picture.state.UnitName;
import lab.carousel.study.Contrast;
import lab.carousel.study.ContrastStep;
import lab.carousel.study.SequenceOrder;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Steps;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** Sequences one after the other, with and without the reset of the state between them, while the network learns. */
public final class ResetSwitchView implements View {

    private static final String ORDER = "order";
    private static final String QUANTITY = "quantity";

    private final SingleEntryCache<Experiment, Steps[]> encoded = new SingleEntryCache<>(Experiment::encoded);

    @Override
    public PlaceName name() {
        return PlaceName.RESET_SWITCH;
    }

    @Override
    public PlaceKind kind() {
        return PlaceKind.OPERATE;
    }

    @Override
    public Set<PlaceNeed> needs() {
        return Set.of(PlaceNeed.HEIGHT);
    }

    @Override
    public boolean looksAtSelection() {
        return true;
    }

    @Override
    public List<Choice> choices(Experiment experiment) {
        List<Integer> order = SequenceOrder.first(experiment.task());
        String first = SequenceOrder.text(order);
        return List.of(
                Choice.text(
                        name(),
                        ORDER,
                        first,
                        text -> SequenceOrder.of(text, experiment.task()),
                        new Option(
                                SequenceOrder.text(SequenceOrder.reversed(order)),
                                "⇄",
                                Message.text("resetSwitch.order.reverse"))),
                Choice.state(name(), QUANTITY, experiment.hyperparameters().get(Settings.CELL)));
    }

    @Override
    public List<String> sentences() {
        return List.of("recall", "leak", "states");
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        Experiment experiment = look.experiment();
        Contrast both = Contrast.ofReset(
                experiment,
                look.network().parameters(),
                encoded.of(experiment),
                SequenceOrder.of(chosen.of(ORDER), experiment.task()));
        Quantity quantity = chosen.of(QUANTITY, Quantity.class);
        ComparedStates compared = new ComparedStates(
                quantity,
                false,
                Message.text("resetSwitch.caption.distance", quantity.letter()),
                Message.text("resetSwitch.caption.units", quantity.letter()),
                UnitName.all(experiment.layout()),
                look.unit());
        ResetWords words = ResetWords.of(experiment, both);
        return new Answer(
                        ContrastDrawing.ofStates(both, experiment.task().alphabet(), compared, -1),
                        Message.text("resetSwitch.picture.title", look.epoch()))
                .says("recall", words.recall())
                .says("leak", words.leak())
                .says("states", words.state())
                .selects(spot -> Selected.unit(spot.row()));
    }

    /** What leaks when the state is not reset between sequences, in plain language. */
    record ResetWords(String recall, String leak, String state) {

        public static ResetWords of(Experiment experiment, Contrast both) {
            String recall = Message.text(
                    "resetSwitch.recall",
                    both.right(ContrastStep::a),
                    both.right(ContrastStep::b),
                    both.scored(ContrastStep::a));
            Optional<String> nothing = whyNothingLeaks(experiment, both);
            return nothing.isPresent()
                    ? new ResetWords(recall, nothing.get(), "")
                    : new ResetWords(recall, leak(experiment.task().alphabet(), both), state(both) + shown(both));
        }

        /** What the picture leaves out, where it does. */
        private static String shown(Contrast both) {
            long kept = both.stepsAt(0).stream().filter(ResetWords::isShown).count();
            return both.steps().stream().allMatch(ResetWords::isShown)
                    ? ""
                    : " " + Message.text("resetSwitch.shown", kept);
        }

        private static boolean isShown(ContrastStep step) {
            return step.difference(Quantity.HIDDEN_STATE).ofUnits().length > 0;
        }

        private static ContrastStep last(Contrast both) {
            return both.steps().get(both.steps().size() - 1);
        }

        private static Optional<String> whyNothingLeaks(Experiment experiment, Contrast both) {
            if (last(both).place() == 0) {
                return Optional.of(Message.text("resetSwitch.nothing.alone"));
            }
            if (!experiment.hyperparameters().get(Settings.CELL).isRecurrent()) {
                return Optional.of(Message.text("resetSwitch.nothing.cell"));
            }
            if (experiment.hyperparameters().get(Settings.RESET_POLICY) == ResetPolicy.EVERY_STEP) {
                return Optional.of(Message.text("resetSwitch.nothing.reset"));
            }
            boolean differs = both.steps().stream()
                    .anyMatch(step -> step.differences().values().stream().anyMatch(found -> found.distance() > 0));
            return differs ? Optional.empty() : Optional.of(Message.text("resetSwitch.nothing.same"));
        }

        private static String leak(Alphabet alphabet, Contrast both) {
            List<ContrastStep> changed = both.steps().stream()
                    .filter(step -> step.a().isScored() && step.isChanged())
                    .toList();
            if (changed.isEmpty()) {
                double largest = both.steps().stream()
                        .filter(step -> step.a().isScored())
                        .mapToDouble(ContrastStep::outputChange)
                        .max()
                        .orElse(0);
                return Message.text("resetSwitch.leak.unseen", NumberText.loss(largest));
            }
            // One that went wrong says more than one that became right
            ContrastStep told = changed.stream()
                    .filter(step -> step.a().isRight())
                    .findFirst()
                    .orElse(changed.get(0));
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
        private static boolean answersForTheOneBefore(Contrast both, ContrastStep told) {
            return both.steps().stream()
                    .anyMatch(step -> step.place() == told.place() - 1
                            && step.number() == told.number()
                            && step.a().fed().equals(told.a().fed())
                            && !step.a().target().equals(told.a().target())
                            && step.a().target().equals(told.b().predicted()));
        }

        private static String state(Contrast both) {
            List<ContrastStep> second = both.stepsAt(1);
            ContrastStep first = second.get(0);
            ContrastStep last = second.get(second.size() - 1);
            return Message.text(
                    "resetSwitch.state",
                    first.sequence() + 1,
                    NumberText.loss(first.difference(Quantity.HIDDEN_STATE).distance()),
                    NumberText.loss(last.difference(Quantity.HIDDEN_STATE).distance()));
        }
    }
}
