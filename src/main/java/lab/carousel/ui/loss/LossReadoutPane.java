package lab.carousel.ui.loss;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.picture.loss.LossReadout;
import lab.carousel.ui.drawing.LineSample;

/** Shows a readout: the epoch, and a row for each line with its look, its name and its value. */
final class LossReadoutPane extends GridPane {

    private final Label title = new Label();
    private final List<Row> rows = new ArrayList<>();

    private record Row(LineSample sample, Label name, Label value) {}

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
            LineStyle style = LineStyle.of(content.line(), lines, palette);
            rows.get(row).sample.show(style.sample());
        }
    }

    private void addRow() {
        int number = rows.size() + 1;
        Row row = new Row(new LineSample(), new Label(), new Label());
        row.value.setId("lossReadout" + (number - 1));
        row.value.getStyleClass().add("loss-readout-value");
        setHalignment(row.value, HPos.RIGHT);
        addRow(number, row.sample, row.name, row.value);
        rows.add(row);
    }
}
