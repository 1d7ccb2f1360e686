package lab.carousel.ui.task;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import lab.carousel.text.Message;

/** A column of text that cannot be moved or sorted: the order of steps is their meaning. */
final class TextColumn<R> extends TableColumn<R, String> {

    /**
     * A column.
     *
     * @param titleKey key of its title; empty for none
     * @param width    its width when there is room for more columns
     * @param text     what it shows of a row
     */
    TextColumn(String titleKey, double width, Function<R, String> text) {
        super(titleKey.isEmpty() ? "" : Message.text(titleKey));
        setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        setPrefWidth(width);
        setMinWidth(48);
        setSortable(false);
        setReorderable(false);
    }
}
