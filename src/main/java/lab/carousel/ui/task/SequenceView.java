package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.task.ArrayShape;
import lab.carousel.task.draft.Presentation;
import lab.carousel.task.draft.Presentation.Encoded;
import lab.carousel.task.draft.Presentation.Pair;
import lab.carousel.task.draft.StepMark;
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

    private final Project project;
    private final ReadOnlyIntegerProperty selected;
    private final ObservableValue<TaskMemory> memory;
    private final Label caption = named(new Label(), "viewCaption", "editor-note");
    private final StepTable<Pair> pairs = StepTable.ofPairs();
    private final StepTable<Encoded> vectors = StepTable.ofVectors();
    private final ShapeBox shape = new ShapeBox();
    private final StackPane content = grow(new StackPane());

    SequenceView(Project project, ReadOnlyIntegerProperty selected, ObservableValue<TaskMemory> memory) {
        setId("taskView");
        this.project = project;
        this.selected = selected;
        this.memory = memory;
        getStyleClass().add("sequence-view");
        content.setMinHeight(LEAST_HEIGHT);
        content.setPrefHeight(96);
        Map<String, Node> views = Map.of("viewPairs", pairs, "viewOneHot", vectors, "viewShape", scrolling(shape));
        Pills<String> choice = new Pills<>(List.of("viewPairs", "viewOneHot", "viewShape"), SequenceView::pill);
        choice.valueProperty().addListener((observable, before, now) -> {
            content.getChildren().setAll(views.get(now));
            refresh();
        });
        content.getChildren().setAll(pairs);
        getChildren().addAll(choice, caption, content);
        selected.addListener(observable -> refresh());
        memory.addListener((observable, before, now) -> refresh());
    }

    private static ScrollPane scrolling(Region region) {
        ScrollArea pane = new ScrollArea(region);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        return pane;
    }

    private static ToggleButton pill(String id) {
        ToggleButton pill = grow(stretch(named(new ToggleButton(Message.text("editor." + id)), id)));
        Tip.put(pill, Message.text("editor." + id + ".tip"));
        return pill;
    }

    /** Shows what stands in the project now. */
    void refresh() {
        TaskDraft now = project.state().task().listed();
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
        List<Pair> steps = presentation.pairs();
        caption.setText(Message.text("editor.view.caption", index + 1, steps.size(), presentation.decidingSteps()));
        Node shown = content.getChildren().get(0);
        if (shown == pairs) {
            pairs.show(steps);
        } else if (shown == vectors) {
            vectors.show(presentation.vectors());
        } else {
            shape.show(presentation.shape());
        }
    }

    /** The shape of the arrays that a sequence becomes, number by number. */
    static final class ShapeBox extends VBox {

        private final Label inputs = Controls.words("inputShape", "shape-numbers");
        private final Label meaning = Controls.words("shapeMeaning", "shape-meaning");
        private final Label targets = Controls.words("targetShape", "shape-numbers");

        ShapeBox() {
            getStyleClass().add("shape-box");
            getChildren().addAll(note("editor.shape.inputs"), inputs, meaning, note("editor.shape.targets"), targets);
        }

        void show(ArrayShape shape) {
            inputs.setText(shape.inputs());
            meaning.setText(Message.text("editor.shape.meaning", shape.samples(), shape.timesteps(), shape.features()));
            targets.setText(shape.targets());
        }

        private static Label note(String key) {
            return styled(new Label(Message.text(key)), "editor-note");
        }
    }

    /**
     * A sequence as the network sees it, a row for each step or symbol.
     *
     * @param <R> a row
     */
    static final class StepTable<R> extends TableView<R> {

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
                            new TextColumn<>(
                                    "editor.table.step", 48, pair -> Message.text("editor.number", pair.number())),
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
                            new TextColumn<>("editor.table.vector", 180, row -> row.vector()
                                    .text())));
        }

        void show(List<R> rows) {
            setItems(FXCollections.observableList(rows));
        }

        /** A column of text that cannot be moved or sorted: the order of steps is their meaning. */
        static final class TextColumn<R> extends TableColumn<R, String> {

            /**
             * A column.
             *
             * @param titleKey key of its title; empty for none
             * @param width    its width when there is room for more columns
             * @param text     what it shows of a row
             */
            TextColumn(String titleKey, double width, Function<R, String> text) {
                super(titleKey.isEmpty() ? "" : Message.text(titleKey));
                setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
                setPrefWidth(width);
                setMinWidth(48);
                setSortable(false);
                setReorderable(false);
            }
        }
    }
}
