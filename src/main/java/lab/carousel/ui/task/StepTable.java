package lab.carousel.ui.task;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;
import lab.carousel.task.draft.Presentation.Encoded;
import lab.carousel.task.draft.Presentation.Pair;
import lab.carousel.task.draft.StepMark;
import lab.carousel.text.Message;

/**
 * A sequence as the network sees it, a row for each step or symbol.
 *
 * @param <R> a row
 */
final class StepTable<R> extends TableView<R> {

    private StepTable(String id, String tip, List<TextColumn<R>> columns) {
        setId(id);
        setAccessibleText(Message.text(tip));
        getStyleClass().addAll("dense", "editor-table");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().addAll(columns);
    }

    /** The input-output pairs. */
    static StepTable<Pair> ofPairs() {
        TextColumn<Pair> mark = new TextColumn<>("", 72, pair -> mark(pair.mark()));
        mark.getStyleClass().add("deciding-column");
        return new StepTable<>(
                "pairTable",
                "editor.viewPairs.tip",
                List.of(
                        new TextColumn<>("editor.table.step", 48, pair -> Message.text("editor.number", pair.number())),
                        new TextColumn<>("editor.table.pair", 136, Pair::text),
                        mark));
    }

    private static String mark(StepMark mark) {
        return switch (mark) {
            case NONE -> "";
            case DECIDING -> Message.text("editor.table.deciding");
            case UNKNOWABLE -> Message.text("editor.table.unknowable");
        };
    }

    /** The one-hot vectors of the symbols. */
    static StepTable<Encoded> ofVectors() {
        return new StepTable<>(
                "vectorTable",
                "editor.viewOneHot.tip",
                List.of(
                        new TextColumn<>("editor.table.symbol", 72, Encoded::symbol),
                        new TextColumn<>(
                                "editor.table.vector", 180, row -> row.vector().text())));
    }

    void show(List<R> rows) {
        setItems(FXCollections.observableList(rows));
    }
}
