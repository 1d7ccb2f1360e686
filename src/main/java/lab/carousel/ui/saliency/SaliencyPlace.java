package lab.carousel.ui.saliency;

import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Clue;
import lab.carousel.model.ClueKind;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.picture.probe.SaliencyDrawing;
import lab.carousel.picture.state.UnitName;
import lab.carousel.study.IntegratedGradients;
import lab.carousel.study.Saliency;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.ui.controls.StateChoice;
import lab.carousel.ui.controls.SymbolChoice;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.operation.ChoiceButtons;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.view.PlaceKind;
import lab.carousel.view.PlaceNeed;

/** Which of the symbols fed so far, and which states on the way, an output hangs on, while the network learns. */
public final class SaliencyPlace {

    private final Selection selection;
    private final Form form = new Form(PlaceName.SALIENCY);
    /** Of the symbol whose output is asked about; none is the expected one. */
    private final SymbolChoice output = new SymbolChoice(Message.text("saliency.output.expected"));

    private final ChoiceButtons<Way> way = form.choice("way", Way.GRADIENT, Way.values());

    private final StateChoice state = form.states();
    private final Probe<Ask> probe;

    private enum Way {
        GRADIENT,
        INTEGRATED
    }

    /**
     * What is asked.
     *
     * @param selected the step that is looked at; one that the task does not have stands for none
     * @param output   the symbol of the output; empty for the expected one
     * @param unit     the unit that is looked at; -1 for none
     */
    private record Ask(
            TracedSnapshot traced,
            Optional<Step> selected,
            Optional<String> output,
            boolean ofCell,
            int unit,
            boolean integrated) {}

    public static Place of(PlaceContext in) {
        return new Place(PlaceName.SALIENCY, PlaceKind.SEE, () -> new SaliencyPlace(in).probe, PlaceNeed.HEIGHT);
    }

    private SaliencyPlace(PlaceContext in) {
        selection = in.selection();
        form.asksAgain(selection.stepProperty());
        form.asksAgain(selection.unitProperty());
        form.asksAgain(output.chosenProperty());
        probe = new Probe<>(in, form, this::question, this::answer);
        Label question = form.words("question");
        Tip.put(question, Message.text("saliency.question.tip"));
        Label strongest = form.words("strongest", "probe-answer");
        probe.open(form.column(
                probe.drawing(),
                controls(),
                Form.sentences(question, strongest, form.words("decides"), form.words("sum"))));
    }

    private VBox controls() {
        explained(named(output, "saliencyOutput"), "saliency.output");
        output.setMaxWidth(Double.MAX_VALUE);
        output.setMinWidth(80);
        output.offer(List.of());
        Label outputs = form.name("output");
        outputs.setLabelFor(output);
        return Form.fields(
                Form.row(Pos.CENTER_LEFT, outputs, grow(output), form.name("state"), state),
                Form.row(Pos.CENTER_LEFT, form.name("way"), way));
    }

    private Asked<Ask> question(TracedSnapshot traced) {
        return Asked.of(new Ask(
                traced,
                Optional.ofNullable(selection.stepProperty().get()),
                output.chosenProperty().get(),
                state.ofCellProperty().get(),
                selection.unitProperty().get(),
                way.value() == Way.INTEGRATED));
    }

    private Shown answer(Ask ask) {
        Experiment experiment = ask.traced().snapshot().experiment();
        Task task = experiment.task();
        Evaluator evaluator = ask.traced().network().evaluator();
        Step step = ask.selected()
                .filter(evaluator.columns()::include)
                .map(chosen -> task.step(chosen.sequence(), chosen.number()))
                .orElseGet(() -> firstOfInterest(evaluator));
        int explained = output(task, ask.output(), step);
        FedSteps fed = ask.traced().network().sample();
        Saliency saliency = Saliency.of(fed, step, explained);
        Optional<IntegratedGradients> parts =
                ask.integrated() ? Optional.of(IntegratedGradients.of(fed, step, explained)) : Optional.empty();
        double[] sizes = parts.map(IntegratedGradients::parts).orElse(saliency.strengths());
        Clue tells = evaluator.deciding().clue(step.sequence(), step.number() - 1);
        String strongest = strongest(experiment, saliency, sizes);
        String decides = decides(task.alphabet(), saliency, sizes, tells);
        String sum = parts.map(SaliencyPlace::sum).orElse("");
        String asked = Message.text(
                "saliency.question",
                step.sequence() + 1,
                step.number(),
                ask.traced().symbol(step.fed()),
                task.alphabet().symbol(saliency.output()),
                NumberText.loss(saliency.value()));
        String subtitle = asked + ". " + strongest;
        String title = Message.text(
                "saliency.picture.title", ask.traced().snapshot().position().epoch());
        return new Shown(drawing(ask, task.sequences().get(step.sequence()), saliency, parts, tells), title, subtitle)
                .spoken((subtitle + " " + decides + " " + sum).strip())
                .says("question", asked)
                .says("strongest", strongest)
                .says("decides", decides)
                .says("sum", sum)
                .then(() -> {
                    output.offer(task.alphabet().symbols().subList(0, task.outputs()));
                    state.offer(experiment.hyperparameters().get(Settings.CELL));
                })
                .picks(spot -> pick(task.step(step.sequence(), Math.max(0, spot.column()) + 1), spot));
    }

    private static SaliencyDrawing drawing(
            Ask ask, Sequence sequence, Saliency saliency, Optional<IntegratedGradients> parts, Clue tells) {
        TracedSnapshot traced = ask.traced();
        boolean hasCell = traced.traces().layout().cell().quantities().contains(Quantity.CELL_STATE);
        return new SaliencyDrawing(
                saliency,
                new SaliencyDrawing.Shown(
                        traced.snapshot().experiment().task().alphabet().symbol(saliency.output()),
                        sequence.symbols().subList(0, sequence.steps()),
                        UnitName.all(traced.traces().layout()),
                        ask.ofCell() && hasCell,
                        tells.kind() == ClueKind.EARLIER ? tells.place() : -1,
                        ask.unit(),
                        parts));
    }

    /** All parts together, checked against the difference of the outputs. */
    private static String sum(IntegratedGradients parts) {
        return Message.text(
                parts.isClose() ? "saliency.sum" : "saliency.sum.off",
                NumberText.loss(parts.sum()),
                NumberText.loss(parts.output()),
                NumberText.loss(parts.baseline()),
                NumberText.loss(parts.difference()),
                parts.points(),
                NumberText.loss(parts.error()));
    }

    /** A bar chooses the step, a cell of the heatmap the unit. */
    private void pick(Step step, Hit spot) {
        if (!selection.lookAtUnit(spot)) {
            selection.stepProperty().set(step);
        }
    }

    /** The last deciding step of the first sequence that has one; without any the last step of the first sequence. */
    private static Step firstOfInterest(Evaluator evaluator) {
        Task task = evaluator.experiment().task();
        for (int s = 0; s < task.sequences().size(); s++) {
            int steps = task.sequences().get(s).steps();
            for (int t = steps - 1;
                    t >= 0 && evaluator.experiment().scoredSteps().include(t, steps);
                    t--) {
                if (evaluator.deciding().includes(s, t)) {
                    return task.step(s, t + 1);
                }
            }
        }
        return task.step(0, task.sequences().get(0).steps());
    }

    /** The output that stands for a symbol, or for the expected one; where none does, the first one that there is. */
    private static int output(Task task, Optional<String> symbol, Step step) {
        int chosen = symbol.map(task.alphabet().symbols()::indexOf).orElse(-1);
        if (chosen >= 0 && chosen < task.outputs()) {
            return chosen;
        }
        return step.target().size() > 0 && step.target().isWithin(task.outputs())
                ? step.target().symbols()[0]
                : 0;
    }

    /** Which earlier symbol the output hangs on most. */
    private static String strongest(Experiment experiment, Saliency saliency, double[] sizes) {
        OptionalInt strongest = saliency.strongestEarlier(sizes);
        return strongest.isPresent()
                ? Message.text(
                        "saliency.strongest",
                        place(experiment.task().alphabet(), saliency, sizes, strongest.getAsInt()))
                : Message.text("saliency.none", reason(experiment, saliency));
    }

    /** Whether that is the one that decides what follows, by the task. */
    private static String decides(Alphabet alphabet, Saliency saliency, double[] sizes, Clue telling) {
        OptionalInt strongest = saliency.strongestEarlier(sizes);
        return switch (telling.kind()) {
            case CURRENT ->
                Message.text(
                        "saliency.decides.current",
                        alphabet.symbol(saliency.fed().get(saliency.step())));
            case BEGINNING -> Message.text("saliency.decides.beginning");
            case SEQUENCE_BEFORE -> Message.text("saliency.decides.before");
            case UNTOLD -> "";
            case NOTHING -> Message.text("saliency.decides.nothing");
            case EARLIER -> {
                boolean same = strongest.isPresent() && strongest.getAsInt() == telling.place();
                yield same
                        ? Message.text("saliency.decides.yes")
                        : Message.text(
                                strongest.isPresent() ? "saliency.decides.no" : "saliency.decides.earlier",
                                place(alphabet, saliency, sizes, telling.place()));
            }
        };
    }

    private static String place(Alphabet alphabet, Saliency saliency, double[] sizes, int place) {
        return Message.text(
                "saliency.strength",
                alphabet.symbol(saliency.fed().get(place)),
                place + 1,
                NumberText.loss(sizes[place]));
    }

    private static String reason(Experiment experiment, Saliency saliency) {
        if (saliency.step() == 0) {
            return Message.text("saliency.none.first");
        }
        if (!experiment.hyperparameters().get(Settings.CELL).isRecurrent()) {
            return Message.text("saliency.none.cell");
        }
        if (experiment.hyperparameters().get(Settings.RESET_POLICY) == ResetPolicy.EVERY_STEP) {
            return Message.text("saliency.none.reset");
        }
        return Message.text("saliency.none.zero");
    }
}
