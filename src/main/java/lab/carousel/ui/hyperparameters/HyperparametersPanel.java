package lab.carousel.ui.hyperparameters;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.model.EngineName;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.domain.Domain;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.ViewScope;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.form.FormRow;
import lab.carousel.ui.form.NumberRow;
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
    private static final HyperparametersDraft REFERENCE =
            HyperparametersDraft.of(Hyperparameters.reference(), EngineName.KERNEL);
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final Form form = new Form("", "hyperparameters", ".label", ".explanation");
    private final Label other = named(new Label(Message.text("hyperparameters.notTheRun")), "notTheRun", "not-the-run");
    private final Label title = named(Controls.label("hyperparameters.title"), "hyperparametersTitle", "place-title");
    private final Hyperlink useKernel =
            whole(named(new Hyperlink(Message.text("hyperparameters.useKernel")), "useKernel"));
    /** Those that were seen; a window that opens has no use for the others yet. */
    private final Map<Field, FormRow> rows = new HashMap<>();

    private final List<FieldGroup> groups = new ArrayList<>();
    /** Put what a draft holds into the controls. */
    private final List<Consumer<HyperparametersDraft>> shown = new ArrayList<>();
    /** Mark what only the kernel trains, or take the marks away. */
    private final List<Consumer<Boolean>> marks = new ArrayList<>();

    private final Project project;
    private final Lab lab;
    private Optional<EngineName> shownEngine = Optional.empty();

    /**
     * A panel that shows a project, and edits it.
     *
     * @param lab    trains it
     * @param window of which the panel is part, also while it is not shown
     * @param first  what is shown at first
     */
    public HyperparametersPanel(Project project, Lab lab, Node window, ViewScope first) {
        this.project = project;
        this.lab = lab;
        named(this, "hyperparameters", "place");
        Tip.put(other, Message.text("hyperparameters.notTheRun.tip"));
        HBox header = new HBox(8, title, other);
        header.setAlignment(Pos.BASELINE_LEFT);
        for (Settings.Group group : Settings.Group.values()) {
            groups.add(new FieldGroup(group));
        }
        VBox content = styled(new VBox(), "groups");
        content.getChildren().addAll(groups);
        getChildren().addAll(header, grow(new ScrollArea(content)));
        show(first);
        WindowListeners.show(window, this::show, project.stateProperty());
        WindowListeners.show(window, this::reach, project.taskProperty());
        WindowListeners.show(window, this::showWhetherRun, lab.restartNeededProperty(), lab.editedProperty());
        WindowListeners.show(window, this::showProblems, lab.problemProperty());
    }

    /** Tells whether what stands here and in the task is what the run shown was made with. */
    private void showWhetherRun() {
        boolean isInvalid = lab.editedProperty().get().isEmpty();
        other.setVisible(isInvalid || lab.restartNeededProperty().get());
    }

    /** Gives all rows their place in the panel, also those that nobody has looked at. */
    public void standAll() {
        groups.forEach(group -> group.fill(Field.of(group.group)));
    }

    /** The fields that can be gone to: those that are shown, or folded away. */
    public List<Field> reachable() {
        return groups.stream().flatMap(group -> group.wanted.stream()).toList();
    }

    public String value(Field field) {
        return project.state().hyperparameters().text(field);
    }

    /** Puts the keyboard into a field, and unfolds its group. */
    public void focus(Field field) {
        groups.stream()
                .filter(group -> Field.of(group.group).contains(field))
                .forEach(group -> group.header.setSelected(true));
        Optional.ofNullable(rows.get(field)).ifPresent(FormRow::focus);
    }

    /** Shows what belongs to a scope, under its title. */
    public void show(ViewScope scope) {
        showOnly(scope.settings());
        Controls.show(title, true);
    }

    /**
     * Keeps the line of what is said about the run also while nothing is, so that no row moves; before a room there is none to
     * spare.
     */
    public void keepLine(boolean isKept) {
        other.managedProperty().unbind();
        if (isKept) {
            other.setManaged(true);
        } else {
            other.managedProperty().bind(other.visibleProperty());
        }
    }

    /** Shows only the fields of some hyperparameters, by their names, and of the engine; all if there are none. */
    public void showOnly(Set<String> names) {
        // Single ones are named by their rows
        Controls.show(title, names.isEmpty());
        groups.forEach(group -> group.showOnly(names));
    }

    /** Shows or hides a row, if it is there. */
    private void showRow(Field field, boolean isShown) {
        FormRow row = rows.get(field);
        if (row != null) {
            Controls.show(row, isShown);
        }
    }

    /** Lets the sliders reach what goes with a task, and no further. */
    private void reach() {
        project.taskProperty().get().ifPresent(task -> {
            reach(Settings.UPDATE_INTERVAL, task.supply().longestSteps());
            reach(Settings.BATCH_SIZE, task.supply().longestSteps());
            reach(Settings.LAG, task.supply().shortestSteps());
        });
    }

    private void reach(Setting<?> setting, int most) {
        if (rows.get(Field.of(setting)) instanceof NumberRow row) {
            row.reachTo(most);
        }
    }

    private FormRow row(Field field) {
        FormRow row;
        if (field.setting().isEmpty()) {
            row = choice(field, List.of(EngineName.values()));
            useKernel.setOnAction(event -> change(draft -> draft.withChoice(field, EngineName.KERNEL)));
            row.beside(useKernel);
        } else {
            Domain<?> domain = field.setting().get().domain();
            row = domain instanceof Domain.Choice<?> choices ? choice(field, choices.options()) : number(field, domain);
        }
        Label mark = named(Controls.label("hyperparameters.kernelOnly", "kernel-only"), field.key() + "KernelOnly");
        row.besideName(mark);
        marks.add(wanted -> Controls.show(mark, wanted && field.hasKernelOnly()));
        return row;
    }

    private FormRow choice(Field field, List<?> options) {
        DropDown<Object> box = grow(stretch(new DropDown<>(List.copyOf(options))));
        box.valueProperty().addListener((observable, before, now) -> change(draft -> draft.withChoice(field, now)));
        shown.add(draft -> box.setValue(draft.choice(field)));
        marks.add(wanted -> box.says(value -> wanted && field.isKernelOnly(value)
                ? Message.text("hyperparameters.kernelOnly.option", field.option(value))
                : field.option(value)));
        return form.line(field.key(), box);
    }

    private FormRow number(Field field, Domain<?> domain) {
        NumberRow row = form.number(
                        field.key(),
                        domain.numbers().orElseThrow().slider(),
                        text -> change(draft -> draft.withNumber(field, text)))
                .thin();
        if (domain instanceof Domain.NumberOrWord) {
            row.orWord(
                    field.word(),
                    Message.text("hyperparameters." + field.key() + ".word.explanation"),
                    chosen -> change(draft -> draft.withWord(field, chosen)));
        }
        if (field.equals(Field.of(Settings.SEED))) {
            row.beside(Controls.iconButton("anotherSeed", Feather.SHUFFLE, "hyperparameters.seed.another", () -> {
                int seed = ThreadLocalRandom.current().nextInt(1, MAX_RANDOM_SEED);
                change(before -> before.withNumber(field, Integer.toString(seed)));
            }));
        }
        shown.add(draft -> row.show(draft.number(field), draft.hasWord(field)));
        return row;
    }

    private void change(UnaryOperator<HyperparametersDraft> change) {
        project.edit(state -> state.with(change.apply(state.hyperparameters())));
    }

    private void show() {
        showRows();
        groups.forEach(group -> group.show(project.state().hyperparameters()));
        showProblems();
    }

    private void showRows() {
        HyperparametersDraft now = project.state().hyperparameters();
        Hyperparameters values = now.nearest();
        Optional<EngineName> engine = Optional.of(now.engine());
        if (!engine.equals(shownEngine)) {
            shownEngine = engine;
            boolean wanted = now.engine() == EngineName.DL4J;
            pseudoClassStateChanged(MARKED, wanted);
            marks.forEach(mark -> mark.accept(wanted));
        }
        shown.forEach(each -> each.accept(now));
        rows.forEach((field, row) -> row.showObstacle(field.obstacle(values)));
    }

    private void showProblems() {
        Map<Field, Message> problems = project.state().hyperparameters().problems();
        lab.problemProperty()
                .get()
                .filter(conflict -> !conflict.key().startsWith("task."))
                .ifPresent(conflict -> problems.put(Field.subjectOf(conflict), conflict));
        rows.forEach((field, row) -> row.showProblem(Optional.ofNullable(problems.get(field))));
        Controls.show(useKernel, problems.containsKey(Field.ENGINE));
        groups.forEach(group -> group.showProblems(problems.keySet()));
    }

    /** The fields of a group that differ from the reference and have an effect, with what they hold; empty if none do. */
    static String differences(Settings.Group group, HyperparametersDraft draft) {
        Hyperparameters values = draft.nearest();
        return group.settings().stream()
                .map(Field::of)
                .filter(field -> field.obstacle(values).isEmpty())
                .filter(field -> !draft.text(field).equals(REFERENCE.text(field)))
                .map(field -> Message.text("hyperparameters.difference", field.label(), draft.text(field)))
                .collect(Collectors.joining(", "));
    }

    /**
     * Some rows under a header that folds them away. A folded group says in its header what differs from the reference. A
     * problem that comes up inside unfolds it.
     */
    private final class FieldGroup extends VBox {

        private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

        private final ToggleButton header = stretch(styled(new ToggleButton(), "flat", "group-header"));
        private final FontIcon chevron = new FontIcon();
        private final FontIcon alert = styled(new FontIcon(Feather.ALERT_CIRCLE), "group-alert");
        private final Label summary = grow(stretch(styled(new Label(), "muted")));
        private final VBox body = styled(new VBox(), "rows");
        private final Settings.Group group;
        private final boolean canFold;
        private List<Field> wanted = List.of();
        private boolean hasProblem;

        FieldGroup(Settings.Group group) {
            this.group = group;
            canFold = group != Settings.Group.ESSENTIAL;
            styled(this, "group").getChildren().addAll(header, body);
            Label title = whole(styled(new Label(group.title()), "group-title"));
            summary.setId("summary-" + group.name());
            HBox content = Controls.row(8, chevron, title, summary, alert);
            content.prefWidthProperty().bind(header.widthProperty().subtract(16));
            header.setGraphic(content);
            header.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            header.setId("group-" + group.name());
            header.setAccessibleRole(AccessibleRole.TITLED_PANE);
            header.setText(group.title());
            header.selectedProperty().addListener((observable, before, now) -> unfold(now));
            Controls.show(header, canFold);
            unfold(!canFold);
        }

        /** Makes the rows of some fields if they are not there. */
        void fill(List<Field> fields) {
            List<Field> missing =
                    fields.stream().filter(field -> !rows.containsKey(field)).toList();
            if (missing.isEmpty()) {
                return;
            }
            missing.forEach(field -> rows.put(field, row(field)));
            Field.of(group).forEach(field -> showRow(field, wanted.contains(field)));
            body.getChildren()
                    .setAll(Field.of(group).stream()
                            .map(rows::get)
                            .filter(Objects::nonNull)
                            .toList());
            shownEngine = Optional.empty();
            showRows();
            reach();
        }

        private void unfold(boolean unfolded) {
            if (unfolded) {
                fill(wanted);
            }
            Controls.show(body, unfolded);
            chevron.setIconCode(unfolded ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            summary.setVisible(!unfolded);
        }

        /** Shows only the rows of some hyperparameters, without the header; all as before if there are none. */
        void showOnly(Set<String> names) {
            boolean all = names.isEmpty();
            wanted = Field.of(group).stream()
                    .filter(field -> all || names.contains(field.whole()))
                    .toList();
            Controls.show(this, !wanted.isEmpty());
            Controls.show(header, all && canFold);
            show(project.state().hyperparameters());
            boolean isOpen = all ? header.isSelected() || !canFold : !wanted.isEmpty();
            if (isOpen) {
                fill(wanted);
            }
            Field.of(group).forEach(field -> showRow(field, wanted.contains(field)));
            Controls.show(body, isOpen);
        }

        /** Says what differs from the reference. */
        void show(HyperparametersDraft draft) {
            // Nobody sees those of a header that is hidden
            String differences = header.isVisible() ? differences(group, draft) : "";
            summary.setText(differences);
            header.setAccessibleHelp(differences);
            // There may be more to say than there is room for
            Tip.put(header, differences);
        }

        /** Unfolds if one of the fields has a problem and none had before; marks the header as long as there is one. */
        void showProblems(Set<Field> fields) {
            boolean now = Field.of(group).stream().anyMatch(fields::contains);
            if (now && !hasProblem) {
                header.setSelected(true);
            }
            hasProblem = now;
            Controls.show(alert, now);
            header.pseudoClassStateChanged(INVALID, now);
        }
    }
}
