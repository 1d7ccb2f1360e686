package lab.carousel.ui.lesion;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.study.Contrast;
import lab.carousel.study.ContrastStep;
import lab.carousel.study.Lesion;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.TypedSteps;
import lab.carousel.study.UnitChoice;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.operation.ChoiceButtons;
import lab.carousel.ui.operation.UnitChooser;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.project.Project;
import lab.carousel.ui.project.ProjectState;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.view.PlaceKind;
import lab.carousel.view.PlaceNeed;

/**
 * Lesions: units are silenced and gates forced in what is looked at here, and the answers are shown beside those of the
 * intact network. The run goes on with the whole network, and the lesions are made in each of its snapshots anew.
 */
public final class LesionPlace {

    private static final double SENTENCE = 36;
    private static final int MOST_NAMED = 6;

    private final Selection selection;
    private final ObservableValue<List<PlannedLesion>> lesions;
    private final LesionList list;
    private final LesionForm form;
    private final MemoryFinder finder;
    private final Label sentence;
    private final Probe<Ask> probe;

    /**
     * A network to be looked at with lesions.
     *
     * @param lesions made in what is looked at, not in the run
     * @param made    the same in words; empty if there are none
     * @param column  of them, the selected one; -1 if none is
     */
    record Ask(TracedSnapshot traced, List<Lesion> lesions, String made, int column) {}

    public static Place of(PlaceContext in, Project project) {
        return new Place(
                PlaceName.LESION, PlaceKind.OPERATE, () -> new LesionPlace(in, project).probe, PlaceNeed.HEIGHT);
    }

    private LesionPlace(PlaceContext in, Project project) {
        Form places = new Form(PlaceName.LESION);
        list = new LesionList(project);
        selection = in.selection();
        form = new LesionForm(places, selection, list::add);
        finder = new MemoryFinder(
                in.background(),
                units -> list.replace(
                        List.of(new PlannedLesion(Quantity.HIDDEN_STATE, 0, units, TypedSteps.EVERYWHERE))));
        lesions = places.asksAgain(project.stateProperty().map(ProjectState::lesions));
        places.asksAgain(selection.stepProperty());
        sentence = places.sentence(SENTENCE);
        probe = new Probe<>(in, places, this::question, this::answer);
        probe.colours(form::setPalette).closes(finder::close);
        probe.open(bench(places));
    }

    /** What the upper part of the controls is for. */
    private enum Part {
        MAKE,
        FIND
    }

    private Region bench(Form places) {
        ChoiceButtons<Part> parts = new ChoiceButtons<>(
                "lesionPart",
                Part.MAKE,
                part -> Message.text("lesion.part." + part.name()),
                part -> Message.text("lesion.part.tip." + part.name()));
        parts.offer(List.of(Part.values()));
        form.visibleProperty().bind(parts.valueProperty().isEqualTo(Part.MAKE));
        finder.visibleProperty().bind(parts.valueProperty().isEqualTo(Part.FIND));
        // One upon the other, so that nothing below moves
        StackPane upper = new StackPane(form, finder);
        StackPane.setAlignment(form, Pos.TOP_LEFT);
        StackPane.setAlignment(finder, Pos.TOP_LEFT);
        GridPane recall = new GridPane();
        recall.getStyleClass().add("lesion-recalls");
        recall.addRow(0, Controls.label("lesion.intact"), places.words("intact", "lesion-recall"));
        recall.addRow(1, Controls.label("lesion.lesioned"), places.words("lesioned", "lesion-recall"));
        return Form.bench(probe.drawing(), parts, upper, list, recall, sentence);
    }

    private Asked<Ask> question(TracedSnapshot traced) {
        Snapshot snapshot = traced.snapshot();
        ParameterLayout layout = snapshot.parameters().layout();
        form.show(layout);
        list.show(layout);
        finder.show(snapshot);
        List<Lesion> made = lesions.getValue().stream()
                .flatMap(lesion -> lesion.in(layout).stream())
                .toList();
        Step step = selection.stepProperty().get();
        int column = step == null ? -1 : traced.traces().columnOf(step).orElse(-1);
        String words = lesions.getValue().stream()
                .map(lesion -> LesionList.words(lesion, layout))
                .collect(Collectors.joining("; "));
        return Asked.of(new Ask(traced, made, words, column));
    }

    private Shown answer(Ask ask) {
        FedNetwork network = ask.traced().network();
        Experiment experiment = network.experiment();
        Parameters parameters = network.parameters();
        Operation operation = Lesion.operation(ask.lesions(), parameters.layout());
        Contrast both = Contrast.of(
                experiment,
                Message.text("lesion.intact"),
                ask.traced().traces(),
                Message.text("lesion.lesioned"),
                network.traces(ask.traced().traces().window(), operation));
        String intact = words(network.evaluator().evaluate(parameters));
        String lesioned = words(network.evaluator().evaluate(parameters, operation));
        String changes = sentence(ask, both);
        Task task = experiment.task();
        return new Shown(
                        ContrastDrawing.ofAnswers(both, task.alphabet(), List.of(), -1, ask.column()),
                        Message.text(
                                ask.made().isEmpty() ? "lesion.picture" : "lesion.picture.made",
                                ask.traced().snapshot().position().epoch(),
                                ask.made()),
                        Message.text("lesion.picture.recall", intact, lesioned, changes))
                .says("intact", intact)
                .says("lesioned", lesioned)
                .says("sentence", changes)
                .picks(spot -> {
                    if (spot.column() >= 0) {
                        ContrastStep step = both.steps().get(spot.column());
                        selection.stepProperty().set(task.step(step.sequence(), step.number()));
                    }
                });
    }

    static String words(Evaluation evaluation) {
        String verdict = VerdictWords.of(evaluation).headline();
        return evaluation.decidingSteps() == 0
                ? Message.text("lesion.recall", evaluation.right(), evaluation.steps(), verdict)
                : Message.text(
                        "lesion.recallAndMargin", evaluation.right(), evaluation.steps(), evaluation.margin(), verdict);
    }

    /** What has changed, and on what both were counted where that needs to be said. */
    static String sentence(Ask ask, Contrast both) {
        Task task = ask.traced().snapshot().experiment().task();
        String changes = ask.lesions().isEmpty() ? Message.text("lesion.none") : changes(task.alphabet(), both);
        return changes
                + task.supply().countedOnShown().map(note -> " " + note.text()).orElse("");
    }

    private static String changes(Alphabet alphabet, Contrast both) {
        List<ContrastStep> changed =
                both.steps().stream().filter(ContrastStep::isChanged).toList();
        if (changed.isEmpty()) {
            return Message.text("lesion.unchanged");
        }
        String named = changed.stream()
                .limit(MOST_NAMED)
                .map(step -> Message.text(
                        "lesion.place",
                        step.sequence() + 1,
                        step.number(),
                        alphabet.symbol(step.a().predicted()),
                        alphabet.symbol(step.b().predicted())))
                .collect(Collectors.joining("; "));
        return Message.text(changed.size() > MOST_NAMED ? "lesion.changed.more" : "lesion.changed", named);
    }

    /** Chooses the next lesion: what is held, at which value, at which steps, in which units. */
    static final class LesionForm extends VBox {

        private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

        private final ChoiceButtons<Quantity> quantity;
        private final TextField value = field("lesionValue", "0", "lesion.value");
        private final TextField steps = field("lesionSteps", "", "lesion.steps");
        private final UnitChooser units;
        private final Button add;

        LesionForm(Form form, Selection selection, Consumer<PlannedLesion> onAdded) {
            quantity = form.quantities(Quantity.HIDDEN_STATE);
            units = new UnitChooser("lesionUnits", Message.text("operation.units"), UnitChoice.NONE, selection);
            add = Controls.button("lesionAdd", "lesion.add", () -> lesion().ifPresent(onAdded), "small", "accent");
            steps.setPromptText(Message.text("lesion.steps.all"));
            steps.setPrefColumnCount(7);
            value.setPrefColumnCount(3);
            getChildren()
                    .addAll(
                            Form.tools(Controls.label("lesion.hold"), quantity, Controls.label("lesion.at"), value),
                            units,
                            Form.tools(Controls.label("lesion.steps"), steps, Controls.spring(), add));
            Controls.styled(this, "operation-controls");
            for (ObservableValue<?> each : List.of(
                    value.textProperty(), steps.textProperty(), units.choiceProperty(), units.validProperty())) {
                each.addListener((observable, before, now) -> check());
            }
            check();
        }

        private static TextField field(String id, String text, String key) {
            TextField field = Controls.explained(Controls.named(new TextField(text), id), key);
            field.setMinWidth(48);
            return field;
        }

        void show(ParameterLayout layout) {
            quantity.offer(layout.cell().quantities());
            units.show(layout);
        }

        void setPalette(Palette palette) {
            units.setPalette(palette);
        }

        private void check() {
            value.pseudoClassStateChanged(INVALID, number().isEmpty());
            steps.pseudoClassStateChanged(INVALID, span().isEmpty());
            UnitChoice chosen = units.choiceProperty().get();
            boolean isAny = chosen.all() || !chosen.places().isEmpty();
            add.setDisable(
                    lesion().isEmpty() || !isAny || !units.validProperty().get());
        }

        private Optional<Double> number() {
            try {
                double typed = TypedNumber.decimal(value.getText());
                return Double.isFinite(typed) ? Optional.of(typed) : Optional.empty();
            } catch (IllegalArgumentException noNumber) {
                return Optional.empty();
            }
        }

        private Optional<TypedSteps> span() {
            try {
                return Optional.of(TypedSteps.parse(steps.getText()));
            } catch (InvalidInput invalid) {
                return Optional.empty();
            }
        }

        private Optional<PlannedLesion> lesion() {
            return number().flatMap(held -> span().map(at -> new PlannedLesion(
                    quantity.value(), held, units.choiceProperty().get(), at)));
        }
    }
}
