package lab.carousel.ui.lesion;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.UnitChoice;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Hearing;
import lab.carousel.ui.controls.IconButton;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.operation.UnitRanges;
import org.kordamp.ikonli.feather.Feather;

/** The lesions made: each can be removed, and each edit undone and redone. */
final class LesionList extends VBox {

    private static final double HEIGHT = 54;

    private final ObjectProperty<LesionEdits> edits;
    private final ListView<PlannedLesion> list = new ListView<>();
    private final Button undo = button("lesionUndo", Feather.CORNER_UP_LEFT, "lesion.undo");
    private final Button redo = button("lesionRedo", Feather.CORNER_UP_RIGHT, "lesion.redo");
    private final Button clear = button("lesionClear", Feather.TRASH_2, "lesion.clear");
    private final Label title = new Label();
    private ParameterLayout layout = new ParameterLayout(2, 1);

    /** A list of the lesions made. */
    LesionList(ObjectProperty<LesionEdits> edits) {
        this.edits = edits;
        Hearing.of(this, edits, (observable, before, now) -> showEdits());
        list.setId("lesionList");
        list.getStyleClass().add("lesion-list");
        list.setPrefHeight(HEIGHT);
        list.setMinHeight(HEIGHT);
        list.setCellFactory(view -> new LesionCell(() -> layout, this::remove));
        list.setPlaceholder(placeholder());
        list.setAccessibleText(Message.text("lesion.list"));
        list.setOnKeyPressed(this::key);
        title.setId("lesionCount");
        title.getStyleClass().add("operation-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label note = new Label(Message.text("lesion.note"));
        note.getStyleClass().add("muted");
        Tip.put(note, Message.text("lesion.note.tip"));
        note.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(note, Priority.ALWAYS);
        HBox row = new HBox(4, title, note, undo, redo, clear);
        row.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("lesions");
        getChildren().addAll(row, list);
        undo.setOnAction(event -> edit(LesionEdits::undo));
        redo.setOnAction(event -> edit(LesionEdits::redo));
        clear.setOnAction(event -> edit(LesionEdits::clear));
        showEdits();
    }

    private static Label placeholder() {
        Label label = new Label(Message.text("lesion.list.empty"));
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private static Button button(String id, Feather icon, String key) {
        Button button = new IconButton(id, icon, key);
        button.getStyleClass().add("small");
        return button;
    }

    /** Changes the list. */
    void edit(UnaryOperator<LesionEdits> change) {
        edits.set(change.apply(edits.get()));
    }

    private void remove(int index) {
        edit(now -> now.remove(index));
    }

    private void key(KeyEvent event) {
        int selected = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DELETE && selected >= 0) {
            remove(selected);
            event.consume();
        }
    }

    /** Ctrl+Z and Ctrl+Y, or Ctrl+Shift+Z. */
    void undoOrRedo(KeyEvent event) {
        if (!event.isShortcutDown()) {
            return;
        }
        if (event.getCode() == KeyCode.Y || (event.getCode() == KeyCode.Z && event.isShiftDown())) {
            edit(LesionEdits::redo);
            event.consume();
        } else if (event.getCode() == KeyCode.Z) {
            edit(LesionEdits::undo);
            event.consume();
        }
    }

    private void showEdits() {
        List<PlannedLesion> lesions = edits.get().lesions();
        list.getItems().setAll(lesions);
        title.setText(Message.text("lesion.count", lesions.size()));
        undo.setDisable(!edits.get().canUndo());
        redo.setDisable(!edits.get().canRedo());
        clear.setDisable(lesions.isEmpty());
    }

    /** Shows which of the lesions a network has, in its numbers of units. */
    void show(ParameterLayout newLayout) {
        if (!newLayout.equals(layout)) {
            layout = newLayout;
            list.refresh();
        }
    }

    /** The lesions, and what was done to them. */
    ObjectProperty<LesionEdits> editsProperty() {
        return edits;
    }

    /** A lesion in a line, with a button that removes it. */
    private static final class LesionCell extends ListCell<PlannedLesion> {

        private final Supplier<ParameterLayout> layout;
        private final Label words = new Label();
        private final HBox box;

        LesionCell(Supplier<ParameterLayout> layout, IntConsumer onRemoved) {
            this.layout = layout;
            words.setTextOverrun(OverrunStyle.ELLIPSIS);
            words.setMinWidth(0);
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            Button remove = button("lesionRemove", Feather.X, "lesion.remove");
            remove.setOnAction(event -> onRemoved.accept(getIndex()));
            box = new HBox(4, words, remove);
            box.setAlignment(Pos.CENTER_LEFT);
            // As wide as the list, not as its words
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(PlannedLesion lesion, boolean empty) {
            super.updateItem(lesion, empty);
            setText(null);
            setGraphic(empty || lesion == null ? null : box);
            if (!empty && lesion != null) {
                words.setText(LesionWords.of(lesion, layout.get()));
                Tip.put(words, words.getText());
                setAccessibleText(words.getText());
            }
        }
    }

    /** Lesions in words. */
    static final class LesionWords {

        private LesionWords() {}

        /** What a lesion does in a network, in a line. */
        static String of(PlannedLesion lesion, ParameterLayout layout) {
            String letter = lesion.quantity().letter();
            if (lesion.in(layout).isEmpty()) {
                return Message.text("lesion.item.none", letter, lesion.value());
            }
            UnitChoice units = lesion.units();
            String whose = units.all()
                    ? Message.text("lesion.item.all")
                    : Message.text(
                            "lesion.item.units",
                            UnitRanges.text(units.in(layout), layout),
                            units.in(layout).size());
            return Message.text(
                    "lesion.item", letter, lesion.value(), whose, lesion.steps().words());
        }
    }
}
