package lab.carousel.ui.task;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.task.draft.Presentation;
import lab.carousel.task.draft.Presentation.Encoded;
import lab.carousel.task.draft.Presentation.Pair;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.OneOf;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;

/** The selected sequence as the network gets to see it: input-output pairs, one-hot vectors, or the array shape. */
final class SequenceView extends VBox {

    /** The head of a table and a row and a half. */
    private static final double LEAST_HEIGHT = 58;

    private final ObjectProperty<TaskDraft> draft;
    private final ReadOnlyIntegerProperty selected;
    private final ObservableValue<TaskMemory> memory;
    private final Label caption = new Label();
    private final StepTable<Pair> pairs = StepTable.ofPairs();
    private final StepTable<Encoded> vectors = StepTable.ofVectors();
    private final ShapeBox shape = new ShapeBox();
    private final StackPane content = new StackPane();
    private final OneOf group = new OneOf();

    SequenceView(
            ObjectProperty<TaskDraft> draft, ReadOnlyIntegerProperty selected, ObservableValue<TaskMemory> memory) {
        setId("taskView");
        this.draft = draft;
        this.selected = selected;
        this.memory = memory;
        getStyleClass().add("sequence-view");
        caption.setId("viewCaption");
        caption.getStyleClass().add("editor-note");
        content.setMinHeight(LEAST_HEIGHT);
        content.setPrefHeight(96);
        VBox.setVgrow(content, Priority.ALWAYS);
        ToggleButton first = toggle("viewPairs", "left-pill", pairs);
        HBox toggles = new HBox(
                first,
                toggle("viewOneHot", "center-pill", vectors),
                toggle("viewShape", "right-pill", scrolling(shape)));
        getChildren().addAll(toggles, caption, content);
        group.hold(this::choose);
        first.setSelected(true);
        draft.addListener((observable, before, now) -> refresh());
        selected.addListener(observable -> refresh());
        memory.addListener((observable, before, now) -> refresh());
    }

    private static ScrollPane scrolling(Region region) {
        ScrollArea pane = new ScrollArea(region);
        pane.setFitToWidth(true);
        return pane;
    }

    private ToggleButton toggle(String id, String style, Node view) {
        ToggleButton toggle = new ToggleButton(Message.text("editor." + id));
        toggle.setId(id);
        toggle.getStyleClass().add(style);
        Tip.put(toggle, Message.text("editor." + id + ".tip"));
        toggle.setToggleGroup(group);
        toggle.setUserData(view);
        toggle.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(toggle, Priority.ALWAYS);
        return toggle;
    }

    private void choose(Toggle now) {
        content.getChildren().setAll((Node) now.getUserData());
        refresh();
    }

    private void refresh() {
        TaskDraft now = draft.get();
        int index = selected.get();
        boolean any = index >= 0 && index < now.sequences().size();
        content.setVisible(any);
        if (!any) {
            caption.setText(Message.text("editor.view.none"));
            return;
        }
        TaskMemory.SequenceLine asked =
                memory.getValue().line(index, now.sequences().get(index));
        Presentation presentation = new Presentation(now, index, asked::mark);
        int steps = presentation.pairs().size();
        caption.setText(Message.text("editor.view.caption", index + 1, steps, presentation.decidingSteps()));
        Node shown = content.getChildren().get(0);
        if (shown == pairs) {
            pairs.show(presentation.pairs());
        } else if (shown == vectors) {
            vectors.show(presentation.vectors());
        } else {
            shape.show(presentation.shape());
        }
    }
}
