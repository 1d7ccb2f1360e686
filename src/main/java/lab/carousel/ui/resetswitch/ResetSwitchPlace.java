package lab.carousel.ui.resetswitch;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
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
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.StateChoice;
import lab.carousel.ui.controls.TypedField;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.selection.Selection;
import lab.carousel.view.Kept;
import lab.carousel.view.PlaceKind;
import lab.carousel.view.PlaceNeed;
import org.kordamp.ikonli.feather.Feather;

/** Sequences one after the other, with and without the reset of the state between them, while the network learns. */
public final class ResetSwitchPlace {

    private final Selection selection;
    private final Form form = new Form(PlaceName.RESET_SWITCH);
    private final StateChoice state = form.states();
    private final Kept<Experiment, Steps[]> encoded = new Kept<>(Experiment::encoded);

    /**
     * What is asked.
     *
     * @param order  the sequences in a row, counted from 0
     * @param ofCell whether c is asked for rather than h
     * @param unit   the unit that is looked at; -1 for none
     */
    private record Ask(Snapshot snapshot, List<Integer> order, boolean ofCell, int unit) {}

    public static Place of(PlaceContext in) {
        return new Place(
                PlaceName.RESET_SWITCH,
                PlaceKind.OPERATE,
                () -> new ResetSwitchPlace(in.selection()).probe(in),
                PlaceNeed.HEIGHT);
    }

    private ResetSwitchPlace(Selection selection) {
        this.selection = selection;
    }

    private Probe<Ask> probe(PlaceContext in) {
        TypedField<List<Integer>> order = form.typed(
                "order",
                experiment -> SequenceOrder.text(SequenceOrder.first(experiment.task())),
                text -> SequenceOrder.of(text, form.experiment().task()));
        form.asksAgain(selection.unitProperty());
        Button reverse = Controls.iconButton(
                "resetSwitchReverse", Feather.REPEAT, "resetSwitch.order.reverse", () -> order.getValue()
                        .ifPresent(now -> order.setText(SequenceOrder.text(SequenceOrder.reversed(now)))));
        Probe<Ask> probe = new Probe<>(
                in,
                form,
                traced -> Asked.of(new Ask(
                        traced.snapshot(),
                        order.getValue().orElseThrow(),
                        state.ofCellProperty().get(),
                        selection.unitProperty().get())),
                this::answer);
        VBox words = Form.sentences(form.words("recall", "probe-answer"), form.words("leak"), form.words("states"));
        return probe.open(form.column(
                probe.drawing(),
                Form.fields(Form.row(Pos.BOTTOM_LEFT, grow(order), reverse, state)),
                styled(words, "reset-words")));
    }

    private Shown answer(Ask ask) {
        Experiment experiment = ask.snapshot().experiment();
        Parameters parameters = ask.snapshot().parameters();
        Contrast both = Contrast.ofReset(experiment, parameters, encoded.of(experiment), ask.order());
        boolean hasCell = parameters.layout().cell().quantities().contains(Quantity.CELL_STATE);
        Quantity quantity = ask.ofCell() && hasCell ? Quantity.CELL_STATE : Quantity.HIDDEN_STATE;
        ComparedStates compared = new ComparedStates(
                quantity,
                false,
                Message.text("resetSwitch.caption.distance", quantity.letter()),
                Message.text("resetSwitch.caption.units", quantity.letter()),
                UnitName.all(parameters.layout()),
                ask.unit());
        ResetWords words = ResetWords.of(experiment, both);
        String subtitle = words.recall() + " " + words.leak();
        String title = Message.text(
                "resetSwitch.picture.title", ask.snapshot().position().epoch());
        return new Shown(ContrastDrawing.ofStates(both, experiment.task().alphabet(), compared, -1), title, subtitle)
                .spoken(subtitle + " " + words.state())
                .says("recall", words.recall())
                .says("leak", words.leak())
                .says("states", words.state())
                .then(() -> state.offer(experiment.hyperparameters().get(Settings.CELL)))
                .picks(selection::lookAtUnit);
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
