package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.task.draft.StepMark;
import lab.carousel.task.draft.StepPreview;
import lab.carousel.task.draft.StepPreview.Encoded;
import lab.carousel.task.draft.StepPreview.Pair;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Pills;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.project.Project;

/** The selected sequence as the network gets to see it: input-output pairs, one-hot vectors, or the array shape. */
final class SequenceView extends VBox {

    /** The head of a table and a row and a half. */
    private static final double LEAST_HEIGHT = 58;

    private static final double GAP = 16;

    private final Project project;
    private final ReadOnlyIntegerProperty selected;
    private final ObservableValue<TaskMemory> memory;
    private final Label caption = named(new Label(), "viewCaption", "editor-note");
    private final CheckBox sets = whole(named(new CheckBox(Message.text("editor.sets")), "taskSets", "small"));
    private final TableView<Pair> pairs = table(
            "pairTable",
            "editor.viewPairs.tip",
            List.of(
                    column(Message.text("editor.table.step"), 48, pair -> Message.text("editor.number", pair.number())),
                    column(Message.text("editor.table.pair"), 136, Pair::text),
                    column("", 72, pair -> mark(pair.mark()))));
    private final TableView<Encoded> vectors = table(
            "vectorTable",
            "editor.viewOneHot.tip",
            List.of(
                    column(Message.text("editor.table.symbol"), 72, Encoded::symbol),
                    column(Message.text("editor.table.vector"), 180, row -> row.vector()
                            .text())));
    private final Label inputs = Controls.words("inputShape", "shape-numbers");
    private final Label meaning = Controls.words("shapeMeaning", "shape-meaning");
    private final Label targets = Controls.words("targetShape", "shape-numbers");
    private final VBox shape = styled(
            new VBox(note("editor.shape.inputs"), inputs, meaning, note("editor.shape.targets"), targets), "shape-box");
    private final StackPane content = grow(new StackPane());

    SequenceView(Project project, ReadOnlyIntegerProperty selected, ObservableValue<TaskMemory> memory) {
        setId("taskView");
        this.project = project;
        this.selected = selected;
        this.memory = memory;
        getStyleClass().add("sequence-view");
        content.setMinHeight(LEAST_HEIGHT);
        content.setPrefHeight(96);
        pairs.getColumns().get(2).getStyleClass().add("deciding-column");
        ScrollArea scroll = new ScrollArea(shape);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        Map<String, Node> views = Map.of("viewPairs", pairs, "viewOneHot", vectors, "viewShape", scroll);
        Pills<String> choice = new Pills<>(List.of("viewPairs", "viewOneHot", "viewShape"), SequenceView::pill);
        choice.valueProperty().addListener((observable, before, now) -> {
            content.getChildren().setAll(views.get(now));
            refresh();
        });
        content.getChildren().setAll(pairs);
        Tip.put(sets, Message.text("editor.sets.tip"));
        sets.setOnAction(event -> project.edit(state -> state.withListed(draft -> draft.withSets(sets.isSelected()))));
        getChildren().addAll(choice, new FlowPane(GAP, 2, caption, sets), content);
        selected.addListener(observable -> refresh());
        memory.addListener((observable, before, now) -> refresh());
    }

    private static ToggleButton pill(String id) {
        ToggleButton pill = grow(stretch(named(new ToggleButton(Message.text("editor." + id)), id)));
        Tip.put(pill, Message.text("editor." + id + ".tip"));
        return pill;
    }

    /** Shows what stands in the project now. */
    void refresh() {
        TaskDraft now = project.state().task().listed();
        sets.setSelected(now.sets());
        int index = selected.get();
        boolean any = index >= 0 && index < now.sequences().size();
        content.setVisible(any);
        if (!any) {
            caption.setText(Message.text("editor.view.none"));
            return;
        }
        SequenceLine asked = memory.getValue().line(index, now.sequences().get(index));
        StepPreview preview = new StepPreview(now, index, asked::mark);
        List<Pair> steps = preview.pairs();
        long deciding =
                steps.stream().filter(step -> step.mark() == StepMark.DECIDING).count();
        caption.setText(Message.text("editor.view.caption", index + 1, steps.size(), deciding));
        Node shown = content.getChildren().get(0);
        if (shown == pairs) {
            pairs.setItems(FXCollections.observableList(steps));
        } else if (shown == vectors) {
            vectors.setItems(FXCollections.observableList(preview.vectors()));
        } else {
            showShape(steps.size(), now.alphabet().size());
        }
    }

    /** The arrays of a sequence, as recurrent networks take them: a sample for each step, of one time step each. */
    private void showShape(int steps, int symbols) {
        inputs.setText("[" + steps + ", 1, " + symbols + "]");
        meaning.setText(Message.text("editor.shape.meaning", steps, 1, symbols));
        targets.setText("[" + steps + ", " + symbols + "]");
    }

    private static Label note(String key) {
        return styled(new Label(Message.text(key)), "editor-note");
    }

    private static String mark(StepMark mark) {
        return switch (mark) {
            case NONE -> "";
            case DECIDING -> Message.text("editor.table.deciding");
            case UNKNOWABLE -> Message.text("editor.table.unknowable");
        };
    }

    /** A sequence as the network sees it, a row for each step or symbol. */
    private static <R> TableView<R> table(String id, String tip, List<TableColumn<R, String>> columns) {
        TableView<R> table = named(new TableView<>(), id, "dense", "editor-table");
        table.setAccessibleText(Message.text(tip));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().addAll(columns);
        return table;
    }

    /** A column that cannot be moved or sorted: the order of steps is their meaning. */
    private static <R> TableColumn<R, String> column(String title, double width, Function<R, String> text) {
        TableColumn<R, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(48);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
