package lab.carousel.ui.task;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;
import lab.carousel.task.draft.Presentation.Pair;
import lab.carousel.text.Message;

/** The input-output pairs of a sequence, a row for each step. */
final class PairTable extends TableView<Pair> {

    PairTable() {
        setId("pairTable");
        setAccessibleText(Message.text("editor.viewPairs.tip"));
        getStyleClass().addAll("dense", "editor-table");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .add(new TextColumn<>("editor.table.step", 56, pair -> Message.text("editor.number", pair.number())));
        getColumns().add(new TextColumn<>("editor.table.pair", 120, Pair::text));
        TextColumn<Pair> mark =
                new TextColumn<>("", 72, pair -> pair.deciding() ? Message.text("editor.table.deciding") : "");
        mark.getStyleClass().add("deciding-column");
        getColumns().add(mark);
    }

    void show(List<Pair> pairs) {
        setItems(FXCollections.observableList(pairs));
    }
}
