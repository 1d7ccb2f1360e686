package lab.carousel.ui.cell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.picture.account.AccountRow;
import lab.carousel.picture.account.Fold;
import lab.carousel.picture.account.PieceStyle;
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
        setCellFactory(view -> new AccountCell(measure));
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

    /** How much larger than usual the rows are. */
    private double zoom() {
        return getFixedCellSize() / PlacedPiece.HEIGHT;
    }

    /** The keys of the rows that are unfolded. */
    Set<String> open() {
        return open;
    }

    /** A row; null if it is no longer there. */
    private @Nullable AccountRow row(String key) {
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
    private void act(String key) {
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

    /** A cell of the list: it shows what its row is now. */
    private final class AccountCell extends ListCell<String> {

        private final RowPane pane;

        AccountCell(DigitMeasure measure) {
            this.pane = new RowPane(measure);
            getStyleClass().add("account-cell");
            rows.addListener((observable, before, now) -> showRow());
            AccountList.this.fixedCellSizeProperty().addListener((observable, before, now) -> showRow());
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                    act(getItem());
                }
            });
        }

        @Override
        protected void updateItem(String key, boolean isEmpty) {
            super.updateItem(key, isEmpty);
            showRow();
        }

        private void showRow() {
            AccountRow row = getItem() == null || isEmpty() ? null : row(getItem());
            if (row == null) {
                setGraphic(null);
                setId(null);
                setAccessibleText(null);
                setCursor(Cursor.DEFAULT);
                return;
            }
            pane.show(row, zoom(), palette);
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

    /**
     * How wide texts are on the screen. Digits are all of one width, so that each form of a number is measured just once.
     */
    static final class DigitMeasure {

        private static final String FAMILY = "Carousel Sans";
        private static final Pattern DIGIT = Pattern.compile("[1-9]");
        private static final int MOST = 2_000;

        private static final double FOLD_FONT = 20;

        private final Map<String, Font> fonts = new HashMap<>();
        private final Map<PieceStyle, Map<String, Double>> widths = new HashMap<>();
        private final Text probe = new Text();

        /** The font of the signs that rows are folded away, whose glyphs are small. */
        Font foldFont(double zoom) {
            return font(FontWeight.NORMAL, FOLD_FONT * zoom);
        }

        Font font(PieceStyle style, double zoom) {
            double size = style == PieceStyle.MUTED ? PlacedPiece.SMALL_FONT : PlacedPiece.FONT;
            return font(style == PieceStyle.STRONG ? FontWeight.BOLD : FontWeight.NORMAL, zoom * size);
        }

        private Font font(FontWeight weight, double size) {
            return fonts.computeIfAbsent(weight.name() + size, key -> Font.font(FAMILY, weight, size));
        }

        double widthOf(String text, PieceStyle style) {
            Map<String, Double> known = widths.computeIfAbsent(style, key -> new HashMap<>());
            if (known.size() > MOST) {
                known.clear();
            }
            return known.computeIfAbsent(DIGIT.matcher(text).replaceAll("0"), form -> measure(form, style));
        }

        private double measure(String text, PieceStyle style) {
            probe.setFont(font(style, 1));
            probe.setText(text);
            return probe.getLayoutBounds().getWidth();
        }
    }
}
