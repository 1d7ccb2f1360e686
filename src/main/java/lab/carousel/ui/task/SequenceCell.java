package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import lab.carousel.task.draft.StepMark;
import lab.carousel.task.draft.TaskProblem;
import lab.carousel.task.draft.TaskProblem.Fix;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import org.jspecify.annotations.Nullable;

/** A sequence in the list: its number, its field, and under it its steps or what is wrong with it. */
final class SequenceCell extends ListCell<SequenceCell.SequenceRow> {

    private final SequenceList list;
    private final Label number = styled(new Label(), "sequence-number");
    private final SymbolField field;
    private final StepChain chain = new StepChain();
    private final ProblemLine problem = new ProblemLine(this::mend);
    private final HBox row;
    private final ChangeListener<SequenceRow.Content> refresh = (observable, before, now) -> show(now);
    private boolean showing;

    SequenceCell(SequenceList list) {
        this.list = list;
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
        number.setOnMousePressed(event -> field.requestFocus());
        VBox lines = grow(styled(new VBox(field, chain, problem), "sequence-lines"));
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
        Controls.show(chain, right);
        chain.show(content.line(), content.memory().line(getItem().index(), content.line()));
    }

    private void mend(Fix fix) {
        int index = getItem().index();
        list.mend(fix);
        list.focus(index);
    }

    private void onKey(KeyEvent event) {
        if (getItem() == null) {
            return;
        }
        list.select(getItem().index());
        boolean isUsed = event.isShortcutDown()
                ? shortcut(event.getCode())
                : event.isAltDown() ? move(event.getCode()) : go(event.getCode(), event.isShiftDown());
        if (isUsed) {
            event.consume();
        }
    }

    private boolean shortcut(KeyCode code) {
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

    private boolean move(KeyCode code) {
        int caret = field.getCaretPosition();
        switch (code) {
            case UP -> list.moveUp();
            case DOWN -> list.moveDown();
            default -> {
                return false;
            }
        }
        list.focus(list.selected(), caret);
        return true;
    }

    private boolean go(KeyCode code, boolean back) {
        int index = getItem().index();
        switch (code) {
            case ENTER -> list.add();
            case UP -> list.focus(index - 1);
            case DOWN -> list.focus(index + 1);
            case TAB -> {
                Hyperlink link = problem.firstLink();
                if (back) {
                    list.focusBefore(index);
                } else if (link != null) {
                    link.requestFocus();
                } else {
                    list.focusAfter(index);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
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

    /**
     * The steps of a sequence in one line, as many as fit; the symbols of deciding steps are underlined, those of steps that
     * nobody can know struck through.
     */
    static final class StepChain extends Region {

        private static final PseudoClass DECIDING = PseudoClass.getPseudoClass("deciding");
        private static final PseudoClass UNKNOWABLE = PseudoClass.getPseudoClass("unknowable");
        /** More symbols than fit into a row of the usual width. */
        private static final int MOST = 24;

        private record Mark(String symbol, StepMark step) {}

        /** Made once and used again, since a list in scrolling shows another sequence every few milliseconds. */
        private final List<Text> symbols = new ArrayList<>();

        private final List<Text> arrows = new ArrayList<>();
        private final Text more = text("…", "chain-arrow");
        private List<Mark> shown = List.of();
        private boolean continues;
        private TaskMemory.@Nullable SequenceLine memory;

        StepChain() {
            getStyleClass().add("step-chain");
            setMinWidth(0);
            setPrefWidth(0);
            getChildren().add(more);
        }

        /** Shows the steps of a sequence. */
        void show(TypedSymbols line, TaskMemory.SequenceLine asked) {
            memory = asked;
            List<String> now = line.symbols();
            List<Mark> marks = new ArrayList<>();
            for (int index = 0; index < Math.min(now.size(), MOST); index++) {
                boolean isStep = index + 1 < now.size();
                marks.add(new Mark(now.get(index), isStep ? asked.mark(index) : StepMark.NONE));
            }
            boolean goesOn = now.size() > MOST;
            if (marks.equals(shown) && goesOn == continues) {
                return;
            }
            shown = marks;
            continues = goesOn;
            for (int index = 0; index < marks.size(); index++) {
                show(marks.get(index), index);
            }
            requestLayout();
        }

        private void show(Mark mark, int index) {
            if (index == symbols.size()) {
                symbols.add(text("", "chain-symbol"));
                arrows.add(text(" → ", "chain-arrow"));
                getChildren().addAll(arrows.get(index), symbols.get(index));
                symbols.get(index).setOnMouseEntered(event -> explain(index));
            }
            Text symbol = symbols.get(index);
            symbol.setText(mark.symbol());
            boolean isDeciding = mark.step() == StepMark.DECIDING;
            boolean isUnknowable = mark.step() == StepMark.UNKNOWABLE;
            if (symbol.isUnderline() != isDeciding || symbol.isStrikethrough() != isUnknowable) {
                symbol.setUnderline(isDeciding);
                symbol.setStrikethrough(isUnknowable);
                symbol.pseudoClassStateChanged(DECIDING, isDeciding);
                symbol.pseudoClassStateChanged(UNKNOWABLE, isUnknowable);
            }
            if (symbol.isHover()) {
                explain(index);
            }
        }

        private void explain(int index) {
            boolean isPlain = index >= shown.size() || shown.get(index).step() == StepMark.NONE;
            Tip.put(
                    symbols.get(index),
                    isPlain ? "" : Objects.requireNonNull(memory).reason(index));
        }

        private static Text text(String content, String style) {
            Text text = styled(new Text(content), style);
            text.setTextOrigin(VPos.TOP);
            text.setPickOnBounds(true);
            return text;
        }

        /** One line, also while it is empty. */
        @Override
        protected double computePrefHeight(double width) {
            return snappedTopInset() + Math.ceil(more.getLayoutBounds().getHeight()) + snappedBottomInset();
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected void layoutChildren() {
            double x = snappedLeftInset();
            double end = getWidth() - snappedRightInset();
            double moreWidth = more.getLayoutBounds().getWidth();
            boolean cut = false;
            for (int index = 0; index < symbols.size(); index++) {
                Text arrow = arrows.get(index);
                Text symbol = symbols.get(index);
                boolean isThere = index < shown.size();
                double width = symbol.getLayoutBounds().getWidth()
                        + (index == 0 ? 0 : arrow.getLayoutBounds().getWidth());
                boolean isLast = index == shown.size() - 1 && !continues;
                cut |= isThere && x + width + (isLast ? 0 : moreWidth) > end;
                symbol.setVisible(isThere && !cut);
                arrow.setVisible(index > 0 && symbol.isVisible());
                if (symbol.isVisible()) {
                    arrow.relocate(x, snappedTopInset());
                    x += width;
                    symbol.relocate(x - symbol.getLayoutBounds().getWidth(), snappedTopInset());
                }
            }
            more.setVisible(cut || continues);
            more.relocate(x, snappedTopInset());
        }
    }

    /**
     * A place in the list of sequences. It stays when its content changes, so that typing never takes the field from under
     * the caret.
     */
    static final class SequenceRow {

        private final int index;
        private final ObjectProperty<Content> content = new SimpleObjectProperty<>();
        private double height;

        /**
         * What stands there.
         *
         * @param line    the sequence as typed
         * @param problem what is wrong with it, or null
         * @param memory  what the task asks of a memory
         */
        record Content(TypedSymbols line, @Nullable TaskProblem problem, TaskMemory memory) {}

        SequenceRow(int index, Content content) {
            this.index = index;
            this.content.set(content);
        }

        /** Its place in the list, counted from 0. */
        int index() {
            return index;
        }

        ObjectProperty<Content> contentProperty() {
            return content;
        }

        /** The height it had when it was last in view, or the given one. */
        double height(double unknown) {
            return height > 0 ? height : unknown;
        }

        /** Remembers its height; returns whether it is a new one. */
        boolean setHeight(double seen) {
            boolean changed = seen != height;
            height = seen;
            return changed;
        }
    }
}
