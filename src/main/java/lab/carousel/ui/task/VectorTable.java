package lab.carousel.ui.task;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;
import lab.carousel.task.draft.Presentation.Encoded;
import lab.carousel.text.Message;

/** The one-hot vector of each symbol of a sequence. */
final class VectorTable extends TableView<Encoded> {

    VectorTable() {
        setId("vectorTable");
        setAccessibleText(Message.text("editor.viewOneHot.tip"));
        getStyleClass().addAll("dense", "editor-table");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(new TextColumn<>("editor.table.symbol", 72, Encoded::symbol));
        getColumns().add(new TextColumn<>("editor.table.vector", 180, row -> row.vector()
                .text()));
    }

    void show(List<Encoded> vectors) {
        setItems(FXCollections.observableList(vectors));
    }
}
