package lab.carousel.ui.drawing;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import lab.carousel.text.Message;

/**
 * The keyboard's pointer in a drawing: the arrow keys go from spot to spot, Enter and the space bar do what a click does,
 * Escape takes the pointer away.
 */
public final class SpotKeys {

    private final Supplier<Optional<SpotWalk<?>>> walk;
    private final Consumer<Optional<Point2D>> onMoved;
    private final Consumer<Point2D> onChosen;
    private Optional<Point2D> place = Optional.empty();

    /**
     * Keys for a view.
     *
     * @param walk     the ways in what it shows now; empty while it shows nothing
     * @param onMoved  is given the pointer's place in the view, in points; empty if there is no pointer any more
     * @param onChosen is given the place that Enter is pressed at
     */
    public SpotKeys(
            Region view,
            Supplier<Optional<SpotWalk<?>>> walk,
            Consumer<Optional<Point2D>> onMoved,
            Consumer<Point2D> onChosen) {
        this.walk = walk;
        this.onMoved = onMoved;
        this.onChosen = onChosen;
        view.setAccessibleHelp(Message.text("ui.drawing.keys"));
        view.setOnKeyPressed(this::press);
        view.focusedProperty().addListener((observable, before, now) -> {
            if (!now) {
                leave();
            }
        });
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown()
                || event.isAltDown()
                || event.isShiftDown()
                || walk.get().isEmpty()) {
            return;
        }
        boolean used = event.getCode() == KeyCode.ESCAPE ? leave() : use(event.getCode());
        if (used) {
            event.consume();
        }
    }

    private boolean use(KeyCode key) {
        switch (key) {
            case LEFT -> move(-1, 0);
            case RIGHT -> move(1, 0);
            case UP -> move(0, -1);
            case DOWN -> move(0, 1);
            case ENTER, SPACE -> place.ifPresent(onChosen);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int right, int down) {
        SpotWalk<?> ways = walk.get().orElseThrow();
        Optional<Point2D> next = place.isEmpty() ? ways.first() : ways.next(place.get(), right, down);
        if (next.isPresent()) {
            place = next;
            onMoved.accept(place);
        }
    }

    /** Takes the pointer away; says whether there was one. */
    private boolean leave() {
        if (place.isEmpty()) {
            return false;
        }
        place = Optional.empty();
        onMoved.accept(place);
        return true;
    }
}
