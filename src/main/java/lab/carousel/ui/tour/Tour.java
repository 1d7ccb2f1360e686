package lab.carousel.ui.tour;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.NodeVisibility;
import lab.carousel.ui.controls.Whereabouts;
import lab.carousel.ui.controls.WholeLabel;
import org.jspecify.annotations.Nullable;

/**
 * A minute's tour: a bubble about one part of the window after the other, with a sentence or two. It stays in one place, so that its
 * buttons can be pressed again and again. All else stays usable; Escape
 * or a button ends it. It is made when it is begun for the first time.
 */
public final class Tour extends Pane {

    private static final double WIDTH = 360;
    private static final double GAP = 12;
    private static final double MARGIN = 8;
    private static final double OUTSET = 4;

    /**
     * What is pointed at.
     *
     * @param key of its words in the bundle {@code tour}
     */
    public record Stop(String key, Node target) {}

    private final List<Stop> stops;
    private final Node column;
    private final Runnable onEnd;
    private final Region ring = styled(new Region(), "tour-ring");
    private final Label title = named(new Label(), "tourTitle", "tour-title");
    private final Label words = named(new WholeLabel(), "tourWords");
    /** Measures the words of each stop. */
    private final Label longest = new WholeLabel();

    private final Label count = whole(styled(new Label(), "muted"));
    private final Button skip = button("skip", this::end, "flat");
    private final Button back = button("back", () -> show(-1));
    private final Button next = button("next", () -> show(1), "accent");
    private final VBox bubble = named(new VBox(8), "tourBubble", "tour-bubble");
    private final EventHandler<KeyEvent> onKey;
    private final Whereabouts target = new Whereabouts();
    private final Whereabouts beside = new Whereabouts();
    private boolean columnSeen;
    private int shown;

    /**
     * @param column  what is as wide as the column in which the bubble stays, so that it hides nothing that moves
     * @param escapes whether Escape means the tour now
     * @param onEnd   is told when it was taken, or skipped
     */
    public Tour(List<Stop> stops, Node column, BooleanSupplier escapes, Runnable onEnd) {
        this.stops = List.copyOf(stops);
        this.column = column;
        this.onEnd = onEnd;
        setId("tour");
        // What is not its bubble belongs to the window below
        setPickOnBounds(false);
        setMinSize(0, 0);
        ring.setMouseTransparent(true);
        bubble.setMaxWidth(WIDTH);
        Controls.show(this, false);
        onKey = event -> {
            if (event.getCode() == KeyCode.ESCAPE && escapes.getAsBoolean()) {
                end();
                event.consume();
            }
        };
    }

    private static Button button(String key, Runnable action, String... styles) {
        return whole(acting(named(new Button(Message.text("tour." + key)), "tour-" + key, styles), action));
    }

    /** Begins with the first stop that is on the screen. */
    public void begin() {
        if (bubble.getChildren().isEmpty()) {
            // A part of the window, as its font follows from that
            longest.setVisible(false);
            longest.setManaged(false);
            words.setMaxHeight(Double.MAX_VALUE);
            words.setAlignment(Pos.TOP_LEFT);
            VBox.setVgrow(words, Priority.ALWAYS);
            bubble.getChildren()
                    .addAll(longest, title, words, Controls.row(8, count, Controls.spring(), skip, back, next));
            getChildren().addAll(ring, bubble);
        }
        if (!isVisible()) {
            getScene().addEventFilter(KeyEvent.KEY_PRESSED, onKey);
        }
        Controls.show(this, true);
        shown = -1;
        show(1);
        next.requestFocus();
    }

    /** Shows the next stop in a direction that is on the screen; behind the last one it ends. */
    private void show(int by) {
        int stop = shown + by;
        while (isStop(stop) && !isThere(stop)) {
            stop += by;
        }
        if (!isStop(stop)) {
            if (by > 0) {
                end();
            }
            return;
        }
        shown = stop;
        String key = "tour." + stops.get(stop).key();
        title.setText(Message.text(key + ".title"));
        words.setText(Message.text(key));
        count.setText(Message.text(
                "tour.count", places().filter(place -> place <= shown).count(), places().count()));
        boolean isLast = places().noneMatch(place -> place > shown);
        next.setText(Message.text(isLast ? "tour.done" : "tour.next"));
        back.setDisable(places().noneMatch(place -> place < shown));
        Controls.show(skip, !isLast);
        next.setAccessibleHelp(Stream.of(title, words, count)
                .map(Label::getText)
                .reduce((before, then) -> before + ". " + then)
                .orElseThrow());
        if (isVisible()) {
            next.requestFocus();
        }
        place();
    }

    private boolean isStop(int place) {
        return place >= 0 && place < stops.size();
    }

    private boolean isThere(int place) {
        return FirstControl.isOnScreen(stops.get(place).target());
    }

    private IntStream places() {
        return IntStream.range(0, stops.size()).filter(this::isThere);
    }

    /** Ends it, whether all of it was seen or not. */
    public void end() {
        if (isVisible()) {
            Scene scene = getScene();
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, onKey);
            boolean hadFocus = FirstControl.isIn(scene.getFocusOwner(), this);
            @Nullable Node target = stops.get(Math.max(0, shown)).target();
            Controls.show(this, false);
            if (hadFocus) {
                FirstControl.in(target).ifPresent(Node::requestFocus);
            }
            onEnd.run();
        }
    }

    /** Goes with what it points at, and with its column. Called once per frame. */
    public void pulse() {
        if (isVisible()) {
            boolean hasTargetMoved =
                    target.haveChanged(stops.get(Math.max(0, shown)).target());
            boolean hasColumnMoved = beside.haveChanged(column) || columnSeen != FirstControl.isOnScreen(column);
            if (hasTargetMoved || hasColumnMoved) {
                place();
            }
        }
    }

    private void place() {
        if (!isVisible()) {
            return;
        }
        columnSeen = FirstControl.isOnScreen(column);
        Bounds pointed =
                sceneToLocal(NodeVisibility.of(stops.get(Math.max(0, shown)).target()));
        // Within the window, so that all of the ring is seen
        double left = Math.max(1, pointed.getMinX() - OUTSET);
        double top = Math.max(1, pointed.getMinY() - OUTSET);
        Bounds around = new BoundingBox(
                left,
                top,
                Math.min(getWidth() - 1, pointed.getMaxX() + OUTSET) - left,
                Math.min(getHeight() - 1, pointed.getMaxY() + OUTSET) - top);
        ring.resizeRelocate(around.getMinX(), around.getMinY(), around.getWidth(), around.getHeight());
        Bounds area = area();
        double width = Math.max(bubble.minWidth(-1), Math.min(WIDTH, area.getWidth() - 2 * MARGIN));
        double height = height(width);
        double x = within(area.getMinX(), area.getMinX(), area.getMaxX() - width);
        bubble.resizeRelocate(x, within(0, area.getMaxY() + GAP, lowest() - height), width, height);
    }

    /** What the longest words need, so that its buttons stay where they are. */
    private double height(double width) {
        double inner = width - bubble.snappedLeftInset() - bubble.snappedRightInset();
        double most = stops.stream()
                .mapToDouble(stop -> {
                    longest.setText(Message.text("tour." + stop.key()));
                    return longest.prefHeight(inner);
                })
                .max()
                .orElse(0);
        return bubble.prefHeight(width) - words.prefHeight(inner) + most;
    }

    /** The top of what stands at the bottom of the window, which the bubble does not cover. */
    private double lowest() {
        return sceneToLocal(NodeVisibility.of(stops.get(stops.size() - 1).target()))
                .getMinY();
    }

    /** What the bubble stays below; the top of the window if that is not on the screen. */
    private Bounds area() {
        return FirstControl.isOnScreen(column)
                ? sceneToLocal(NodeVisibility.of(column))
                : new BoundingBox(0, 0, getWidth(), 0);
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private static double within(double least, double wanted, double most) {
        return Math.max(least + MARGIN, Math.min(most - MARGIN, wanted));
    }
}
