package lab.carousel.ui.task;

import javafx.beans.value.ChangeListener;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.task.draft.TaskProblem.Fix;
import lab.carousel.text.Message;
import org.jspecify.annotations.Nullable;

/** A sequence in the list: its number, its field, and under it its steps or what is wrong with it. */
final class SequenceCell extends ListCell<SequenceRow> {

    private final SequenceList list;
    private final SequenceKeys keys;
    private final Label number = new Label();
    private final SymbolField field;
    private final StepChain chain = new StepChain();
    private final ProblemLine problem = new ProblemLine(this::mend);
    private final HBox row;
    private final ChangeListener<SequenceRow.Content> refresh = (observable, before, now) -> show(now);
    private boolean showing;

    SequenceCell(SequenceList list) {
        this.list = list;
        keys = new SequenceKeys(list);
        getStyleClass().add("sequence-cell");
        field = new SymbolField(lines -> list.paste(getIndex(), lines));
        field.setPromptText(Message.text("editor.sequence.prompt"));
        field.textProperty().addListener((observable, before, text) -> {
            if (!showing && getItem() != null) {
                list.edit(getItem().index(), text);
            }
        });
        field.focusedProperty().addListener((observable, before, focused) -> {
            if (focused && getItem() != null) {
                list.select(getItem().index());
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        problem.addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyInProblem);
        number.getStyleClass().add("sequence-number");
        number.setOnMousePressed(event -> field.requestFocus());
        VBox lines = new VBox(field, chain, problem);
        lines.getStyleClass().add("sequence-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(number, lines);
        row.setMinWidth(0);
    }

    SymbolField field() {
        return field;
    }

    @Override
    protected void updateItem(SequenceRow item, boolean empty) {
        SequenceRow before = getItem();
        super.updateItem(item, empty);
        if (before == item && item != null) {
            return;
        }
        if (before != null) {
            before.contentProperty().removeListener(refresh);
            // Scrolled away while the caret was in it: typing must not go on in the sequence that comes instead.
            if (field.isFocused()) {
                list.holdFocus();
            }
        }
        if (item == null || empty) {
            field.setId(null);
            setAccessibleText(null);
            problem.show(null, "");
            setGraphic(null);
            return;
        }
        item.contentProperty().addListener(refresh);
        field.setId("sequenceField" + item.index());
        String name = Message.text("editor.sequence", item.index() + 1);
        field.setAccessibleText(name);
        number.setAccessibleText(name);
        setAccessibleText(name);
        number.setText(Message.text("editor.sequence.number", item.index() + 1));
        show(item.contentProperty().get());
        setGraphic(row);
    }

    private void show(SequenceRow.Content content) {
        showing = true;
        field.show(content.line().text());
        showing = false;
        field.mark(content.problem());
        problem.show(content.problem(), "Sequence" + getItem().index());
        boolean right = content.problem() == null;
        chain.setManaged(right);
        chain.setVisible(right);
        chain.show(content.line(), content.memory().line(getItem().index(), content.line()));
    }

    private void mend(Fix fix) {
        int index = getItem().index();
        list.mend(fix);
        list.focus(index);
    }

    private void onKey(KeyEvent event) {
        if (getItem() != null && keys.press(event, getItem().index(), field, problem.firstLink())) {
            event.consume();
        }
    }

    /** Leaving the links by Tab goes on through the list in the order of its numbers. */
    private void onKeyInProblem(KeyEvent event) {
        boolean atLast = event.getTarget() instanceof Hyperlink link
                && problem.getChildren().indexOf(link) == problem.getChildren().size() - 1;
        if (event.getCode() == KeyCode.TAB && !event.isShiftDown() && atLast && getItem() != null) {
            list.focusAfter(getItem().index());
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getItem() != null && getItem().setHeight(getHeight())) {
            list.fitLater();
        }
    }

    /** The width of the list, so that no horizontal scroll bar appears. */
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    /** The height at the given width: a list cell does not ask what it holds how it wraps. */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        double inner = (width > 0 ? width : getWidth()) - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + snapSizeY(row.prefHeight(inner)) + snappedBottomInset();
    }

    /** What the keys mean in the field of a sequence, beyond typing. */
    static final class SequenceKeys {

        private final SequenceList list;

        SequenceKeys(SequenceList list) {
            this.list = list;
        }

        /**
         * Does what a key means.
         *
         * @param index the sequence the caret is in
         * @param field its field
         * @param link  the first link under the field, or null
         * @return whether the key means anything
         */
        boolean press(KeyEvent event, int index, SymbolField field, @Nullable Hyperlink link) {
            list.select(index);
            if (event.isShortcutDown()) {
                return pressShortcut(event.getCode());
            }
            if (event.isAltDown()) {
                return pressAlt(event.getCode(), field.getCaretPosition());
            }
            switch (event.getCode()) {
                case ENTER -> list.add();
                case UP -> list.focus(index - 1);
                case DOWN -> list.focus(index + 1);
                case TAB -> tab(index, event.isShiftDown(), link);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private boolean pressShortcut(KeyCode code) {
            switch (code) {
                case D -> list.duplicate();
                case DELETE -> list.remove();
                default -> {
                    return false;
                }
            }
            list.focus(list.selected());
            return true;
        }

        private boolean pressAlt(KeyCode code, int caret) {
            if (code == KeyCode.UP) {
                list.moveUp();
            } else if (code == KeyCode.DOWN) {
                list.moveDown();
            } else {
                return false;
            }
            list.focus(list.selected(), caret);
            return true;
        }

        private void tab(int index, boolean back, @Nullable Hyperlink link) {
            if (back) {
                list.focusBefore(index);
            } else if (link != null) {
                link.requestFocus();
            } else {
                list.focusAfter(index);
            }
        }
    }
}
