package lab.carousel.ui.compare;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.hyperparameters.SettingsTable;

/** A table of what differs between the experiments of pinned runs: a column for each run. */
final class DifferencesGrid extends GridPane {

    DifferencesGrid() {
        setId("compareDifferences");
        getStyleClass().add("compare-differences");
    }

    void show(List<PinnedRun> runs) {
        getChildren().clear();
        List<SettingsTable.Row> rows = SettingsTable.differences(
                runs.stream().map(run -> run.snapshot().experiment()).toList());
        if (rows.isEmpty()) {
            add(
                    label(Message.text(runs.size() < 2 ? "compare.differences.one" : "compare.differences.none"), true),
                    0,
                    0);
            return;
        }
        for (int column = 0; column < runs.size(); column++) {
            add(label(runs.get(column).name(), true), column + 1, 0);
        }
        for (int row = 0; row < rows.size(); row++) {
            add(label(rows.get(row).name(), true), 0, row + 1);
            for (int column = 0; column < runs.size(); column++) {
                String value = rows.get(row).values().get(column);
                Label cell = label(value, false);
                Tip.put(cell, value);
                add(cell, column + 1, row + 1);
            }
        }
    }

    private static Label label(String text, boolean muted) {
        Label label = new Label(text);
        if (muted) {
            label.getStyleClass().add("muted");
        }
        return label;
    }
}
