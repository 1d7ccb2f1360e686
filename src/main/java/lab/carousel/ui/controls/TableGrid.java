package lab.carousel.ui.controls;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import lab.carousel.text.Column;
import lab.carousel.text.Message;
import lab.carousel.text.Table;

/**
 * A {@link Table} on the screen, which can be sorted by each of its columns, and copied as a text and as a table of a
 * document. Order and selection stay when it is filled anew.
 *
 * @param <R> a row
 */
public final class TableGrid<R> extends TableView<R> {

    private final ToIntFunction<R> number;
    private final Consumer<R> onOpen;
    private final ObservableList<R> rows = FXCollections.observableArrayList();
    private Table<R> table = Table.of(List.of());

    /**
     * A grid without columns.
     *
     * @param empty  said while there are no rows
     * @param number tells rows apart
     * @param onOpen is given a row that is clicked twice, or on which Enter is pressed
     */
    public TableGrid(String id, String empty, ToIntFunction<R> number, Consumer<R> onOpen) {
        this.number = number;
        this.onOpen = onOpen;
        setId(id);
        setPlaceholder(new Label(empty));
        SortedList<R> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setRowFactory(view -> row());
        setOnKeyPressed(this::press);
        setAccessibleHelp(Message.text("ui.table.keys"));
    }

    private TableRow<R> row() {
        TableRow<R> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                onOpen.accept(row.getItem());
            }
        });
        return row;
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            selected().ifPresent(onOpen);
        } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copy();
        } else if (event.getCode().isDigitKey() && !event.getText().isEmpty() && !event.isShortcutDown()) {
            sortBy(event.getText().charAt(0) - '1');
        } else {
            return;
        }
        event.consume();
    }

    /** Copies all rows, as they are sorted. */
    public void copy() {
        Table<R> shown = table.with(getItems());
        ClipboardContent copied = new ClipboardContent();
        copied.putString(shown.csv());
        copied.putHtml(shown.html());
        Clipboard.getSystemClipboard().setContent(copied);
    }

    /** What a click on the header of a column does: upwards, then downwards, then as it was. */
    private void sortBy(int place) {
        if (place < 0 || place >= getColumns().size()) {
            return;
        }
        TableColumn<R, ?> column = getColumns().get(place);
        boolean isSorted = getSortOrder().equals(List.of(column));
        if (isSorted && column.getSortType() == SortType.DESCENDING) {
            getSortOrder().clear();
        } else {
            column.setSortType(isSorted ? SortType.DESCENDING : SortType.ASCENDING);
            getSortOrder().setAll(List.of(column));
        }
    }

    /** Takes the columns of a table without its rows; the order and the selection are given up. */
    public void setColumns(Table<R> columns) {
        table = columns;
        rows.clear();
        getSortOrder().clear();
        getColumns().setAll(columns.columns().stream().map(this::column).toList());
    }

    private TableColumn<R, ?> column(Column<R> described) {
        TableColumn<R, Object> column = new TableColumn<>();
        String title = String.join(" ", described.names());
        if (described.tip().isEmpty()) {
            column.setText(title);
        } else {
            Label explained = new Label(title);
            Tip.put(explained, described.tip());
            column.setGraphic(explained);
        }
        column.setId(getId() + "-" + described.id());
        if (described.width() > 0) {
            column.setPrefWidth(described.width());
        }
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(described.value().apply(row.getValue())));
        return column;
    }

    public void setRows(List<R> shown) {
        Optional<Integer> before = selected().map(number::applyAsInt);
        rows.setAll(shown);
        before.flatMap(wanted -> getItems().stream()
                        .filter(row -> number.applyAsInt(row) == wanted)
                        .findFirst())
                .ifPresent(getSelectionModel()::select);
    }

    public Optional<R> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }
}
