package lab.carousel.ui.cell;

import javafx.scene.Cursor;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import lab.carousel.picture.account.AccountRow;
import lab.carousel.picture.account.AccountRow.Fold;
import lab.carousel.text.Message;

/** A cell of the list: it shows what its row is now. */
final class AccountCell extends ListCell<String> {

    private final AccountList list;
    private final RowPane pane;

    AccountCell(AccountList list, DigitMeasure measure) {
        this.list = list;
        this.pane = new RowPane(measure);
        getStyleClass().add("account-cell");
        list.rowsProperty().addListener((observable, before, now) -> showRow());
        list.fixedCellSizeProperty().addListener((observable, before, now) -> showRow());
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                list.act(getItem());
            }
        });
    }

    @Override
    protected void updateItem(String key, boolean isEmpty) {
        super.updateItem(key, isEmpty);
        showRow();
    }

    private void showRow() {
        AccountRow row = getItem() == null || isEmpty() ? null : list.row(getItem());
        if (row == null) {
            setGraphic(null);
            setId(null);
            setAccessibleText(null);
            setCursor(Cursor.DEFAULT);
            return;
        }
        pane.show(row, list.zoom(), list.palette());
        if (getGraphic() != pane) {
            setGraphic(pane);
        }
        setId("account-" + row.key().replace('.', '-'));
        setAccessibleText(words(row));
        boolean isActive = row.fold() != Fold.NONE || row.unit().isPresent();
        setCursor(isActive ? Cursor.HAND : Cursor.DEFAULT);
    }

    private static String words(AccountRow row) {
        return row.fold() == Fold.NONE
                ? row.text()
                : Message.text("cell.row." + row.fold().name(), row.text());
    }
}
