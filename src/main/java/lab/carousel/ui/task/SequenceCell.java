package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.List;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.task.draft.TaskFix;
import lab.carousel.task.draft.TaskProblem;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import org.jspecify.annotations.Nullable;

/** A sequence in the list, by its index: its number, its field, and under it its steps, or what is wrong with it. */
final class SequenceCell extends ListCell<Integer> {

    private static final int END = Integer.MAX_VALUE;
    private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");

    private final SequenceList list;
    private final Label number = styled(new Label(), "sequence-number");
    private final SymbolField field;
    private final StepChain chain = new StepChain();
    private final ProblemLine problem = new ProblemLine(this::mend);
    private final HBox row;

    SequenceCell(SequenceList list) {
        this.list = list;
        getStyleClass().add("sequence-cell");
        field = new SymbolField(lines -> list.paste(getIndex(), lines));
        field.setPromptText(Message.text("editor.sequence.prompt"));
        field.textProperty().addListener((observable, before, text) -> {
            if (getItem() != null) {
                list.edit(draft -> draft.withSequence(getItem(), text));
            }
        });
        field.focusedProperty().addListener((observable, before, focused) -> {
            if (focused && getItem() != null) {
                list.select(getItem());
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        problem.addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyInProblem);
        number.setOnMousePressed(event -> field.requestFocus());
        row = new HBox(number, grow(styled(new VBox(field, chain, problem), "sequence-lines")));
        row.setMinWidth(0);
        // Later: on the way from the field to a link under it the focus is in neither
        row.focusWithinProperty().addListener((observable, before, now) -> Platform.runLater(this::refreshIfAny));
    }

    private void refreshIfAny() {
        if (getItem() != null) {
            refresh();
        }
    }

    SymbolField field() {
        return field;
    }

    @Override
    protected void updateItem(Integer index, boolean empty) {
        Integer before = getItem();
        super.updateItem(index, empty);
        if (index != null && index.equals(before)) {
            return;
        }
        // Scrolled away while the caret was in it: typing must not go on in the sequence that comes instead.
        if (before != null && field.isFocused()) {
            list.holdFocus();
        }
        if (index == null) {
            field.setId(null);
            setAccessibleText(null);
            show(null, "");
            setGraphic(null);
            return;
        }
        field.setId("sequenceField" + index);
        String name = Message.text("editor.sequence", index + 1);
        List.of(field, number, this).forEach(node -> node.setAccessibleText(name));
        number.setText(Message.text("editor.sequence.number", index + 1));
        refresh();
        setGraphic(row);
    }

    /** Shows what its sequence is now. */
    void refresh() {
        int index = getItem();
        TypedSymbols line = list.draft().sequences().get(index);
        TaskProblem wrong = list.problem(index);
        // Where nothing is typed yet it is said what is missing, and nothing is wrong
        field.show(line.text(), line.isBlank() ? null : wrong);
        show(list.isSaidAbove(index) && !row.isFocusWithin() ? null : wrong, "Sequence" + index);
        problem.pseudoClassStateChanged(BLANK, line.isBlank());
        chain.setVisible(wrong == null);
        chain.show(line, list.memory().line(index, line));
    }

    private void show(@Nullable TaskProblem wrong, String place) {
        problem.show(wrong, place);
        Controls.show(problem, wrong != null);
        // In its place
        chain.setManaged(wrong == null);
    }

    private void mend(TaskFix fix) {
        int index = getItem();
        list.edit(fix.change());
        list.focus(index, END);
    }

    private void onKey(KeyEvent event) {
        if (getItem() == null) {
            return;
        }
        int index = getItem();
        int caret = field.getCaretPosition();
        list.select(index);
        String modifier = event.isShortcutDown() ? "Shortcut+" : event.isAltDown() ? "Alt+" : "";
        switch (modifier + event.getCode().name()) {
            case "Shortcut+D" -> list.duplicate(END);
            case "Shortcut+DELETE" -> list.remove(END);
            case "Alt+UP" -> list.moveUp(caret);
            case "Alt+DOWN" -> list.moveDown(caret);
            case "ENTER" -> list.add();
            case "UP" -> list.focus(index - 1, END);
            case "DOWN" -> list.focus(index + 1, END);
            case "TAB" -> {
                if (event.isShiftDown()) {
                    list.focusBefore(index);
                } else {
                    problem.links().stream()
                            .findFirst()
                            .ifPresentOrElse(Hyperlink::requestFocus, () -> list.focusAfter(index));
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Leaving the links by Tab goes on through the list in the order of its numbers. */
    private void onKeyInProblem(KeyEvent event) {
        List<Hyperlink> links = problem.links();
        boolean atLast = !links.isEmpty() && event.getTarget() == links.get(links.size() - 1);
        if (event.getCode() == KeyCode.TAB && !event.isShiftDown() && atLast && getItem() != null) {
            list.focusAfter(getItem());
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getItem() != null) {
            list.setHeight(getItem(), getHeight());
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
}
