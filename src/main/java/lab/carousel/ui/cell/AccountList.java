package lab.carousel.ui.cell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.picture.account.AccountRow;
import lab.carousel.picture.account.AccountRow.Fold;
import lab.carousel.picture.account.PlacedPiece;
import lab.carousel.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an account. Its items are their keys, which stay while numbers change, so that neither the place scrolled
 * to nor the focus moves. A click, Enter or the space bar unfolds a row or goes to its unit; Right and Left unfold and
 * fold.
 */
final class AccountList extends ListView<String> {

    private static final double USUAL_WIDTH = 380;
    private static final double LARGEST_ZOOM = 1.5;
    private static final String SECOND = ".value";

    private final ObjectProperty<Map<String, AccountRow>> rows = new SimpleObjectProperty<>(this, "rows", Map.of());
    private final Set<String> open = new HashSet<>();
    private final Runnable onFolded;
    private final IntConsumer onUnit;
    private Palette palette = Palette.LIGHT;

    /**
     * A list without rows.
     *
     * @param onFolded called when other rows are unfolded
     * @param onUnit   called with the unit that is gone to
     */
    AccountList(Runnable onFolded, IntConsumer onUnit) {
        this.onFolded = onFolded;
        this.onUnit = onUnit;
        setId("account");
        getStyleClass().add("account");
        setFixedCellSize(PlacedPiece.HEIGHT);
        widthProperty().addListener((observable, before, now) -> zoomTo(now.doubleValue()));
        setAccessibleText(Message.text("cell.account"));
        DigitMeasure measure = new DigitMeasure();
        setCellFactory(view -> new AccountCell(this, measure));
        setOnKeyPressed(this::keyPressed);
    }

    /** Where there is room, the rows are larger, in a few steps. */
    private void zoomTo(double width) {
        double zoom = Math.max(1, Math.min(LARGEST_ZOOM, Math.floor(4 * width / USUAL_WIDTH) / 4));
        setFixedCellSize((double) Math.round(PlacedPiece.HEIGHT * zoom));
    }

    /** Changes the colours of the bars. */
    void setPalette(Palette newPalette) {
        palette = newPalette;
        // All cells show their rows again
        rows.set(new HashMap<>(rows.get()));
        refresh();
    }

    Palette palette() {
        return palette;
    }

    /** How much larger than usual the rows are. */
    double zoom() {
        return getFixedCellSize() / PlacedPiece.HEIGHT;
    }

    /** The keys of the rows that are unfolded. */
    Set<String> open() {
        return open;
    }

    /** The rows by their keys. */
    ReadOnlyObjectProperty<Map<String, AccountRow>> rowsProperty() {
        return rows;
    }

    /** A row; null if it is no longer there. */
    @Nullable
    AccountRow row(String key) {
        return rows.get().get(key);
    }

    void show(List<AccountRow> newRows) {
        Map<String, AccountRow> byKey = new HashMap<>();
        newRows.forEach(row -> byKey.put(row.key(), row));
        rows.set(byKey);
        List<String> keys = newRows.stream().map(AccountRow::key).toList();
        if (!keys.equals(getItems())) {
            String focused = getFocusModel().getFocusedItem();
            getItems().setAll(keys);
            getSelectionModel().clearAndSelect(Math.max(0, keys.indexOf(focused)));
        }
    }

    /** What a click on a row does. The second row of an equation stands for the first. */
    void act(String key) {
        AccountRow row = row(key.endsWith(SECOND) ? key.substring(0, key.length() - SECOND.length()) : key);
        if (row == null) {
            return;
        }
        if (row.fold() != Fold.NONE) {
            fold(row, row.fold() == Fold.CLOSED);
        } else {
            row.unit().ifPresent(onUnit);
        }
    }

    private void fold(AccountRow row, boolean unfold) {
        boolean changed = row.fold() != Fold.NONE && (unfold ? open.add(row.key()) : open.remove(row.key()));
        if (changed) {
            onFolded.run();
        }
    }

    private void keyPressed(KeyEvent event) {
        String key = getFocusModel().getFocusedItem();
        AccountRow row = key == null ? null : row(key);
        if (row == null) {
            return;
        }
        switch (event.getCode()) {
            case ENTER, SPACE -> act(key);
            case RIGHT -> fold(row, true);
            case LEFT -> fold(row, false);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
