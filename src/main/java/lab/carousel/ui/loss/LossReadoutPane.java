package lab.carousel.ui.loss;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.shape.Line;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.picture.loss.LossReadout;

/** Shows a readout: the epoch, and a row for each line with its look, its name and its value. */
final class LossReadoutPane extends GridPane {

    private static final double SAMPLE_LENGTH = 24;

    private final Label title = new Label();
    private final List<Row> rows = new ArrayList<>();

    private record Row(Line sample, Label name, Label value) {}

    LossReadoutPane() {
        setId("lossReadout");
        getStyleClass().add("loss-readout");
        setMouseTransparent(true);
        title.setId("lossReadoutEpoch");
        title.getStyleClass().add("loss-readout-epoch");
        add(title, 0, 0, 3, 1);
    }

    /**
     * Shows a readout.
     *
     * @param lines how many lines the chart has
     */
    void show(LossReadout readout, int lines, Palette palette) {
        title.setText(readout.title());
        while (rows.size() < readout.rows().size()) {
            addRow();
        }
        while (rows.size() > readout.rows().size()) {
            Row row = rows.remove(rows.size() - 1);
            getChildren().removeAll(row.sample, row.name, row.value);
        }
        for (int row = 0; row < rows.size(); row++) {
            LossReadout.Row content = readout.rows().get(row);
            rows.get(row).name.setText(content.name());
            rows.get(row).value.setText(content.value());
            look(
                    rows.get(row).sample,
                    LineStyle.of(content.line(), lines, palette).sample());
        }
    }

    private void addRow() {
        int number = rows.size() + 1;
        Row row = new Row(new Line(0, 0, SAMPLE_LENGTH, 0), new Label(), new Label());
        row.value.setId("lossReadout" + (number - 1));
        row.value.getStyleClass().add("loss-readout-value");
        setHalignment(row.value, HPos.RIGHT);
        addRow(number, row.sample, row.name, row.value);
        rows.add(row);
    }

    private static void look(Line sample, LineStyle style) {
        Color colour = style.colour();
        sample.setStroke(javafx.scene.paint.Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue()));
        sample.setStrokeWidth(style.width());
        sample.getStrokeDashArray().clear();
        if (style.dashes() != null) {
            for (float dash : style.dashes()) {
                sample.getStrokeDashArray().add((double) dash);
            }
        }
    }
}
