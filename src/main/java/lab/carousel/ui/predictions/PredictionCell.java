package lab.carousel.ui.predictions;

import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Tip;

/** Shows a row of the table. */
final class PredictionCell extends ListCell<PredictionRow> {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass UNSCORED = PseudoClass.getPseudoClass("unscored");
    private static final PseudoClass DECIDING = PseudoClass.getPseudoClass("deciding");

    private static final PseudoClass LOOKED_AT = PseudoClass.getPseudoClass("looked-at");

    private final Predicate<Step> isLookedAt;
    private final Supplier<Palette> palette;
    private final Supplier<Alphabet> alphabet;
    private final Label head = new Label();
    private final Label number = column("number", 32);
    private final Label input = column("symbol", 52);
    private final Label expected = column("symbol", 56);
    private final Label predicted = column("symbol", 76);
    private final ProbabilityBars bars = new ProbabilityBars();
    private final HBox stepBox;
    private final HBox headBox;
    private final ProbabilityBars names = new ProbabilityBars();

    /**
     * A cell.
     *
     * @param isLookedAt whether a step is selected, alone or with the others of its fork
     */
    PredictionCell(Supplier<Palette> palette, Supplier<Alphabet> alphabet, Predicate<Step> isLookedAt) {
        this.isLookedAt = isLookedAt;
        this.palette = palette;
        this.alphabet = alphabet;
        getStyleClass().add("prediction");
        head.getStyleClass().add("head");
        head.setMinWidth(216 + 24);
        bars.setPrefHeight(26);
        names.setPrefHeight(18);
        HBox.setHgrow(bars, Priority.ALWAYS);
        HBox.setHgrow(names, Priority.ALWAYS);
        stepBox = new HBox(8, number, input, expected, predicted, bars);
        stepBox.setAlignment(Pos.CENTER_LEFT);
        headBox = new HBox(8, head, names);
        headBox.setAlignment(Pos.BOTTOM_LEFT);
        bars.setOnMouseMoved(this::showProbability);
    }

    private static Label column(String style, double width) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
        return label;
    }

    @Override
    protected void updateItem(PredictionRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setAccessibleText(null);
        pseudoClassStateChanged(
                LOOKED_AT, !empty && row instanceof PredictionRow.PredictedStep step && isLookedAt.test(step.at()));
        if (empty || row == null) {
            setGraphic(null);
        } else if (row instanceof PredictionRow.Head headRow) {
            head.setText(headRow.words());
            setAccessibleText(headRow.words());
            names.show(headRow, palette.get());
            setGraphic(headBox);
        } else if (row instanceof PredictionRow.PredictedStep step) {
            showStep(step);
        }
    }

    private void showStep(PredictionRow.PredictedStep step) {
        number.setText(Integer.toString(step.number()));
        input.setText(step.input());
        expected.setText(step.expected());
        predicted.setText(step.predicted() + " " + step.mark());
        input.pseudoClassStateChanged(DECIDING, step.deciding());
        predicted.pseudoClassStateChanged(WRONG, step.isWrong());
        predicted.pseudoClassStateChanged(UNSCORED, !step.scored());
        expected.pseudoClassStateChanged(UNSCORED, !step.scored());
        setAccessibleText(Message.text(
                sentence(step), step.number(), step.input(), step.expected(), step.predicted(), step.expectedOutput()));
        bars.show(step, palette.get());
        setGraphic(stepBox);
    }

    private static String sentence(PredictionRow.PredictedStep step) {
        if (!step.scored()) {
            return "predictions.unscored";
        }
        return step.isRight() ? "predictions.right" : "predictions.wrong";
    }

    private void showProbability(MouseEvent event) {
        int symbol = bars.symbolAt(event.getX());
        if (getItem() instanceof PredictionRow.PredictedStep step && symbol >= 0) {
            Tip.put(bars, Message.text("predictions.output", alphabet.get().symbol(symbol), step.outputs()[symbol]));
        }
    }
}
