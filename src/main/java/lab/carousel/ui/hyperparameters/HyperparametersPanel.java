package lab.carousel.ui.hyperparameters;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lab.carousel.message.Message;
import lab.carousel.model.EngineName;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row for the engine and each hyperparameter, and under it, where a value cannot be used, what to do about it. */
public final class HyperparametersPanel extends VBox {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final int MAX_RANDOM_SEED = 1_000_000;

    private final TextField hiddenUnits = numberField(Field.HIDDEN_UNITS);
    private final TextField learningRate = numberField(Field.LEARNING_RATE);
    private final TextField epochs = numberField(Field.EPOCHS);
    private final TextField updateInterval = numberField(Field.UPDATE_INTERVAL);
    private final CheckBox wholeSequence = new CheckBox(text("updateInterval.wholeSequence"));
    private final TextField batchSize = numberField(Field.BATCH_SIZE);
    private final ComboBox<ResetPolicy> resetPolicy = choice(Field.RESET_POLICY, ResetPolicy.values());
    private final ComboBox<Order> order = choice(Field.ORDER, Order.values());
    private final ComboBox<Optimiser> optimiser = choice(Field.OPTIMISER, Optimiser.values());
    private final ComboBox<Output> output = choice(Field.OUTPUT, Output.values());
    private final TextField seed = numberField(Field.SEED);
    private final ComboBox<EngineName> engine = choice(Field.ENGINE, EngineName.values());

    private final Map<Field, Control> controls = new EnumMap<>(Field.class);
    private final Map<Field, Label> problemLabels = new EnumMap<>(Field.class);
    private final GridPane rows = new GridPane();
    private final ObjectProperty<HyperparametersDraft> draft = new SimpleObjectProperty<>();
    private boolean showing;

    /**
     * A panel that shows a draft and an engine, and writes what is typed and chosen back into {@link #draftProperty}
     * and {@link #engineProperty}.
     */
    public HyperparametersPanel(HyperparametersDraft initial, EngineName initialEngine) {
        getStyleClass().add("place");
        setId("hyperparameters");
        Label title = new Label(text("title"));
        title.getStyleClass().add("place-title");
        rows.getStyleClass().add("rows");
        rows.getColumnConstraints().addAll(labelColumn(), controlColumn());
        addRows();
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll);
        draft.addListener((observable, before, now) -> {
            show(now);
            showProblems(now.problems());
        });
        draft.set(initial);
        engine.setValue(initialEngine);
    }

    /** The hyperparameters as they stand here. */
    public ObjectProperty<HyperparametersDraft> draftProperty() {
        return draft;
    }

    /** The engine chosen here. It is no hyperparameter: it does not change what is learned. */
    public ObjectProperty<EngineName> engineProperty() {
        return engine.valueProperty();
    }

    /** Shows problems that come from elsewhere, besides those of the draft itself. */
    public void showProblems(Map<Field, Message> problems) {
        for (Field field : Field.values()) {
            Message problem = problems.get(field);
            Label label = problemLabels.get(field);
            label.setText(problem == null ? "" : problem.text());
            label.setVisible(problem != null);
            label.setManaged(problem != null);
            controls.get(field).pseudoClassStateChanged(INVALID, problem != null);
        }
    }

    private void addRows() {
        wholeSequence.setId("wholeSequence");
        wholeSequence.selectedProperty().addListener((observable, before, now) -> changed());
        updateInterval.disableProperty().bind(wholeSequence.selectedProperty());
        updateInterval.setPrefColumnCount(3);
        wholeSequence.setMinWidth(USE_PREF_SIZE);
        Button anotherSeed = new Button(null, new FontIcon(Feather.SHUFFLE));
        anotherSeed.setId("anotherSeed");
        anotherSeed.setAccessibleText(text("seed.another"));
        anotherSeed.setTooltip(new Tooltip(text("seed.another")));
        anotherSeed.setOnAction(event ->
                seed.setText(Integer.toString(ThreadLocalRandom.current().nextInt(1, MAX_RANDOM_SEED))));
        addRow(Field.ENGINE, engine);
        addRow(Field.HIDDEN_UNITS, hiddenUnits);
        addRow(Field.LEARNING_RATE, learningRate);
        addRow(Field.EPOCHS, epochs);
        addRow(Field.UPDATE_INTERVAL, updateInterval, wholeSequence);
        addRow(Field.BATCH_SIZE, batchSize);
        addRow(Field.RESET_POLICY, resetPolicy);
        addRow(Field.ORDER, order);
        addRow(Field.OPTIMISER, optimiser);
        addRow(Field.OUTPUT, output);
        addRow(Field.SEED, seed, anotherSeed);
    }

    private void addRow(Field field, Control control, Node... beside) {
        Tooltip tooltip = new Tooltip(field.explanation());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        Label label = new Label(field.label());
        label.setLabelFor(control);
        label.setTooltip(tooltip);
        control.setTooltip(tooltip);
        control.setAccessibleText(field.label());
        control.setAccessibleHelp(field.explanation());
        control.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox box = new HBox(8, control);
        box.getChildren().addAll(beside);
        box.setAlignment(Pos.CENTER_LEFT);
        Label problem = new Label();
        problem.setId(field.key() + "Problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setVisible(false);
        problem.setManaged(false);
        controls.put(field, control);
        problemLabels.put(field, problem);
        // Two rows for each field, its problem below; a hidden problem takes no room.
        int row = 2 * field.ordinal();
        rows.add(label, 0, row);
        rows.add(box, 1, row);
        rows.add(problem, 0, row + 1, 2, 1);
    }

    private TextField numberField(Field field) {
        TextField text = new TextField();
        text.setId(field.key());
        text.textProperty().addListener((observable, before, now) -> changed());
        return text;
    }

    private <T extends Enum<T>> ComboBox<T> choice(Field field, T[] values) {
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(values));
        box.setId(field.key());
        box.setConverter(named(value -> text(field.key() + "." + value.name())));
        box.valueProperty().addListener((observable, before, now) -> changed());
        return box;
    }

    private static <T> StringConverter<T> named(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the choices are not edited");
            }
        };
    }

    private void changed() {
        if (showing) {
            return;
        }
        draft.set(new HyperparametersDraft(
                hiddenUnits.getText(),
                learningRate.getText(),
                epochs.getText(),
                updateInterval.getText(),
                wholeSequence.isSelected(),
                batchSize.getText(),
                resetPolicy.getValue(),
                order.getValue(),
                seed.getText(),
                optimiser.getValue(),
                output.getValue()));
    }

    /** Puts a draft into the controls. Text that already stands there is left alone, so that the caret stays. */
    private void show(HyperparametersDraft values) {
        showing = true;
        setText(hiddenUnits, values.hiddenUnits());
        setText(learningRate, values.learningRate());
        setText(epochs, values.epochs());
        setText(updateInterval, values.updateInterval());
        wholeSequence.setSelected(values.wholeSequence());
        setText(batchSize, values.batchSize());
        resetPolicy.setValue(values.resetPolicy());
        order.setValue(values.order());
        optimiser.setValue(values.optimiser());
        output.setValue(values.output());
        setText(seed, values.seed());
        showing = false;
    }

    private static void setText(TextField field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private static ColumnConstraints labelColumn() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(100);
        return column;
    }

    private static ColumnConstraints controlColumn() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private static String text(String key) {
        return Message.text("hyperparameters." + key);
    }
}
