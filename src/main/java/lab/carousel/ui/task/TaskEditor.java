package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;
import lab.carousel.task.draft.SeriesDraft;
import lab.carousel.task.draft.SourceDraft;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.task.draft.TaskEdit;
import lab.carousel.task.draft.TaskFix;
import lab.carousel.task.draft.TaskProblem;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.task.drawn.DrawnKinds;
import lab.carousel.task.generator.Generator;
import lab.carousel.task.generator.GeneratorDraft;
import lab.carousel.task.generator.Recipe;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.Pills;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.ViewScope;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.project.Field;
import lab.carousel.ui.project.HyperparametersDraft;
import lab.carousel.ui.project.Project;
import lab.carousel.ui.project.ProjectState;
import org.jspecify.annotations.Nullable;

/**
 * Where alphabet and sequences are typed. A problem is shown where it is, with what to do about it; below, the selected
 * sequence is shown as the network gets to see it. A task that draws its sequences, or that is being generated, has a card
 * in place of all that.
 * Made for a width of 280 to 400 pixels.
 */
public final class TaskEditor extends VBox {

    private final Project project;
    private final Background background;
    private final Label summary = named(new Label(), "taskSummary", "editor-note");
    private final MenuButton generate =
            whole(named(new MenuButton(Message.text("editor.generate")), "generate", "small"));
    private final VBox listed = styled(new VBox(), "listed");
    /** Where there is no room for all of it. */
    private final ScrollArea listedScroll = new ScrollArea(listed);
    /** That, or the card in its place. */
    private final StackPane shown = grow(new StackPane(listedScroll));

    private final Label memory = Controls.words("taskMemory", "editor-note");
    private final Label conflict = Controls.words("taskConflict", "problem-text");
    private final ObjectProperty<TaskMemory> asked = new SimpleObjectProperty<>(this, "asked", TaskMemory.NONE);
    /** Shows the task while it is drawn; made for the first that is. */
    private @Nullable SourceCard card;
    /** The same of one that is being generated. */
    private DraftCard.@Nullable GeneratorCard generatorCard;
    /** The same of a series. */
    private @Nullable SeriesCard seriesCard;

    private Palette palette = Palette.LIGHT;
    private final AlphabetBox alphabet;
    private final SequenceList sequences;
    private final SequenceView view;
    private ViewScope scope = ViewScope.WHOLE;
    /** What the generator was set to last. */
    private GeneratorDraft lastGenerator = GeneratorDraft.of(Generator.REFERENCE);
    /** What was drawn last; empty if nothing was. */
    private Optional<SourceDraft> lastSource = Optional.empty();

    /** The series that was shown last. */
    private SeriesDraft lastSeries = SeriesDraft.of(new Series(
            ShippedSeries.AIRLINE.data(),
            SeriesFeed.of(ShippedSeries.AIRLINE.data().size())));

    private Runnable onPasteSeries = () -> {};
    private Runnable onOpenSeries = () -> {};

    /** What is edited. */
    private enum Kind {
        LISTED,
        DRAWN,
        SERIES
    }

    private final Pills<Kind> kinds = new Pills<>(List.of(Kind.values()), TaskEditor::kindButton);
    private boolean showing;

    /**
     * An editor of a project.
     *
     * @param lab    trains it
     * @param window of which the editor is part, also while it is not shown
     */
    public TaskEditor(Project project, Lab lab, Node window, Background background) {
        this.project = project;
        this.background = background;
        kinds.valueProperty().addListener((observable, before, now) -> {
            if (!showing) {
                edit(task -> switch (now) {
                    case LISTED -> task.asListed();
                    case DRAWN -> task.with(drawnLast());
                    case SERIES -> task.with(lastSeries);
                });
            }
        });
        named(this, "taskEditor", "place", "task-editor");
        kinds.setAlignment(Pos.BASELINE_LEFT);
        alphabet = new AlphabetBox(project);
        sequences = grow(new SequenceList(project, asked, alphabet::focusField));
        view = grow(new SequenceView(project, sequences.selectedProperty(), asked));
        sequences.setFocusAfter(() -> FirstControl.in(view).ifPresent(Node::requestFocus));
        memory.setMinSize(0, USE_PREF_SIZE);
        listed.getChildren().addAll(generate, alphabet, sequences, memory, view);
        listedScroll.setFitToHeight(true);
        listedScroll.setMinHeight(0);
        shown.setMinHeight(0);
        getChildren().addAll(header(), shown, conflict);
        WindowListeners.show(window, () -> showConflict(lab.problemProperty().get()), lab.problemProperty());
        WindowListeners.show(window, this::refresh, project.stateProperty());
    }

    /**
     * Tells from now on, while somebody types, what must be remembered, how far back, and what cannot be known, and marks the
     * steps.
     *
     * @param background finds it out
     * @param edited     the task with the hyperparameters that say how it is fed; empty while they do not fit together
     * @return what stops it
     */
    public Runnable tellMemory(Background background, ObservableValue<Optional<Experiment>> edited) {
        ConflatingWorker<Experiment, TaskMemory> worker =
                new ConflatingWorker<>(background, "task memory", TaskMemory::of, found -> {
                    asked.set(found);
                    memory.setText(found.words());
                    Tip.put(memory, found.words());
                });
        WindowListeners.of(this, edited, (observable, before, now) -> now.ifPresent(worker::ask));
        edited.getValue().ifPresent(worker::ask);
        return worker::close;
    }

    /** Says why the hyperparameters do not allow for the task. */
    private void showConflict(Optional<Message> problem) {
        Optional<Message> own = problem.filter(each -> each.key().startsWith("task."));
        conflict.setText(own.map(Message::text).orElse(""));
        Controls.show(conflict, own.isPresent());
    }

    private void edit(UnaryOperator<TaskEdit> change) {
        project.edit(state -> fitting(state.task(), state.with(change.apply(state.task()))));
    }

    /** With an output that can answer, where the task begins to want numbers, or symbols again. */
    private static ProjectState fitting(TaskEdit before, ProjectState after) {
        TargetKind targets = after.task().targets();
        HyperparametersDraft settings = after.hyperparameters();
        Field output = Field.of(Settings.OUTPUT);
        Output now = (Output) settings.choice(output);
        return targets == before.targets() ? after : after.with(settings.withChoice(output, now.fitting(targets)));
    }

    /** Makes a list of the sequences that a card shows. */
    private void keepAsList() {
        project.taskProperty()
                .get()
                .ifPresent(made -> edit(task -> task.with(new Task(made.alphabet(), made.sequences()))));
    }

    /** Shows what belongs to a scope: only the sequences, or all. */
    public void show(ViewScope now) {
        scope = now;
        scope.showWhole(alphabet, view);
        sequences.show(scope);
        refresh();
    }

    /** In a narrow panel the numbers of the task stand below its name, in whole words. */
    private FlowPane header() {
        Label title = Controls.label("editor.title", "editor-title");
        Tip.put(generate, Message.text("editor.generate.tip"));
        for (Recipe recipe : Recipe.values()) {
            offer(recipe.name(), "generator." + recipe.name(), task -> task.with(lastGenerator.with(recipe)));
        }
        FlowPane header = new FlowPane(8, 4, title, kinds, whole(summary));
        header.setRowValignment(VPos.BASELINE);
        return header;
    }

    private static ToggleButton kindButton(Kind kind) {
        String key = kind.name().toLowerCase(Locale.ROOT);
        ToggleButton button = whole(named(new ToggleButton(Message.text("editor." + key)), "task-" + key, "small"));
        Tip.put(button, Message.text("editor." + key + ".tip"));
        return button;
    }

    public void setPalette(Palette palette) {
        this.palette = palette;
        if (card != null) {
            card.setPalette(palette);
        }
        if (seriesCard != null) {
            seriesCard.setPalette(palette);
        }
    }

    /** What is done to make a series of the clipboard, or of a file. */
    public void setOnOwnSeries(Runnable onPaste, Runnable onOpen) {
        onPasteSeries = onPaste;
        onOpenSeries = onOpen;
    }

    private SourceDraft drawnLast() {
        return lastSource.orElseGet(() -> new SourceDraft(DrawnKinds.ALL.get(0), Map.of()));
    }

    private SourceCard card() {
        if (card == null) {
            card = new SourceCard(
                    background,
                    change -> edit(
                            task -> task.source().map(change).map(task::with).orElse(task)),
                    this::keepAsList);
            card.setPalette(palette);
        }
        return card;
    }

    private SeriesCard seriesCard() {
        if (seriesCard == null) {
            seriesCard = new SeriesCard(
                    background,
                    change -> edit(
                            task -> task.series().map(change).map(task::with).orElse(task)),
                    () -> onPasteSeries.run(),
                    () -> onOpenSeries.run());
            seriesCard.setPalette(palette);
        }
        return seriesCard;
    }

    private DraftCard.GeneratorCard generatorCard() {
        if (generatorCard == null) {
            generatorCard = new DraftCard.GeneratorCard(
                    change -> edit(
                            task -> task.generator().map(change).map(task::with).orElse(task)),
                    this::keepAsList);
        }
        return generatorCard;
    }

    private void offer(String id, String key, UnaryOperator<TaskEdit> change) {
        generate.getItems()
                .add(Controls.item("generate-" + id, Message.text("editor." + key + ".title"), () -> edit(change)));
    }

    private void refresh() {
        TaskEdit task = project.state().task();
        boolean isDrawn = task.source().isPresent();
        boolean generated = task.generator().isPresent();
        boolean isSeries = task.series().isPresent();
        Region place = isDrawn ? card() : isSeries ? seriesCard() : generated ? generatorCard() : listedScroll;
        if (!shown.getChildren().contains(place)) {
            shown.getChildren().setAll(place);
        }
        Controls.show(generate, scope.isWhole() && place == listedScroll);
        Controls.show(kinds, scope.isWhole());
        showing = true;
        kinds.choose(isDrawn ? Kind.DRAWN : isSeries ? Kind.SERIES : Kind.LISTED);
        showing = false;
        alphabet.refresh();
        sequences.refresh();
        view.refresh();
        task.source().ifPresent(source -> {
            lastSource = Optional.of(source);
            card().show(source);
        });
        task.series().ifPresent(made -> {
            lastSeries = made;
            seriesCard().show(made);
        });
        task.generator().ifPresent(made -> {
            lastGenerator = made;
            generatorCard().show(made);
        });
        summary.setText(summary(task));
        Tip.put(summary, summary.getText());
    }

    private String summary(TaskEdit task) {
        if (task.source().isPresent() || task.series().isPresent()) {
            return "";
        }
        if (task.generator().isPresent()) {
            return project.taskProperty()
                    .get()
                    .map(made -> Message.text("editor.summary", made.sequences().size(), made.steps()))
                    .orElse("");
        }
        List<TypedSymbols> lines = task.listed().sequences();
        int steps =
                lines.stream().mapToInt(line -> Math.max(0, line.size() - 1)).sum();
        return Message.text("editor.summary", lines.size(), steps);
    }

    /** The alphabet: a field for its symbols, their number, and ways to collect and to sort them. */
    static final class AlphabetBox extends VBox {

        private final Project project;
        private final Label count = whole(named(new Label(), "alphabetCount", "editor-note"));
        private final SymbolField field = named(new SymbolField(this::appendLines), "alphabetField");
        private final ProblemLine problem = new ProblemLine(this::mend);

        AlphabetBox(Project project) {
            this.project = project;
            getStyleClass().add("alphabet-box");
            field.setPromptText(Message.text("editor.alphabet.prompt"));
            field.setAccessibleText(Message.text("editor.alphabet"));
            field.textProperty().addListener((observable, before, text) -> edit(draft -> draft.withAlphabet(text)));
            getChildren().addAll(header(), field, problem);
        }

        void focusField() {
            field.requestFocus();
        }

        private HBox header() {
            Label title = Controls.label("editor.alphabet");
            title.setLabelFor(field);
            Tip.put(count, Message.text("editor.alphabet.count.tip"));
            return styled(
                    new HBox(
                            title,
                            count,
                            Controls.spring(),
                            action(
                                    "alphabetFromSequences",
                                    "editor.alphabet.collect",
                                    TaskDraft::withAlphabetFromSequences),
                            action("sortAlphabet", "editor.alphabet.sort", TaskDraft::withSortedAlphabet)),
                    "editor-header");
        }

        private Hyperlink action(String id, String key, UnaryOperator<TaskDraft> change) {
            Hyperlink link = whole(named(new Hyperlink(Message.text(key)), id));
            Tip.put(link, Message.text(key + ".tip"));
            link.setOnAction(event -> {
                link.setVisited(false);
                edit(change);
            });
            return link;
        }

        /** An alphabet has a single line: further pasted lines go on in it. */
        private void appendLines(List<TypedSymbols> lines) {
            field.replaceSelection(lines.stream().map(line -> " " + line.text()).collect(Collectors.joining()));
        }

        private void mend(TaskFix fix) {
            edit(fix.change());
            field.requestFocus();
        }

        private void edit(UnaryOperator<TaskDraft> change) {
            project.edit(state -> state.withListed(change));
        }

        void refresh() {
            TaskDraft now = project.state().task().listed();
            TaskProblem wrong = now.problems().get(TaskProblem.ALPHABET);
            field.show(now.alphabet().text(), wrong);
            count.setText(Message.text("editor.alphabet.count", now.alphabet().size()));
            problem.show(wrong, "Alphabet");
            Controls.show(problem, wrong != null);
        }
    }
}
