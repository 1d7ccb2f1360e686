package lab.carousel.ui.window;

import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import lab.carousel.text.Message;
import lab.carousel.ui.command.KeyTable;
import lab.carousel.ui.controls.Controls;

/** The last key or click, for a room that shall follow; after a while it goes. What is typed into a field stands there anyway. */
final class InputEcho extends Label {

    private static final Duration SHOWN = Duration.seconds(2);

    private final ObservableValue<Boolean> isOn;
    private final PauseTransition shown = new PauseTransition(SHOWN);

    /** @param isOn whether it is wanted */
    InputEcho(ObservableValue<Boolean> isOn) {
        this.isOn = isOn;
        Controls.named(this, "inputEcho", "input-echo");
        setMouseTransparent(true);
        Controls.show(this, false);
        shown.setOnFinished(event -> Controls.show(this, false));
    }

    /** Shows the keys and clicks of a part of the window. */
    void follow(Node part) {
        part.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (isOn.getValue() && !isTyped(event) && !event.getCode().isModifierKey()) {
                say(KeyTable.name(KeyTable.of(event)));
            }
        });
        part.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (isOn.getValue()) {
                say(click(event));
            }
        });
    }

    private void say(String words) {
        setText(words);
        Controls.show(this, true);
        shown.playFromStart();
    }

    private static boolean isTyped(KeyEvent event) {
        boolean isCommand = event.isControlDown() || event.isAltDown() || event.isMetaDown();
        KeyCode code = event.getCode();
        boolean isSign = !code.isFunctionKey() && !code.isNavigationKey() && !code.isWhitespaceKey();
        return event.getTarget() instanceof TextInputControl
                && !isCommand
                && (isSign || code == KeyCode.SPACE)
                && code != KeyCode.ESCAPE;
    }

    private static String click(MouseEvent event) {
        String key = event.getButton() == MouseButton.SECONDARY
                ? "view.echo.right"
                : event.getClickCount() == 2 ? "view.echo.double" : "view.echo.click";
        String name = name(event.getTarget());
        return name.isEmpty() ? Message.text(key) : Message.text("ui.value", Message.text(key), name);
    }

    /** Of the control that was clicked; empty if there is none, or none with a short name. */
    private static String name(EventTarget target) {
        return Stream.iterate(target instanceof Node node ? node : null, node -> node != null, Node::getParent)
                .filter(Control.class::isInstance)
                .findFirst()
                .map(InputEcho::words)
                .orElse("");
    }

    private static String words(Node control) {
        String spoken = control.getAccessibleText();
        if (spoken != null && !spoken.isBlank()) {
            return spoken;
        }
        return control instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }
}
