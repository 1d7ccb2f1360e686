package lab.carousel.ui.classroom;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.NumberRange;
import lab.carousel.lesson.live.QuestionKind;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.operation.ChoiceButtons;

/** A question that is made in seconds: its kind, its text, and its choices, each on a line. */
public final class AskForm extends VBox {

    private static final int ROWS = 5;

    private final OpenClass open;
    private final Optional<SelectedStep> chosen;
    private final ChoiceButtons<QuestionKind> kind = new ChoiceButtons<>(
            "askKind",
            QuestionKind.CHOICE,
            each -> Message.text("class.ask.kind." + each),
            each -> Message.text("class.ask.kind." + each + ".tip"));
    private final TextField text = named(new TextField(), "askText");
    private final TextArea choices = named(new TextArea(), "askChoices");
    private final VBox choicesBox = Controls.captioned("class.ask.choices", choices);
    private final TextField least = bound("askLeast");
    private final TextField most = bound("askMost");
    private final HBox range = Controls.row(
            8, new Label(Message.text("class.ask.from")), least, new Label(Message.text("class.ask.to")), most);
    private final Label symbols = named(new WholeLabel(), "askSymbols", "muted");
    private final Label problem = named(new WholeLabel(), "askProblem", "problem");

    AskForm(OpenClass open, Optional<SelectedStep> chosen) {
        this.open = open;
        this.chosen = chosen;
        styled(this, "class-form");
        kind.offer(List.of(QuestionKind.values()));
        kind.valueProperty().addListener((observable, before, now) -> show(now));
        choices.setPrefRowCount(ROWS);
        choices.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveChoices);
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveText);
        symbols.setText(chosen.map(at -> String.join("  ", at.task().alphabet().symbols()))
                .orElseGet(() -> Message.text("class.ask.noStep")));
        getChildren()
                .addAll(
                        styled(new Label(Message.text("class.ask.title")), "class-title"),
                        Controls.captioned("class.ask.text", text),
                        kind,
                        choicesBox,
                        range,
                        symbols,
                        problem,
                        Controls.button("askGo", "class.ask.go", this::ask, "accent"));
        show(QuestionKind.CHOICE);
    }

    private static TextField bound(String id) {
        TextField field = named(new TextField(), id);
        field.setPromptText(Message.text("class.ask.any"));
        field.setAccessibleText(Message.text(id.equals("askLeast") ? "class.ask.from" : "class.ask.to"));
        return field;
    }

    /** A bound as typed; that of any number where nothing is. */
    private static double bound(TextField field, double any) {
        if (field.getText().isBlank()) {
            return any;
        }
        try {
            return TypedNumber.decimal(field.getText());
        } catch (NumberFormatException noNumber) {
            throw new InvalidInput("class.ask.noNumber");
        }
    }

    /** Tab goes on, as it does elsewhere. */
    private void leaveChoices(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB) {
            Node next = event.isShiftDown() ? kind.getChildren().get(0) : lookup("#askGo");
            next.requestFocus();
            event.consume();
        }
    }

    /** Enter goes on to the choices, where there are some to type. */
    private void leaveText(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && choicesBox.isVisible() && !event.isShortcutDown()) {
            choices.requestFocus();
            event.consume();
        }
    }

    private void show(QuestionKind now) {
        Controls.show(choicesBox, now == QuestionKind.CHOICE);
        Controls.show(range, now == QuestionKind.NUMBER);
        Controls.show(symbols, now == QuestionKind.SYMBOL);
        String suggested =
                chosen.map(at -> AskedNow.symbolText(at.task(), at.step())).orElse("");
        if (now == QuestionKind.SYMBOL && text.getText().isBlank()) {
            text.setText(suggested);
        } else if (now != QuestionKind.SYMBOL && text.getText().equals(suggested)) {
            text.clear();
        }
        problem.setText("");
    }

    /** Asks, or says what is missing. */
    private void ask() {
        try {
            open.ask(question());
            setDisable(true);
        } catch (InvalidInput missing) {
            problem.setText(missing.getMessage());
        }
    }

    private AskedNow question() {
        QuestionKind now = kind.valueProperty().get();
        if (now == QuestionKind.SYMBOL) {
            SelectedStep at = chosen.orElseThrow(() -> new InvalidInput("class.ask.noStep"));
            return AskedNow.symbol(open.nextId(), text.getText(), at.task(), at.step());
        }
        if (now == QuestionKind.NUMBER) {
            NumberRange any = NumberRange.ANY;
            return AskedNow.number(
                    open.nextId(), text.getText(), new NumberRange(bound(least, any.least()), bound(most, any.most())));
        }
        List<String> lines = Arrays.stream(choices.getText().split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return AskedNow.of(open.nextId(), now, text.getText(), lines);
    }
}
