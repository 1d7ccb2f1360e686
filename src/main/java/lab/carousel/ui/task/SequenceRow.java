package lab.carousel.ui.task;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lab.carousel.task.draft.TaskProblem;
import lab.carousel.task.draft.TypedSymbols;
import org.jspecify.annotations.Nullable;

/**
 * A place in the list of sequences. It stays when its content changes, so that typing never takes the field from under
 * the caret.
 */
final class SequenceRow {

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
