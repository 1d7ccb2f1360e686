package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableValue;
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
import lab.carousel.task.draft.TaskProblem.Fix;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.project.Project;
import lab.carousel.ui.task.SequenceCell.SequenceRow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sequences: a field each, of which only those in view exist, and buttons and keys that change the list. */
final class SequenceList extends VBox {

    private static final double ROW_HEIGHT = 48;
    /** What the list asks for at most; it takes more if there is room and it has the rows. */
    private static final double MOST_HEIGHT = 5.5 * ROW_HEIGHT;
    /** What the list keeps however little room there is, so that a problem and its fixes are seen whole. */
    private static final double LEAST_HEIGHT = 4 * ROW_HEIGHT;
    /** What it asks for and keeps while nothing is wrong: what is below shows the selected sequence, and must be seen too. */
    private static final double QUIET_HEIGHT = 2.6 * ROW_HEIGHT;

    private final Project project;
    private final ObservableValue<TaskMemory> memory;
    private final Runnable focusBefore;
    private Runnable focusAfter = () -> {};
    private final ListView<SequenceRow> list = new ListView<>();
    private final List<SequenceCell> cells = new ArrayList<>();
    private final ProblemLine problem = new ProblemLine(this::mend);
    private final Label note = Controls.words("pasteNote", "problem-text");
    private final SequenceButtons buttons = new SequenceButtons(this);
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
        showNote(null);
        getChildren().addAll(header(), list, problem, note);
        memory.addListener((observable, before, now) -> showRows());
        refresh();
        list.getSelectionModel().select(0);
        list.getSelectionModel().selectedIndexProperty().addListener(observable -> refreshButtons());
        refreshButtons();
    }

    /** Takes what the focus goes to when Tab leaves the last sequence: the buttons stand before the list, not behind. */
    void setFocusAfter(Runnable newFocusAfter) {
        focusAfter = newFocusAfter;
    }

    private HBox header() {
        Label title = Controls.label("editor.sequences");
        return styled(new HBox(title, Controls.spring(), buttons), "sequences-header");
    }

    /** Index of the selected sequence, counted from 0; -1 if there is none. */
    ReadOnlyIntegerProperty selectedProperty() {
        return list.getSelectionModel().selectedIndexProperty();
    }

    int selected() {
        return selectedProperty().get();
    }

    void select(int index) {
        list.getSelectionModel().select(index);
    }

    void edit(int index, String text) {
        project.edit(state -> state.withListed(draft -> draft.withSequence(index, text)));
    }

    void mend(Fix fix) {
        project.edit(state -> state.withListed(fix.change()));
    }

    void add() {
        int index = selected() + 1;
        project.edit(state -> state.withListed(draft -> draft.insertEmpty(index)));
        focus(index);
    }

    void remove() {
        change(TaskDraft::remove, selected());
    }

    void duplicate() {
        change(TaskDraft::duplicate, selected() + 1);
    }

    void moveUp() {
        change(TaskDraft::moveUp, selected() - 1);
    }

    void moveDown() {
        change(TaskDraft::moveDown, selected() + 1);
    }

    /** Pastes the clipboard after the selected sequence, a sequence for each line. */
    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        List<TypedSymbols> lines = text == null ? List.of() : Pasting.sequencesIn(text);
        if (lines.isEmpty()) {
            showNote(Message.text("editor.paste.nothing"));
        } else {
            paste(selected(), lines);
        }
    }

    /** Puts sequences after the one at an index. */
    void paste(int index, List<TypedSymbols> lines) {
        int before = draft().sequences().size();
        project.edit(state -> state.withListed(draft -> draft.paste(index, lines)));
        boolean replaced = draft().sequences().size() == before + lines.size() - 1;
        show((replaced ? index : index + 1) + lines.size() - 1);
    }

    /** Gives the focus to the field of a sequence, with the caret at the end, and brings it into view. */
    void focus(int index) {
        focus(index, Integer.MAX_VALUE);
    }

    /** Gives the focus to the field of a sequence, with the caret at a place or the end, and brings it into view. */
    void focus(int index, int caret) {
        int last = list.getItems().size() - 1;
        if (last < 0) {
            buttons.focusAdd();
            return;
        }
        int shown = Math.max(0, Math.min(index, last));
        show(shown);
        cells.stream()
                .filter(cell -> cell.getItem() != null && cell.getItem().index() == shown && cell.isVisible())
                .findFirst()
                .ifPresent(cell -> cell.field().focusAt(caret));
    }

    /** Gives the focus to what comes after a sequence. */
    void focusAfter(int index) {
        if (index + 1 < list.getItems().size()) {
            focus(index + 1);
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
            focus(index - 1);
        }
    }

    /** Changes the draft at the selected sequence, then selects another one. */
    private void change(BiFunction<TaskDraft, Integer, TaskDraft> change, int next) {
        int index = selected();
        if (index >= 0) {
            project.edit(state -> state.withListed(draft -> change.apply(draft, index)));
            show(Math.max(0, Math.min(next, list.getItems().size() - 1)));
        }
    }

    private void show(int index) {
        if (list.getItems().isEmpty()) {
            return;
        }
        select(index);
        boolean inView = cells.stream()
                .anyMatch(cell -> cell.getItem() != null
                        && cell.getItem().index() == index
                        && cell.isVisible()
                        && cell.getBoundsInParent().getMinY() >= 0
                        && cell.getBoundsInParent().getMaxY() <= list.getHeight());
        if (!inView) {
            list.scrollTo(index);
        }
        list.applyCss();
        list.layout();
    }

    private TaskDraft draft() {
        return project.state().task().listed();
    }

    private void showRows() {
        TaskDraft now = draft();
        List<TaskProblem> problems = now.sequenceProblems();
        int size = problems.size();
        if (list.getItems().size() > size) {
            list.getItems().remove(size, list.getItems().size());
        }
        List<SequenceRow> added = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            SequenceRow.Content content =
                    new SequenceRow.Content(now.sequences().get(index), problems.get(index), memory.getValue());
            if (index < list.getItems().size()) {
                list.getItems().get(index).contentProperty().set(content);
            } else {
                added.add(new SequenceRow(index, content));
            }
        }
        list.getItems().addAll(added);
    }

    /** Shows what stands in the project now. */
    void refresh() {
        showRows();
        int size = list.getItems().size();
        Controls.show(list, size > 0);
        problem.show(draft().listProblem().orElse(null), "Sequences");
        showNote(null);
        fit();
        if (selected() < 0 && size > 0) {
            select(0);
        }
        refreshButtons();
    }

    /** Fits the list to its rows after the layout that is going on, in which one of them changed its height. */
    void fitLater() {
        if (!fitting) {
            fitting = true;
            Platform.runLater(() -> {
                fitting = false;
                fit();
            });
        }
    }

    private void fit() {
        double height = 2;
        for (SequenceRow row : list.getItems()) {
            height += row.height(ROW_HEIGHT);
        }
        boolean isQuiet = height <= 2 + list.getItems().size() * ROW_HEIGHT;
        list.setMinHeight(Math.max(2 * ROW_HEIGHT, Math.min(height, isQuiet ? 2 * ROW_HEIGHT : LEAST_HEIGHT)));
        list.setMaxHeight(Math.max(list.getMinHeight(), height));
        list.setPrefHeight(Math.min(list.getMaxHeight(), isQuiet ? QUIET_HEIGHT : MOST_HEIGHT));
    }

    /** No more than its rows need, so that what is below moves up to them. */
    @Override
    protected double computeMaxHeight(double width) {
        return prefHeight(width) - list.getPrefHeight() + list.getMaxHeight();
    }

    private void refreshButtons() {
        buttons.refresh(selected(), list.getItems().size());
    }

    private void showNote(@Nullable String text) {
        note.setText(text);
        Controls.show(note, text != null);
    }

    /** The buttons that change the list of sequences. */
    static final class SequenceButtons extends HBox {

        private final Button add;
        private final Button remove;
        private final Button duplicate;
        private final Button moveUp;
        private final Button moveDown;

        SequenceButtons(SequenceList list) {
            getStyleClass().add("sequence-buttons");
            add = button("addSequence", Feather.PLUS, list::add);
            remove = button("removeSequence", Feather.TRASH_2, list::remove);
            duplicate = button("duplicateSequence", Feather.COPY, list::duplicate);
            moveUp = button("moveSequenceUp", Feather.ARROW_UP, list::moveUp);
            moveDown = button("moveSequenceDown", Feather.ARROW_DOWN, list::moveDown);
            Button paste = button("pasteSequences", Feather.CLIPBOARD, list::paste);
            getChildren().addAll(add, duplicate, remove, moveUp, moveDown, paste);
        }

        void focusAdd() {
            add.requestFocus();
        }

        /** Allows what can be done with the selected sequence of a number of them. */
        void refresh(int selected, int size) {
            boolean none = selected < 0 || size == 0;
            remove.setDisable(none);
            duplicate.setDisable(none);
            moveUp.setDisable(none || selected == 0);
            moveDown.setDisable(none || selected == size - 1);
        }

        private static Button button(String id, Feather icon, Runnable action) {
            Button button = styled(new Button(null, new FontIcon(icon)), "flat");
            String text = Message.text("editor." + id);
            button.setId(id);
            button.setAccessibleText(text);
            Tip.put(button, text);
            button.setOnAction(event -> action.run());
            return button;
        }
    }
}
