package lab.carousel.ui.freerun;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.model.Experiment;
import lab.carousel.study.FreeRun;
import lab.carousel.study.FreeRunInput;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.TypedField;
import lab.carousel.ui.place.ProbeColumn;

/** From where the network runs, how far, and how a symbol is taken. */
final class FreeRunFields extends VBox {

    private static final double NUMBER = 64;

    private Experiment experiment = Experiment.reference();
    private final TypedField<List<Integer>> start =
            new TypedField<>("freeRunStart", "freeRun.start", FreeRunInput.firstSymbols(experiment), this::readStart);
    private final TypedField<Integer> steps =
            new TypedField<>("freeRunSteps", "freeRun.steps", "", FreeRunInput::length);
    private final CheckBox draw = new CheckBox(Message.text("freeRun.draw"));
    private final TypedField<Double> temperature =
            new TypedField<>("freeRunTemperature", "freeRun.temperature", "1", FreeRunInput::temperature);
    private final TypedField<Long> seed = new TypedField<>("freeRunSeed", "freeRun.seed", "1", FreeRunInput::seed);

    private boolean showing;
    /** Whether the start, or the number of steps, is not the one that came with the task. */
    private boolean startTyped;

    private boolean stepsTyped;

    FreeRunFields() {
        getStyleClass().add("probe-fields");
        draw.setId("freeRunDraw");
        Tip.put(draw, Message.text("freeRun.draw.tip"));
        draw.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(start, Priority.ALWAYS);
        steps.setPrefWidth(NUMBER);
        steps.setMinWidth(NUMBER);
        temperature.disableProperty().bind(draw.selectedProperty().not());
        seed.disableProperty().bind(draw.selectedProperty().not());
        temperature.setPrefWidth(104);
        seed.setPrefWidth(NUMBER);
        HBox first = ProbeColumn.row(Pos.TOP_LEFT, start, steps);
        HBox second = ProbeColumn.row(Pos.BOTTOM_LEFT, draw, temperature, seed);
        getChildren().addAll(first, start.problem(), steps.problem(), second, temperature.problem(), seed.problem());
        start.valueProperty().addListener((observable, before, now) -> startTyped |= !showing);
        steps.valueProperty().addListener((observable, before, now) -> stepsTyped |= !showing);
        showTaskValues();
    }

    private List<Integer> readStart(String text) {
        return FreeRunInput.start(
                text, experiment.task().alphabet(), experiment.hyperparameters().lag());
    }

    /**
     * Takes the alphabet and the lag of another network. What was typed stays if it can be used there; otherwise, and if
     * nothing was typed, the beginning of its first sequence takes its place.
     */
    void show(Experiment other) {
        boolean same = experiment == other
                || (experiment.task().equals(other.task())
                        && experiment.hyperparameters().lag()
                                == other.hyperparameters().lag());
        experiment = other;
        if (!same) {
            showing = true;
            start.read();
            showTaskValues();
            showing = false;
        }
    }

    private void showTaskValues() {
        showing = true;
        if (!startTyped || start.getValue().isEmpty()) {
            start.setText(FreeRunInput.firstSymbols(experiment));
            startTyped = false;
        }
        if (!stepsTyped || steps.getValue().isEmpty()) {
            int whole = experiment.task().sequences().get(0).symbols().size()
                    - experiment.hyperparameters().lag();
            steps.setText(Integer.toString(Math.min(FreeRun.MAX_STEPS, Math.max(1, whole))));
            stepsTyped = false;
        }
        showing = false;
    }

    /** What is asked for; empty while a field cannot be used. */
    Optional<FreeRunQuestion.Wish> wish() {
        boolean drawn = draw.isSelected();
        if (start.getValue().isEmpty()
                || steps.getValue().isEmpty()
                || (drawn
                        && (temperature.getValue().isEmpty() || seed.getValue().isEmpty()))) {
            return Optional.empty();
        }
        FreeRun.Draw choice = drawn
                ? FreeRun.Draw.drawn(
                        temperature.getValue().get(), seed.getValue().get())
                : FreeRun.Draw.LARGEST;
        return Optional.of(new FreeRunQuestion.Wish(
                start.getValue().get(), steps.getValue().get(), choice));
    }

    /** What makes another run when it changes. */
    ObservableValue<?>[] values() {
        return new ObservableValue<?>[] {
            start.valueProperty(),
            steps.valueProperty(),
            draw.selectedProperty(),
            temperature.valueProperty(),
            seed.valueProperty()
        };
    }
}
