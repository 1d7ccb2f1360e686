package lab.carousel.ui.hyperparameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.model.EngineName;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.domain.Domain;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.ChoiceWords;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The engine and all hyperparameters: on top those that are used most, under them groups of the others, folded away at
 * first.
 */
public final class HyperparametersPanel extends VBox {

    private static final int MAX_RANDOM_SEED = 1_000_000;

    private final EngineRow engine = new EngineRow();
    private final Label other = new Label(Message.text("hyperparameters.notTheRun"));
    private final Map<Field, FieldRow> rows = new LinkedHashMap<>();
    private final List<FieldGroup> groups = new ArrayList<>();
    private final ObjectProperty<HyperparametersDraft> draft = new SimpleObjectProperty<>();
    private Optional<Message> conflict = Optional.empty();
    private boolean showing;

    /**
     * A panel that shows a draft and an engine, and writes what is typed, dragged and chosen back into
     * {@link #draftProperty} and {@link #engineProperty}.
     */
    public HyperparametersPanel(HyperparametersDraft initial, EngineName initialEngine) {
        getStyleClass().add("place");
        setId("hyperparameters");
        Label title = new Label(Message.text("hyperparameters.title"));
        title.getStyleClass().add("place-title");
        title.setMinWidth(USE_PREF_SIZE);
        other.setId("notTheRun");
        other.getStyleClass().add("not-the-run");
        Tip.put(other, Message.text("hyperparameters.notTheRun.tip"));
        showWhetherRun(true);
        HBox header = new HBox(8, title, other);
        header.setAlignment(Pos.BASELINE_LEFT);
        VBox content = new VBox();
        content.getStyleClass().add("groups");
        for (Field field : Field.all()) {
            rows.put(field, row(field));
        }
        for (Settings.Group group : Settings.Group.values()) {
            groups.add(new FieldGroup(
                    group, Field.of(group).stream().map(rows::get).toList()));
        }
        content.getChildren().addAll(groups);
        ScrollArea scroll = new ScrollArea(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header, scroll);
        engine.engineProperty().addListener((observable, before, now) -> showKernelOnly(now));
        draft.addListener((observable, before, now) -> show(now));
        draft.set(initial);
        engine.engineProperty().set(initialEngine);
    }

    /** Tells whether what stands here and in the task is what the run shown was made with. */
    public void showWhetherRun(boolean isOfRun) {
        other.setVisible(!isOfRun);
        other.setManaged(!isOfRun);
    }

    /** The hyperparameters as they stand here. */
    public ObjectProperty<HyperparametersDraft> draftProperty() {
        return draft;
    }

    /** The engine chosen here. It is no hyperparameter: it does not change what is learned. */
    public ObjectProperty<EngineName> engineProperty() {
        return engine.engineProperty();
    }

    /** Gives all rows their place in the panel, also those that nobody has looked at. */
    public void standAll() {
        groups.forEach(FieldGroup::fill);
    }

    /** Shows only the fields of some hyperparameters, by their names, and of the engine; all if there are none. */
    public void showOnly(Set<String> names) {
        groups.forEach(group -> group.showOnly(names));
    }

    /** Lets the sliders reach what goes with a task, and no further. */
    public void showTask(Task task) {
        reach(Settings.UPDATE_INTERVAL, task.longestSteps());
        reach(Settings.BATCH_SIZE, task.longestSteps());
        reach(Settings.LAG, task.shortestSteps());
    }

    private void reach(Setting<?> setting, int most) {
        ((NumberRow) Objects.requireNonNull(rows.get(Field.of(setting)))).reachTo(most);
    }

    /** Shows at its field what keeps valid hyperparameters from working together with the task and the engine. */
    public void showConflict(Optional<Message> problem) {
        conflict = problem;
        showProblems();
    }

    private FieldRow row(Field field) {
        Domain<?> domain = field.setting().<Domain<?>>map(Setting::domain).orElse(null);
        if (domain instanceof Domain.Choice<?> choices) {
            return new ChoiceRow(field, choices, this::change);
        }
        if (domain instanceof Domain.NumberOrWord<?> either) {
            return NumberRow.of(field, either, this::change);
        }
        if (domain instanceof Domain.Number<?> number) {
            return field.equals(Field.of(Settings.SEED))
                    ? NumberRow.of(field, number, this::change, anotherSeed())
                    : NumberRow.of(field, number, this::change);
        }
        return engine;
    }

    private Button anotherSeed() {
        String words = Message.text("hyperparameters.seed.another");
        Button button = new Button(null, new FontIcon(Feather.SHUFFLE));
        button.setId("anotherSeed");
        button.setAccessibleText(words);
        Tip.put(button, words);
        button.setOnAction(event -> {
            int seed = ThreadLocalRandom.current().nextInt(1, MAX_RANDOM_SEED);
            change(before -> before.withNumber(Field.of(Settings.SEED), Integer.toString(seed)));
        });
        return button;
    }

    private void change(UnaryOperator<HyperparametersDraft> change) {
        if (!showing) {
            draft.set(change.apply(draft.get()));
        }
    }

    private void show(HyperparametersDraft now) {
        showing = true;
        Hyperparameters values = now.nearest();
        for (FieldRow row : rows.values()) {
            row.show(now);
            row.showObstacle(row.field().obstacle(values));
        }
        groups.forEach(group -> group.show(now));
        showing = false;
        showProblems();
    }

    private void showProblems() {
        Map<Field, Message> problems = draft.get().problems();
        conflict.ifPresent(problem -> problems.put(Field.subjectOf(problem), problem));
        rows.forEach((field, row) -> row.showProblem(Optional.ofNullable(problems.get(field))));
        groups.forEach(group -> group.showProblems(problems.keySet()));
    }

    private void showKernelOnly(EngineName chosen) {
        showing = true;
        rows.values().forEach(row -> row.showKernelOnly(chosen == EngineName.DL4J));
        showing = false;
    }

    /** The choice of the engine; where Deeplearning4j cannot train the experiment, the kernel is a click away. */
    static final class EngineRow extends FieldRow {

        private final DropDown<EngineName> box;
        private final Hyperlink useKernel = new Hyperlink(Message.text("hyperparameters.useKernel"));

        EngineRow() {
            this(new DropDown<>(List.of(EngineName.values())));
        }

        private EngineRow(DropDown<EngineName> box) {
            super(Field.ENGINE, box);
            this.box = box;
            box.setMaxWidth(Double.MAX_VALUE);
            box.setConverter(new ChoiceWords<>(Field.ENGINE::option));
            HBox.setHgrow(box, Priority.ALWAYS);
            useKernel.setId("useKernel");
            useKernel.setOnAction(event -> box.setValue(EngineName.KERNEL));
            show(useKernel, false);
            getChildren().add(useKernel);
        }

        /** The engine chosen. */
        ObjectProperty<EngineName> engineProperty() {
            return box.valueProperty();
        }

        @Override
        void show(HyperparametersDraft draft) {
            // the engine is no part of the draft
        }

        @Override
        void showProblem(Optional<Message> message) {
            super.showProblem(message);
            show(useKernel, message.isPresent());
        }
    }

    /** A field that offers a few values. */
    static final class ChoiceRow extends FieldRow {

        private final DropDown<Enum<?>> box;

        ChoiceRow(Field field, Domain.Choice<?> choices, Edit edit) {
            this(field, box(choices), edit);
        }

        private ChoiceRow(Field field, DropDown<Enum<?>> box, Edit edit) {
            super(field, box);
            this.box = box;
            HBox.setHgrow(box, Priority.ALWAYS);
            box.setConverter(new ChoiceWords<>(field::option));
            box.valueProperty().addListener((observable, before, now) -> {
                if (now != null) {
                    edit.change(draft -> draft.withChoice(field, now));
                }
            });
        }

        private static DropDown<Enum<?>> box(Domain.Choice<?> choices) {
            DropDown<Enum<?>> box = new DropDown<>(choices.options());
            box.setMaxWidth(Double.MAX_VALUE);
            return box;
        }

        @Override
        void show(HyperparametersDraft draft) {
            box.setValue(draft.choice(field()));
        }

        @Override
        void showKernelOnly(boolean wanted) {
            super.showKernelOnly(wanted);
            box.setConverter(new ChoiceWords<>(value -> {
                String name = field().option(value);
                boolean marked = wanted && field().isKernelOnly(value);
                return marked ? Message.text("hyperparameters.kernelOnly.option", name) : name;
            }));
        }
    }
}
