package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.model.Experiment;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;
import lab.carousel.task.draft.SourceDraft;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.task.draft.TaskProblem.Fix;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.task.generator.Generator;
import lab.carousel.task.generator.GeneratorDraft;
import lab.carousel.task.generator.Recipe;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.Hearing;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;

/**
 * Where alphabet and sequences are typed. A problem is shown where it is, with what to do about it; below, the selected
 * sequence is shown as the network gets to see it. A task that draws its sequences, or that is being generated, has a card
 * in place of all that.
 * Made for a width of 280 to 400 pixels.
 */
public final class TaskEditor extends VBox {

    private final ObjectProperty<TaskDraft> draft =
            new SimpleObjectProperty<>(this, "draft", TaskDraft.of(Task.reference()));
    private final ReadOnlyObjectWrapper<Optional<Task>> task =
            new ReadOnlyObjectWrapper<>(this, "task", draft.get().task());
    private final ObjectProperty<Optional<SourceDraft>> source =
            new SimpleObjectProperty<>(this, "source", Optional.empty());
    private final ObjectProperty<Optional<GeneratorDraft>> generator =
            new SimpleObjectProperty<>(this, "generator", Optional.empty());
    private final ReadOnlyObjectWrapper<TaskEdit> edit = new ReadOnlyObjectWrapper<>(this, "edit");
    private final Label summary = named(new Label(), "taskSummary", "editor-note");
    private final MenuButton generate =
            whole(named(new MenuButton(Message.text("editor.generate")), "generate", "small"));
    private final VBox listed = styled(new VBox(), "listed");
    /** Where there is no room for all of it. */
    private final ScrollArea listedScroll = grow(new ScrollArea(listed));

    private final Label memory = named(new Label(), "taskMemory", "editor-note");
    private final Label conflict = Controls.words("taskConflict", "problem-text");
    private final ObjectProperty<TaskMemory> asked = new SimpleObjectProperty<>(this, "asked", TaskMemory.NONE);
    private final SourceCard card = grow(new SourceCard(source, this::keepAsList));
    private final GeneratorCard generatorCard = grow(new GeneratorCard(generator, this::keepAsList));
    /** What the generator was set to last. */
    private GeneratorDraft lastGenerator = GeneratorDraft.of(Generator.REFERENCE);

    private boolean showing;

    /** An editor that shows the reference task. */
    public TaskEditor() {
        getStyleClass().addAll("place", "task-editor");
        setId("taskEditor");
        AlphabetBox alphabet = new AlphabetBox(draft);
        SequenceList sequences = grow(new SequenceList(draft, asked, alphabet::focusField));
        SequenceView view = grow(new SequenceView(draft, sequences.selectedProperty(), asked));
        sequences.setFocusAfter(() -> FirstControl.in(view).ifPresent(Node::requestFocus));
        memory.setMinWidth(0);
        listed.getChildren().addAll(alphabet, sequences, memory, view);
        listedScroll.setFitToHeight(true);
        listedScroll.setMinHeight(0);
        showConflict(Optional.empty());
        getChildren().addAll(header(), listedScroll, conflict);
        draft.addListener((observable, before, now) -> refresh());
        source.addListener((observable, before, now) -> refresh());
        generator.addListener((observable, before, now) -> {
            now.ifPresent(edited -> lastGenerator = edited);
            refresh();
        });
        refresh();
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
        Latest<Experiment, TaskMemory> worker = new Latest<>(background, "task memory", TaskMemory::of, found -> {
            asked.set(found);
            memory.setText(found.words());
            Tip.put(memory, found.words());
        });
        Hearing.of(this, edited, (observable, before, now) -> now.ifPresent(worker::ask));
        edited.getValue().ifPresent(worker::ask);
        return worker::close;
    }

    /** Says why the hyperparameters do not allow for the task. */
    public void showConflict(Optional<Message> problem) {
        conflict.setText(problem.map(Message::text).orElse(""));
        Controls.show(conflict, problem.isPresent());
    }

    /** Shows a task: its list, or the card of its source. */
    public void show(Task shown) {
        show(edit.get().with(shown));
    }

    /** Puts back all that stood here. */
    public void show(TaskEdit edited) {
        showing = true;
        draft.set(edited.listed());
        source.set(edited.source());
        generator.set(edited.generator());
        showing = false;
        refresh();
    }

    /** All that stands here, valid or not. */
    public ReadOnlyObjectProperty<TaskEdit> editProperty() {
        return edit.getReadOnlyProperty();
    }

    /** Makes a list of the sequences that a card shows. */
    private void keepAsList() {
        task.get().ifPresent(made -> show(new Task(made.alphabet(), made.sequences())));
    }

    /** What is being edited where the sequences are listed. Changes with every key; set it to show another task. */
    public ObjectProperty<TaskDraft> draftProperty() {
        return draft;
    }

    /** The task that was typed; empty while there is a problem. Keeps its value while an equal task is typed. */
    public ReadOnlyObjectProperty<Optional<Task>> taskProperty() {
        return task.getReadOnlyProperty();
    }

    private HBox header() {
        Label title = Controls.label("editor.title", "editor-title");
        Tip.put(generate, Message.text("editor.generate.tip"));
        for (PaperTask offered : List.of(PaperTask.fixedGap(20), PaperTask.randomGap(10), PaperTask.noisyGap(50, 50))) {
            MenuItem item =
                    new MenuItem(Message.text("editor.source." + offered.kind().name() + ".title"));
            item.setId("generate-" + offered.name());
            item.setOnAction(event -> source.set(Optional.of(SourceDraft.of(offered))));
            generate.getItems().add(item);
        }
        generate.getItems().add(0, new SeparatorMenuItem());
        List<Recipe> recipes = List.of(Recipe.values());
        for (Recipe recipe : recipes) {
            MenuItem item = new MenuItem(Message.text("editor.generator." + recipe.name() + ".title"));
            item.setId("generate-" + recipe.name());
            item.setOnAction(event -> generator.set(Optional.of(lastGenerator.with(recipe))));
            generate.getItems().add(recipes.indexOf(recipe), item);
        }
        return styled(new HBox(title, generate, Controls.spring(), summary), "editor-header");
    }

    private void refresh() {
        if (showing) {
            return;
        }
        boolean drawn = source.get().isPresent();
        boolean generated = generator.get().isPresent();
        Region place = drawn ? card : generated ? generatorCard : listedScroll;
        if (getChildren().get(1) != place) {
            getChildren().set(1, place);
        }
        Controls.show(generate, !drawn && !generated);
        edit.set(new TaskEdit(draft.get(), source.get(), generator.get()));
        Optional<Task> now = edit.get().task();
        if (!now.equals(task.get())) {
            task.set(now);
        }
        summary.setText(
                drawn
                        ? Message.text("editor.summary.drawn")
                        : generated ? now.map(TaskEditor::listSummary).orElse("") : listSummary(draft.get()));
        Tip.put(summary, summary.getText());
    }

    private static String listSummary(Task made) {
        return Message.text("editor.summary", made.sequences().size(), made.steps());
    }

    private static String listSummary(TaskDraft now) {
        int steps = now.sequences().stream()
                .mapToInt(TypedSymbols::size)
                .map(size -> Math.max(0, size - 1))
                .sum();
        return Message.text("editor.summary", now.sequences().size(), steps);
    }

    /** The alphabet: a field for its symbols, their number, and ways to collect and to sort them. */
    static final class AlphabetBox extends VBox {

        private final ObjectProperty<TaskDraft> draft;
        private final Label count = whole(named(new Label(), "alphabetCount", "editor-note"));
        private final SymbolField field = named(new SymbolField(this::appendLines), "alphabetField");
        private final ProblemLine problem = new ProblemLine(this::mend);

        AlphabetBox(ObjectProperty<TaskDraft> draft) {
            this.draft = draft;
            getStyleClass().add("alphabet-box");
            field.setPromptText(Message.text("editor.alphabet.prompt"));
            field.setAccessibleText(Message.text("editor.alphabet"));
            field.textProperty()
                    .addListener(
                            (observable, before, text) -> draft.set(draft.get().withAlphabet(text)));
            getChildren().addAll(header(), field, problem);
            draft.addListener((observable, before, now) -> refresh());
            refresh();
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
            link.setAccessibleHelp(Message.text(key + ".tip"));
            link.setOnAction(event -> {
                link.setVisited(false);
                draft.set(change.apply(draft.get()));
            });
            return link;
        }

        /** An alphabet has a single line: further pasted lines go on in it. */
        private void appendLines(List<TypedSymbols> lines) {
            field.replaceSelection(lines.stream().map(line -> " " + line.text()).collect(Collectors.joining()));
        }

        private void mend(Fix fix) {
            draft.set(fix.change().apply(draft.get()));
            field.requestFocus();
        }

        private void refresh() {
            TaskDraft now = draft.get();
            field.show(now.alphabet().text());
            count.setText(Message.text("editor.alphabet.count", now.alphabet().size()));
            field.mark(now.alphabetProblem().orElse(null));
            problem.show(now.alphabetProblem().orElse(null), "Alphabet");
        }
    }
}
