package lab.carousel.ui.lesion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.picture.state.UnitRanges;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.UnitChoice;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.project.Project;
import org.kordamp.ikonli.feather.Feather;

final class LesionList extends VBox {

    private static final double HEIGHT = 54;

    private final Project project;
    private final ListView<PlannedLesion> list = new ListView<>();
    private final Button clear =
            Controls.iconButton("lesionClear", Feather.TRASH_2, "lesion.clear", () -> replace(List.of()), "small");
    private final Label title = Controls.whole(Controls.named(new Label(), "lesionCount", "operation-title"));
    private ParameterLayout layout = new ParameterLayout(2, 1);

    LesionList(Project project) {
        this.project = project;
        WindowListeners.of(this, project.stateProperty(), (observable, before, now) -> showLesions());
        Controls.named(list, "lesionList", "lesion-list");
        list.setPrefHeight(HEIGHT);
        list.setMinHeight(HEIGHT);
        list.setCellFactory(view -> new LesionCell());
        Label placeholder = Controls.styled(new Label(Message.text("lesion.list.empty")), "muted");
        placeholder.setWrapText(true);
        list.setPlaceholder(placeholder);
        list.setAccessibleText(Message.text("lesion.list"));
        list.setOnKeyPressed(this::key);
        Label note = Controls.grow(Controls.styled(new Label(Message.text("lesion.note")), "muted"));
        Tip.put(note, Message.text("lesion.note.tip"));
        note.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(Controls.row(4, title, note, clear), list);
        Controls.styled(this, "lesions");
        showLesions();
    }

    void add(PlannedLesion lesion) {
        replace(Stream.concat(project.state().lesions().stream(), Stream.of(lesion))
                .toList());
    }

    private void remove(int index) {
        List<PlannedLesion> less = new ArrayList<>(project.state().lesions());
        less.remove(index);
        replace(less);
    }

    /** Makes others in the place of those made. */
    void replace(List<PlannedLesion> lesions) {
        project.edit(state -> state.with(lesions));
    }

    private void key(KeyEvent event) {
        int selected = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DELETE && selected >= 0) {
            remove(selected);
            event.consume();
        }
    }

    private void showLesions() {
        List<PlannedLesion> lesions = project.state().lesions();
        if (!lesions.equals(list.getItems())) {
            list.getItems().setAll(lesions);
        }
        title.setText(Message.text("lesion.count", lesions.size()));
        clear.setDisable(lesions.isEmpty());
    }

    /** Shows which of the lesions a network has, in its numbers of units. */
    void show(ParameterLayout newLayout) {
        if (!newLayout.equals(layout)) {
            layout = newLayout;
            list.refresh();
        }
    }

    private final class LesionCell extends ListCell<PlannedLesion> {

        private final Label words = new Label();
        private final HBox box;

        LesionCell() {
            words.setMinWidth(0);
            words.setMaxWidth(Double.MAX_VALUE);
            Button remove =
                    Controls.iconButton("lesionRemove", Feather.X, "lesion.remove", () -> remove(getIndex()), "small");
            box = Controls.row(4, Controls.grow(words), remove);
            // As wide as the list, not as its words
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(PlannedLesion lesion, boolean empty) {
            super.updateItem(lesion, empty);
            setText(null);
            setGraphic(empty || lesion == null ? null : box);
            if (!empty && lesion != null) {
                words.setText(LesionList.words(lesion, layout));
                Tip.put(words, words.getText());
                setAccessibleText(words.getText());
            }
        }
    }

    /** What a lesion does in a network, in a line. */
    static String words(PlannedLesion lesion, ParameterLayout layout) {
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
