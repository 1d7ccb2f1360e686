package lab.carousel.ui.update;

import static lab.carousel.ui.controls.Controls.named;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import lab.carousel.picture.update.StageLine;
import lab.carousel.picture.update.UpdateStage;
import lab.carousel.text.FileNumber;
import lab.carousel.ui.controls.Tip;

/** The numbers of a stage: of the selected unit, and of all. It has the same height whatever the stage. */
final class StageTable extends GridPane {

    /** The most lines that a stage has. */
    private static final int LINES = 9;

    private static final double MOST_WIDTH = 480;

    private final Label unit = label("updateUnit", "muted");
    private final Label all = label("updateAll", "muted");
    private final List<Row> rows = new ArrayList<>();

    private record Row(Label name, Label unit, Label all) {}

    StageTable() {
        getStyleClass().add("update-numbers");
        // In a wide column too a number stands near its name
        setMaxWidth(MOST_WIDTH);
        getColumnConstraints().addAll(column(40, HPos.LEFT), column(36, HPos.RIGHT), column(24, HPos.RIGHT));
        add(unit, 1, 0);
        add(all, 2, 0);
        for (int line = 0; line < LINES; line++) {
            Row row = new Row(
                    label("updateName" + line, "muted"),
                    label("updateUnit" + line, "update-number"),
                    label("updateAll" + line, "update-number"));
            rows.add(row);
            row.name().setMinWidth(USE_PREF_SIZE);
            // Also where it has the room of its name
            setHalignment(row.unit(), HPos.RIGHT);
            addRow(line + 1, row.name(), row.unit(), row.all());
        }
    }

    /** Plain lines stand above the names of the columns, and what needs the room of two columns has it. */
    private void place(UpdateStage stage) {
        int plain = stage.plainLines();
        setRowIndex(unit, plain);
        setRowIndex(all, plain);
        for (int line = 0; line < LINES; line++) {
            Row row = rows.get(line);
            boolean isPlain = line < plain;
            int place = isPlain ? line : line + 1;
            setRowIndex(row.name(), place);
            setRowIndex(row.unit(), place);
            setRowIndex(row.all(), place);
            boolean isAlone = row.all().getText().isEmpty();
            // A product is longer than its name
            setColumnIndex(row.unit(), isAlone ? 0 : 1);
            setColumnSpan(row.unit(), isAlone ? 2 : 1);
            setColumnIndex(row.all(), isPlain ? 1 : 2);
            setColumnSpan(row.all(), isPlain ? 2 : 1);
        }
    }

    private static Label label(String id, String style) {
        Label label = named(new Label(), id, style);
        return label;
    }

    private static ColumnConstraints column(double percent, HPos side) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setHalignment(side);
        return column;
    }

    /** Shows a stage. */
    void show(UpdateStage stage, String unitName) {
        boolean hasUnit = stage.lines().stream().anyMatch(line -> !line.unit().isEmpty());
        unit.setText(hasUnit ? unitName : "");
        all.setText(stage.all());
        for (int line = 0; line < LINES; line++) {
            Row row = rows.get(line);
            StageLine shown = line < stage.lines().size() ? stage.lines().get(line) : null;
            row.name().setText(shown == null ? " " : shown.name());
            row.unit().setText(shown == null ? "" : shown.unit());
            row.all().setText(shown == null ? "" : shown.all());
            showPrecisely(row.unit(), shown == null ? Double.NaN : shown.unitNumber());
            showPrecisely(row.all(), shown == null ? Double.NaN : shown.allNumber());
        }
        place(stage);
    }

    /** All digits on hover, for those who calculate. */
    private static void showPrecisely(Label label, double number) {
        Tip.put(label, Double.isNaN(number) ? "" : FileNumber.text(number));
    }
}
