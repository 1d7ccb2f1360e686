package lab.carousel.ui.cell;

import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.picture.account.AccountPicture;
import lab.carousel.picture.account.AccountRow;
import lab.carousel.picture.account.Fold;
import lab.carousel.picture.account.Piece;
import lab.carousel.picture.account.PlacedPiece;
import lab.carousel.ui.cell.AccountList.DigitMeasure;

/** Shows a row of an account. Its nodes are kept and moved, so that new numbers cost no layout. */
final class RowPane extends Region {

    private static final double BASELINE = 15;
    private static final double MIDDLE = 10.5;

    private final DigitMeasure measure;
    private final Text fold = styled(new Text(), "account-muted");
    private final List<Text> texts = new ArrayList<>();
    private final Rectangle axis = rectangle("account-axis");
    private final Rectangle bar = rectangle("account-bar");
    private final Pane layer = new Pane();
    private double zoom = 1;
    private double width;

    RowPane(DigitMeasure measure) {
        this.measure = measure;
        layer.setManaged(false);
        getChildren().add(layer);
    }

    private static Rectangle rectangle(String style) {
        Rectangle rectangle = new Rectangle();
        rectangle.getStyleClass().add(style);
        return rectangle;
    }

    /**
     * Shows a row.
     *
     * @param newZoom how much larger than usual; by larger fonts, because scaled text is drawn badly
     * @param palette the colours of its bar
     */
    void show(AccountRow row, double newZoom, Palette palette) {
        if (zoom != newZoom) {
            zoom = newZoom;
            requestLayout();
        }
        fold.setVisible(row.fold() != Fold.NONE);
        if (row.fold() != Fold.NONE) {
            keep(fold);
            fold.setText(row.fold() == Fold.OPEN ? "▾" : "▸");
            fold.setFont(measure.foldFont(zoom));
            fold.setX(zoom * PlacedPiece.foldX(row));
            fold.setY(zoom * (BASELINE + 1));
        }
        axis.setVisible(false);
        bar.setVisible(false);
        int used = 0;
        double end = 0;
        for (PlacedPiece placed : PlacedPiece.of(row, measure::widthOf)) {
            end = Math.max(end, placed.x() + placed.width());
            if (placed.piece() instanceof Piece.Printed words) {
                show(text(used++), words, placed.x());
            } else if (placed.piece() instanceof Piece.Bar share && !Double.isNaN(share.share())) {
                showBar(share.share(), placed, palette);
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
            texts.add(text);
            keep(text);
        }
        return texts.get(place);
    }

    /** A node has a place in the window from when it is first needed. */
    private void keep(Node node) {
        if (node.getParent() == null) {
            node.setManaged(false);
            layer.getChildren().add(node);
        }
    }

    private void show(Text text, Piece.Printed words, double x) {
        text.setVisible(true);
        text.setText(words.text());
        text.setX(zoom * x);
        text.setY(zoom * BASELINE);
        text.setFont(measure.font(words.style(), zoom));
        String style = "account-" + words.style().name().toLowerCase(Locale.ROOT);
        if (!text.getStyleClass().contains(style)) {
            text.getStyleClass().setAll(style);
        }
    }

    private void showBar(double share, PlacedPiece placed, Palette palette) {
        keep(axis);
        keep(bar);
        double middle = placed.x() + placed.width() / 2;
        double length = Math.max(0.5, Math.abs(share) * placed.width() / 2);
        axis.setVisible(true);
        place(axis, middle - 0.5, 1, PlacedPiece.BAR_HEIGHT + 4);
        bar.setVisible(true);
        place(bar, share < 0 ? middle - length : middle, length, PlacedPiece.BAR_HEIGHT);
        java.awt.Color colour = AccountPicture.barColour(share, palette);
        bar.setFill(Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue()));
    }

    private void place(Rectangle rectangle, double x, double barWidth, double height) {
        rectangle.setX(zoom * x);
        rectangle.setY(zoom * (MIDDLE - height / 2));
        rectangle.setWidth(zoom * barWidth);
        rectangle.setHeight(zoom * height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return (width + 8) * zoom;
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        return PlacedPiece.HEIGHT * zoom;
    }
}
