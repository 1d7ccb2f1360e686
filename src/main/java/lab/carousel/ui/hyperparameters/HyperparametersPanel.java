package lab.carousel.ui.hyperparameters;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
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
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.project.Field;
import lab.carousel.ui.project.HyperparametersDraft;
import lab.carousel.ui.project.Project;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The engine and all hyperparameters: on top those that are used most, under them groups of the others, folded away at
 * first.
 */
public final class HyperparametersPanel extends VBox {

    private static final int MAX_RANDOM_SEED = 1_000_000;

    private final Label other = named(new Label(Message.text("hyperparameters.notTheRun")), "notTheRun", "not-the-run");
    private final Map<Field, FieldRow> rows = new LinkedHashMap<>();
    private final List<FieldGroup> groups = new ArrayList<>();
    private final Project project;
    private final Lab lab;
    private Optional<EngineName> shownEngine = Optional.empty();
    private boolean showing;

    /**
     * A panel that shows a project, and edits it.
     *
     * @param lab    trains it
     * @param window of which the panel is part, also while it is not shown
     */
    public HyperparametersPanel(Project project, Lab lab, Node window) {
        this.project = project;
        this.lab = lab;
        getStyleClass().add("place");
        setId("hyperparameters");
        Label title = Controls.label("hyperparameters.title", "place-title");
        Tip.put(other, Message.text("hyperparameters.notTheRun.tip"));
        HBox header = new HBox(8, title, other);
        header.setAlignment(Pos.BASELINE_LEFT);
        VBox content = styled(new VBox(), "groups");
        for (Field field : Field.all()) {
            rows.put(field, row(field));
        }
        for (Settings.Group group : Settings.Group.values()) {
            groups.add(new FieldGroup(
                    group, Field.of(group).stream().map(rows::get).toList()));
        }
        content.getChildren().addAll(groups);
        ScrollArea scroll = grow(new ScrollArea(content));
        getChildren().addAll(header, scroll);
        WindowListeners.of(window, project.stateProperty(), (observable, before, now) -> show());
        WindowListeners.of(window, project.taskProperty(), (observable, before, now) -> now.ifPresent(this::reach));
        WindowListeners.of(window, lab.restartNeededProperty(), (observable, before, now) -> showWhetherRun());
        WindowListeners.of(window, lab.editedProperty(), (observable, before, now) -> showWhetherRun());
        WindowListeners.of(window, lab.problemProperty(), (observable, before, now) -> showProblems());
        show();
        project.taskProperty().get().ifPresent(this::reach);
        showWhetherRun();
    }

    /** Tells whether what stands here and in the task is what the run shown was made with. */
    private void showWhetherRun() {
        boolean isInvalid = lab.editedProperty().get().isEmpty();
        Controls.show(other, isInvalid || lab.restartNeededProperty().get());
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
    private void reach(Task task) {
        reach(Settings.UPDATE_INTERVAL, task.longestSteps());
        reach(Settings.BATCH_SIZE, task.longestSteps());
        reach(Settings.LAG, task.shortestSteps());
    }

    private void reach(Setting<?> setting, int most) {
        ((NumberRow) Objects.requireNonNull(rows.get(Field.of(setting)))).reachTo(most);
    }

    private FieldRow row(Field field) {
        if (field.setting().isEmpty()) {
            return new EngineRow(this::change);
        }
        Domain<?> domain = field.setting().get().domain();
        if (domain instanceof Domain.Choice<?> choices) {
            return new ChoiceRow(field, choices.options(), this::change);
        }
        NumberRow row = new NumberRow(field, domain, this::change);
        if (field.equals(Field.of(Settings.SEED))) {
            row.beside(anotherSeed());
        }
        return row;
    }

    private Button anotherSeed() {
        String words = Message.text("hyperparameters.seed.another");
        Button button = named(new Button(null, new FontIcon(Feather.SHUFFLE)), "anotherSeed");
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
            project.edit(state -> state.with(change.apply(state.hyperparameters())));
        }
    }

    private void show() {
        showing = true;
        HyperparametersDraft now = project.state().hyperparameters();
        Hyperparameters values = now.nearest();
        Optional<EngineName> engine = Optional.of(now.engine());
        if (!engine.equals(shownEngine)) {
            shownEngine = engine;
            rows.values().forEach(row -> row.showKernelOnly(now.engine() == EngineName.DL4J));
        }
        for (FieldRow row : rows.values()) {
            row.show(now);
            row.showObstacle(row.field().obstacle(values));
        }
        groups.forEach(group -> group.show(now));
        showing = false;
        showProblems();
    }

    private void showProblems() {
        Map<Field, Message> problems = project.state().hyperparameters().problems();
        lab.problemProperty()
                .get()
                .filter(conflict -> !conflict.key().startsWith("task."))
                .ifPresent(conflict -> problems.put(Field.subjectOf(conflict), conflict));
        rows.forEach((field, row) -> row.showProblem(Optional.ofNullable(problems.get(field))));
        groups.forEach(group -> group.showProblems(problems.keySet()));
    }

    /** Takes over what a row changes. */
    interface Edit {

        /** Changes the draft. */
        void change(UnaryOperator<HyperparametersDraft> change);
    }

    /** The choice of the engine; where Deeplearning4j cannot train the experiment, the kernel is a click away. */
    static final class EngineRow extends ChoiceRow {

        private final Hyperlink useKernel =
                named(new Hyperlink(Message.text("hyperparameters.useKernel")), "useKernel");

        EngineRow(Edit edit) {
            super(Field.ENGINE, List.of(EngineName.values()), edit);
            useKernel.setOnAction(event -> edit.change(draft -> draft.withChoice(Field.ENGINE, EngineName.KERNEL)));
            Controls.show(useKernel, false);
            getChildren().add(useKernel);
        }

        @Override
        void showProblem(Optional<Message> message) {
            super.showProblem(message);
            Controls.show(useKernel, message.isPresent());
        }
    }

    /** A field that offers a few values. */
    static class ChoiceRow extends FieldRow {

        private final DropDown<Enum<?>> box;

        ChoiceRow(Field field, List<? extends Enum<?>> options, Edit edit) {
            this(field, stretch(new DropDown<>(List.copyOf(options))), edit);
        }

        private ChoiceRow(Field field, DropDown<Enum<?>> box, Edit edit) {
            super(field, box);
            this.box = box;
            HBox.setHgrow(box, Priority.ALWAYS);
            box.says(field::option);
            box.valueProperty().addListener((observable, before, now) -> {
                if (now != null) {
                    edit.change(draft -> draft.withChoice(field, now));
                }
            });
        }

        @Override
        void show(HyperparametersDraft draft) {
            box.setValue(draft.choice(field()));
        }

        @Override
        void showKernelOnly(boolean wanted) {
            super.showKernelOnly(wanted);
            box.says(value -> {
                String name = field().option(value);
                boolean marked = wanted && field().isKernelOnly(value);
                return marked ? Message.text("hyperparameters.kernelOnly.option", name) : name;
            });
        }
    }

    /**
     * Some rows under a header that folds them away. A folded group says in its header what differs from the reference. A
     * problem that comes up inside unfolds it.
     */
    static final class FieldGroup extends VBox {

        private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

        private final ToggleButton header = stretch(styled(new ToggleButton(), "flat", "group-header"));
        private final FontIcon chevron = new FontIcon();
        private final FontIcon alert = styled(new FontIcon(Feather.ALERT_CIRCLE), "group-alert");
        private final Label summary = grow(stretch(styled(new Label(), "muted")));
        private final VBox body;
        private final Settings.Group group;
        private final List<FieldRow> rows;
        private boolean hasProblem;

        FieldGroup(Settings.Group group, List<FieldRow> rows) {
            this.group = group;
            this.rows = rows;
            body = new VBox();
            body.getStyleClass().add("rows");
            getStyleClass().add("group");
            if (group == Settings.Group.ESSENTIAL) {
                fill();
                getChildren().add(body);
                return;
            }
            Label title = whole(styled(new Label(group.title()), "group-title"));
            summary.setId("summary-" + group.name());
            HBox content = Controls.row(8, chevron, title, summary, alert);
            header.setGraphic(content);
            header.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            content.prefWidthProperty().bind(header.widthProperty().subtract(16));
            header.setId("group-" + group.name());
            header.setAccessibleRole(AccessibleRole.TITLED_PANE);
            header.setText(group.title());
            header.selectedProperty().addListener((observable, before, now) -> unfold(now));
            getChildren().addAll(header, body);
            unfold(false);
            showProblem(false);
        }

        /** Not before they are seen: what has no place in the window is given no style and no layout. */
        void fill() {
            if (body.getChildren().isEmpty()) {
                body.getChildren().addAll(rows);
            }
        }

        private void unfold(boolean unfolded) {
            if (unfolded) {
                fill();
            }
            Controls.show(body, unfolded);
            chevron.setIconCode(unfolded ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            summary.setVisible(!unfolded);
        }

        /** Shows only the rows of some hyperparameters, without the header; all as before if there are none. */
        void showOnly(Collection<String> names) {
            boolean all = names.isEmpty();
            boolean some = false;
            for (FieldRow row : rows) {
                boolean shown = all || names.contains(row.field().whole());
                Controls.show(row, shown);
                some |= shown;
            }
            Controls.show(this, some);
            if (!all && some) {
                fill();
            }
            if (group != Settings.Group.ESSENTIAL) {
                Controls.show(header, all);
                Controls.show(body, all ? header.isSelected() : some);
            }
        }

        /** Says what differs from the reference. */
        void show(HyperparametersDraft draft) {
            String differences = Differences.of(group, draft);
            summary.setText(differences);
            header.setAccessibleHelp(differences);
            // There may be more to say than there is room for
            Tip.put(header, differences);
        }

        /** Unfolds if one of the fields has a problem and none had before; marks the header as long as there is one. */
        void showProblems(Collection<Field> fields) {
            showProblem(fields.stream().anyMatch(field -> Field.of(group).contains(field)));
        }

        private void showProblem(boolean now) {
            if (now && !hasProblem) {
                header.setSelected(true);
            }
            hasProblem = now;
            Controls.show(alert, now);
            header.pseudoClassStateChanged(INVALID, now);
        }

        /** Says in a few words what differs from the reference. */
        static final class Differences {

            private static final HyperparametersDraft REFERENCE =
                    HyperparametersDraft.of(Hyperparameters.reference(), EngineName.KERNEL);

            private Differences() {}

            /** The fields of a group that differ and have an effect, with what they hold; empty if there are none. */
            static String of(Settings.Group group, HyperparametersDraft draft) {
                Hyperparameters values = draft.nearest();
                return Field.of(group).stream()
                        .filter(field -> field.setting().isPresent())
                        .filter(field -> field.obstacle(values).isEmpty())
                        .filter(field -> !draft.text(field).equals(REFERENCE.text(field)))
                        .map(field -> Message.text("hyperparameters.difference", field.label(), draft.text(field)))
                        .collect(Collectors.joining(", "));
            }
        }
    }
}
