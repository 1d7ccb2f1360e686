package lab.carousel.ui.task;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.message.Message;
import lab.carousel.task.Task;
import lab.carousel.task.TaskDraft;
import lab.carousel.task.TypedSymbols;

/**
 * Where alphabet and sequences are typed. A problem is shown where it is, with what to do about it; below, the selected
 * sequence is shown as the network gets to see it. Made for a width of 280 to 400 pixels.
 */
public final class TaskEditor extends VBox {

    private final ObjectProperty<TaskDraft> draft =
            new SimpleObjectProperty<>(this, "draft", TaskDraft.of(Task.reference()));
    private final ReadOnlyObjectWrapper<Optional<Task>> task =
            new ReadOnlyObjectWrapper<>(this, "task", draft.get().task());
    private final Label summary = new Label();

    /** An editor that shows the reference task. */
    public TaskEditor() {
        getStyleClass().addAll("place", "task-editor");
        getStylesheets().add(TaskEditor.class.getResource("/lab/carousel/ui/task.css").toExternalForm());
        AlphabetBox alphabet = new AlphabetBox(draft);
        SequenceList sequences = new SequenceList(draft, alphabet::focusField);
        SequenceView view = new SequenceView(draft, sequences.selectedProperty());
        VBox.setVgrow(sequences, Priority.ALWAYS);
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().addAll(header(), alphabet, sequences, view);
        draft.addListener((observable, before, now) -> refresh());
        refresh();
    }

    /** What is being edited. Changes with every key; set it to show another task. */
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
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(title, gap, summary);
        header.getStyleClass().add("editor-header");
        return header;
    }

    private void refresh() {
        TaskDraft now = draft.get();
        int steps = now.sequences().stream()
                .mapToInt(TypedSymbols::size)
                .map(size -> Math.max(0, size - 1))
                .sum();
        summary.setText(Message.text("editor.summary", now.sequences().size(), steps));
        if (!now.task().equals(task.get())) {
            task.set(now.task());
        }
    }
}
