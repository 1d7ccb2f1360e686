package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.task.draft.Pasting;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.task.draft.TaskProblem;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.ViewScope;
import lab.carousel.ui.project.Project;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The sequences: a field each, of which only those in view exist, and buttons and keys that change the list. */
final class SequenceList extends VBox {

    private static final double ROW_HEIGHT = 48;
    /** What the list asks for at most, and takes more if there is room: what is below must be seen, too. */
    private static final double MOST_HEIGHT = 2.6 * ROW_HEIGHT;

    private static final int NO_CARET = -1;

    private final Project project;
    private final ObservableValue<TaskMemory> memory;
    private final Runnable focusBefore;
    private Runnable focusAfter = () -> {};
    /** Of indices: a field stays when its sequence changes, so that typing never takes it from under the caret. */
    private final ListView<Integer> list = new ListView<>();

    private final List<SequenceCell> cells = new ArrayList<>();
    /** Those that rows had when they were last in view. */
    private final Map<Integer, Double> heights = new HashMap<>();

    private final ProblemLine problem = new ProblemLine(fix -> edit(fix.change()));
    private final Label note = Controls.words("pasteNote", "problem-text");
    private final Button add = button("addSequence", Feather.PLUS, this::add);
    private final HBox buttons = styled(new HBox(), "sequence-buttons");
    private Map<Integer, TaskProblem> problems = Map.of();
    private boolean fitting;

    /** The list of a project; {@code focusBefore} takes the focus when Shift+Tab leaves the first sequence. */
    SequenceList(Project project, ObservableValue<TaskMemory> memory, Runnable focusBefore) {
        this.project = project;
        this.memory = memory;
        this.focusBefore = focusBefore;
        getStyleClass().add("sequence-list");
        list.setId("sequenceList");
        list.setFocusTraversable(false);
        list.setMinHeight(2 * ROW_HEIGHT);
        setVgrow(list, Priority.ALWAYS);
        list.setCellFactory(view -> {
            SequenceCell cell = new SequenceCell(this);
            cells.add(cell);
            return cell;
        });
        note.setMinHeight(USE_PREF_SIZE);
        showNote(null);
        getChildren().addAll(header(), list, problem, note);
        memory.addListener((observable, before, now) -> showRows());
        refresh();
        select(0);
    }

    /** Takes what the focus goes to when Tab leaves the last sequence: the buttons stand before the list, not behind. */
    void setFocusAfter(Runnable newFocusAfter) {
        focusAfter = newFocusAfter;
    }

    private HBox header() {
        Button duplicate = button("duplicateSequence", Feather.COPY, () -> duplicate(NO_CARET));
        Button remove = button("removeSequence", Feather.TRASH_2, () -> remove(NO_CARET));
        Button moveUp = button("moveSequenceUp", Feather.ARROW_UP, () -> moveUp(NO_CARET));
        Button moveDown = button("moveSequenceDown", Feather.ARROW_DOWN, () -> moveDown(NO_CARET));
        Button paste = button("pasteSequences", Feather.CLIPBOARD, this::paste);
        duplicate.disableProperty().bind(selectedProperty().lessThan(0));
        remove.disableProperty().bind(selectedProperty().lessThan(0));
        moveUp.disableProperty().bind(selectedProperty().lessThan(1));
        moveDown.disableProperty()
                .bind(selectedProperty()
                        .lessThan(0)
                        .or(selectedProperty()
                                .greaterThanOrEqualTo(
                                        Bindings.size(list.getItems()).subtract(1))));
        buttons.getChildren().setAll(add, duplicate, remove, moveUp, moveDown, paste);
        return styled(new HBox(Controls.label("editor.sequences"), Controls.spring(), buttons), "sequences-header");
    }

    private static Button button(String id, Feather icon, Runnable action) {
        return Controls.iconButton(id, icon, "editor." + id, action, "flat");
    }

    void show(ViewScope scope) {
        scope.showWhole(buttons);
    }

    /** Index of the selected sequence, counted from 0; -1 if there is none. */
    ReadOnlyIntegerProperty selectedProperty() {
        return list.getSelectionModel().selectedIndexProperty();
    }

    private int selected() {
        return selectedProperty().get();
    }

    void select(int index) {
        list.getSelectionModel().select(index);
    }

    void edit(UnaryOperator<TaskDraft> change) {
        project.edit(state -> state.withListed(change));
    }

    void add() {
        int index = selected() + 1;
        edit(draft -> draft.insertEmpty(index));
        focus(index, Integer.MAX_VALUE);
    }

    void remove(int caret) {
        change(TaskDraft::remove, 0, caret);
    }

    void duplicate(int caret) {
        change(TaskDraft::duplicate, 1, caret);
    }

    void moveUp(int caret) {
        change((draft, index) -> draft.move(index, index - 1), -1, caret);
    }

    void moveDown(int caret) {
        change((draft, index) -> draft.move(index, index + 1), 1, caret);
    }

    /** Pastes the clipboard after the selected sequence, a sequence for each line. */
    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        List<TypedSymbols> lines = text == null ? List.of() : Pasting.sequencesIn(text);
        if (lines.isEmpty()) {
            showNote(Message.text("editor.paste.nothing"));
        } else {
            paste(selected(), lines);
            // Where it is said what is wrong, if anything is
            focus(selected(), Integer.MAX_VALUE);
        }
    }

    /** Puts sequences after the one at an index. */
    void paste(int index, List<TypedSymbols> lines) {
        int before = draft().sequences().size();
        edit(draft -> draft.paste(index, lines));
        boolean replaced = draft().sequences().size() == before + lines.size() - 1;
        show((replaced ? index : index + 1) + lines.size() - 1);
    }

    /** Gives the focus to the field of a sequence, with the caret at a place or the end, and brings it into view. */
    void focus(int index, int caret) {
        int last = list.getItems().size() - 1;
        if (last < 0) {
            add.requestFocus();
            return;
        }
        int shown = Math.max(0, Math.min(index, last));
        show(shown);
        cell(shown).ifPresent(cell -> cell.field().focusAt(caret));
    }

    private Optional<SequenceCell> cell(int index) {
        return cells.stream()
                .filter(cell -> cell.getItem() != null && cell.getItem() == index && cell.isVisible())
                .findFirst();
    }

    /** Gives the focus to what comes after a sequence. */
    void focusAfter(int index) {
        if (index + 1 < list.getItems().size()) {
            focus(index + 1, Integer.MAX_VALUE);
        } else {
            focusAfter.run();
        }
    }

    /** Takes the focus to the list itself. */
    void holdFocus() {
        list.requestFocus();
    }

    /** Gives the focus to what comes before a sequence. */
    void focusBefore(int index) {
        if (index == 0) {
            focusBefore.run();
        } else {
            focus(index - 1, Integer.MAX_VALUE);
        }
    }

    /** Changes the draft at the selected sequence, then selects the one so many after it, with the caret in it if wanted. */
    private void change(BiFunction<TaskDraft, Integer, TaskDraft> change, int further, int caret) {
        int index = selected();
        if (index >= 0) {
            edit(draft -> change.apply(draft, index));
            show(Math.max(0, Math.min(index + further, list.getItems().size() - 1)));
        }
        if (caret != NO_CARET) {
            focus(selected(), caret);
        }
    }

    private void show(int index) {
        if (list.getItems().isEmpty()) {
            return;
        }
        select(index);
        boolean inView = cell(index)
                .map(SequenceCell::getBoundsInParent)
                .filter(bounds -> bounds.getMinY() >= 0 && bounds.getMaxY() <= list.getHeight())
                .isPresent();
        if (!inView) {
            list.scrollTo(index);
        }
        list.applyCss();
        list.layout();
    }

    TaskDraft draft() {
        return project.state().task().listed();
    }

    /** What is wrong with a sequence, or null. */
    @Nullable
    TaskProblem problem(int index) {
        return problems.get(index);
    }

    /** Whether what is wrong with a sequence is wrong with one before it, too, where that is said. */
    boolean isSaidAbove(int index) {
        Message words = problems.containsKey(index) ? problems.get(index).message() : null;
        return problems.entrySet().stream()
                .anyMatch(other -> other.getKey() >= 0
                        && other.getKey() < index
                        && words != null
                        && other.getValue().message().key().equals(words.key()));
    }

    TaskMemory memory() {
        return memory.getValue();
    }

    private void showRows() {
        TaskDraft now = draft();
        problems = now.problems();
        int size = now.sequences().size();
        ObservableList<Integer> rows = list.getItems();
        if (rows.size() > size) {
            rows.remove(size, rows.size());
            heights.keySet().removeIf(index -> index >= size);
        }
        cells.stream()
                .filter(cell -> cell.getItem() != null && cell.getItem() < size)
                .forEach(SequenceCell::refresh);
        rows.addAll(IntStream.range(rows.size(), size).boxed().toList());
    }

    /** Shows what stands in the project now. */
    void refresh() {
        showRows();
        boolean areAny = !list.getItems().isEmpty();
        Controls.show(list, areAny);
        problem.show(problems.get(TaskProblem.LIST), "Sequences");
        Controls.show(problem, problems.containsKey(TaskProblem.LIST));
        showNote(null);
        fit();
        if (selected() < 0 && areAny) {
            select(0);
        }
    }

    /** Fits the list to its rows after the layout that is going on, if one of them has another height. */
    void setHeight(int index, double height) {
        Double before = heights.put(index, height);
        if ((before == null || before != height) && !fitting) {
            fitting = true;
            Platform.runLater(() -> {
                fitting = false;
                fit();
            });
        }
    }

    private void fit() {
        int size = list.getItems().size();
        double height = 2
                + IntStream.range(0, size)
                        .mapToDouble(row -> heights.getOrDefault(row, ROW_HEIGHT))
                        .sum();
        list.setMaxHeight(Math.max(list.getMinHeight(), height));
        list.setPrefHeight(Math.min(list.getMaxHeight(), MOST_HEIGHT));
    }

    /** No more than its rows need, so that what is below moves up to them. */
    @Override
    protected double computeMaxHeight(double width) {
        return prefHeight(width) - list.getPrefHeight() + list.getMaxHeight();
    }

    private void showNote(@Nullable String text) {
        note.setText(text);
        Controls.show(note, text != null);
    }
}
