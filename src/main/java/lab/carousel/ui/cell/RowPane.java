package lab.carousel.ui.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import lab.carousel.picture.account.AccountPicture;
import lab.carousel.picture.account.AccountRow;
import lab.carousel.picture.account.Piece;
import lab.carousel.picture.account.RowSlots;

/** Shows a row of an account. Its nodes are kept and moved, so that new numbers cost no layout. */
final class RowPane extends Region {

    private static final double BASELINE = 15;
    private static final double MIDDLE = 10.5;

    private final TextMeasure measure;
    private final Text fold = new Text();
    private final List<Text> texts = new ArrayList<>();
    private final Rectangle axis = rectangle("account-axis");
    private final Rectangle bar = rectangle("account-bar");
    private final Pane layer = new Pane();
    private final Scale scale = new Scale();
    private double width;

    RowPane(TextMeasure measure) {
        this.measure = measure;
        fold.setManaged(false);
        fold.setFont(measure.foldFont());
        fold.getStyleClass().add("account-muted");
        layer.getChildren().addAll(axis, bar, fold);
        layer.setManaged(false);
        layer.getTransforms().add(scale);
        getChildren().add(layer);
    }

    private static Rectangle rectangle(String style) {
        Rectangle rectangle = new Rectangle();
        rectangle.setManaged(false);
        rectangle.getStyleClass().add(style);
        return rectangle;
    }

    /** Shows everything larger. */
    void setZoom(double zoom) {
        if (scale.getX() != zoom) {
            scale.setX(zoom);
            scale.setY(zoom);
            requestLayout();
        }
    }

    void show(AccountRow row) {
        fold.setText(switch (row.fold()) {
            case NONE -> "";
            case CLOSED -> "▸";
            case OPEN -> "▾";
        });
        fold.setX(RowSlots.foldX(row));
        fold.setY(BASELINE + 1);
        axis.setVisible(false);
        bar.setVisible(false);
        int used = 0;
        double end = 0;
        for (RowSlots.Placed placed : RowSlots.of(row, measure::widthOf)) {
            end = Math.max(end, placed.x() + placed.width());
            if (placed.piece() instanceof Piece.Words words) {
                show(text(used++), words, placed.x());
            } else if (placed.piece() instanceof Piece.Bar share && !Double.isNaN(share.share())) {
                showBar(share.share(), placed);
            }
        }
        for (Text text : texts.subList(used, texts.size())) {
            text.setVisible(false);
        }
        if (end != width) {
            width = end;
            requestLayout();
        }
    }

    private Text text(int place) {
        if (place == texts.size()) {
            Text text = new Text();
            text.setManaged(false);
            texts.add(text);
            layer.getChildren().add(text);
        }
        return texts.get(place);
    }

    private void show(Text text, Piece.Words words, double x) {
        text.setVisible(true);
        text.setText(words.text());
        text.setX(x);
        text.setY(BASELINE);
        text.setFont(measure.font(words.style()));
        String style = "account-" + words.style().name().toLowerCase(Locale.ROOT);
        if (!text.getStyleClass().contains(style)) {
            text.getStyleClass().setAll(style);
        }
    }

    private void showBar(double share, RowSlots.Placed placed) {
        double middle = placed.x() + placed.width() / 2;
        double length = Math.max(0.5, Math.abs(share) * placed.width() / 2);
        axis.setVisible(true);
        place(axis, middle - 0.5, 1, RowSlots.BAR_HEIGHT + 4);
        bar.setVisible(true);
        place(bar, share < 0 ? middle - length : middle, length, RowSlots.BAR_HEIGHT);
        java.awt.Color colour = AccountPicture.barColour(share);
        bar.setFill(Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue()));
    }

    private static void place(Rectangle rectangle, double x, double width, double height) {
        rectangle.setX(x);
        rectangle.setY(MIDDLE - height / 2);
        rectangle.setWidth(width);
        rectangle.setHeight(height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return (width + 8) * scale.getX();
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        return RowSlots.HEIGHT * scale.getY();
    }
}
