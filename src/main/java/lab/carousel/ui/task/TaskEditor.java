package lab.carousel.ui.task;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.model.Experiment;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;
import lab.carousel.task.draft.SourceDraft;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.task.generator.Generator;
import lab.carousel.task.generator.GeneratorDraft;
import lab.carousel.task.generator.Recipe;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
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
    private final Label summary = new Label();
    private final MenuButton generate = new MenuButton(Message.text("editor.generate"));
    private final VBox listed = new VBox();
    /** Where there is no room for all of it. */
    private final ScrollArea listedScroll = new ScrollArea(listed);

    private final Label memory = new Label();
    private final Label conflict = new Label();
    private final ObjectProperty<TaskMemory> asked = new SimpleObjectProperty<>(this, "asked", TaskMemory.NONE);
    private final SourceCard card = new SourceCard(source, this::keepAsList);
    private final GeneratorCard generatorCard = new GeneratorCard(generator, this::keepAsList);
    /** What the generator was set to last. */
    private GeneratorDraft lastGenerator = GeneratorDraft.of(Generator.REFERENCE);

    private boolean showing;

    /** An editor that shows the reference task. */
    public TaskEditor() {
        getStyleClass().addAll("place", "task-editor");
        setId("taskEditor");
        AlphabetBox alphabet = new AlphabetBox(draft);
        SequenceList sequences = new SequenceList(draft, asked, alphabet::focusField);
        SequenceView view = new SequenceView(draft, sequences.selectedProperty(), asked);
        sequences.setFocusAfter(() -> FirstControl.in(view).ifPresent(Node::requestFocus));
        VBox.setVgrow(sequences, Priority.ALWAYS);
        VBox.setVgrow(view, Priority.ALWAYS);
        listed.getStyleClass().add("listed");
        memory.setId("taskMemory");
        memory.getStyleClass().add("editor-note");
        memory.setMinWidth(0);
        listed.getChildren().addAll(alphabet, sequences, memory, view);
        listedScroll.setFitToWidth(true);
        listedScroll.setFitToHeight(true);
        listedScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        listedScroll.setMinHeight(0);
        VBox.setVgrow(listedScroll, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox.setVgrow(generatorCard, Priority.ALWAYS);
        conflict.setId("taskConflict");
        conflict.setWrapText(true);
        conflict.getStyleClass().add("problem-text");
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
        conflict.setVisible(problem.isPresent());
        conflict.setManaged(problem.isPresent());
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
        Label title = new Label(Message.text("editor.title"));
        title.getStyleClass().add("editor-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        summary.setId("taskSummary");
        summary.getStyleClass().add("editor-note");
        generate.setId("generate");
        generate.getStyleClass().add("small");
        generate.setMinWidth(Region.USE_PREF_SIZE);
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
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(title, generate, gap, summary);
        header.getStyleClass().add("editor-header");
        return header;
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
        generate.setVisible(!drawn && !generated);
        generate.setManaged(!drawn && !generated);
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
}
