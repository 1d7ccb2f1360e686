package lab.carousel.ui.task;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import lab.carousel.task.draft.Pasting;
import lab.carousel.task.draft.TaskProblem;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.ui.controls.Controls;
import org.jspecify.annotations.Nullable;

/** A text field for symbols with blanks between them. Pasted text is taken apart at tabs, commas and line ends too. */
final class SymbolField extends TextField {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Consumer<List<TypedSymbols>> furtherLines;

    /** A field that keeps the first pasted line and hands on the further ones. */
    SymbolField(Consumer<List<TypedSymbols>> furtherLines) {
        this.furtherLines = furtherLines;
        getStyleClass().add("symbol-field");
    }

    /** Shows a text, and what is wrong with it, if anything is; leaves caret and undo alone if it is there already. */
    void show(String text, @Nullable TaskProblem problem) {
        Controls.showText(this, text);
        pseudoClassStateChanged(WRONG, problem != null);
        setAccessibleHelp(problem == null ? null : problem.message().text());
    }

    /** Takes the focus, with the caret at a place or at the end, and nothing selected. */
    void focusAt(int caret) {
        requestFocus();
        positionCaret(Math.min(caret, getLength()));
    }

    @Override
    public void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || !isEditable()) {
            return;
        }
        List<TypedSymbols> lines = Pasting.sequencesIn(text);
        if (!lines.isEmpty()) {
            replaceSelection(lines.get(0).text());
            if (lines.size() > 1) {
                furtherLines.accept(lines.subList(1, lines.size()));
            }
        }
    }
}
