package lab.carousel.ui.drawing;

import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import org.jspecify.annotations.Nullable;

/**
 * Shows a drawing in whatever room it gets: drawn on a thread of its own, sharp at the scale of the screen, with the
 * value under the pointer of mouse or keyboard. The drawing is the same that is exported.
 */
public final class DrawingView extends Region {

    private static final double GAP = 12;

    private final DrawingScreen screen;
    private final Label words = wrapped(styled(new Label(), "drawing-words"));

    private @Nullable Drawing drawing;
    private BiPredicate<Drawing, Drawing.Spot> leadsOn = (drawn, spot) -> false;
    private BiConsumer<Drawing, Drawing.Spot> onOpened = (drawn, spot) -> {};
    private BiConsumer<Drawing, Drawing.Spot> onPicked = (drawn, spot) -> {};
    private Optional<Point2D> pointer = Optional.empty();

    /**
     * A view that shows nothing yet.
     *
     * @param background draws
     * @param id names it
     */
    public DrawingView(Background background, String id) {
        this.screen = new DrawingScreen(background);
        setId(id);
        setPrefSize(320, 240);
        getStyleClass().add("drawing");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        words.idProperty().bind(idProperty().concat("Words"));
        words.setVisible(false);
        words.setMouseTransparent(true);
        words.setManaged(false);
        screen.setMouseTransparent(true);
        screen.frameProperty().addListener((observable, before, now) -> showWords());
        getChildren().addAll(screen, words);
        setOnMouseMoved(this::moved);
        setOnMouseDragged(event -> {
            moved(event);
            pick(event);
        });
        setOnMousePressed(event -> {
            requestFocus();
            pick(event);
        });
        setOnMouseClicked(event -> open(event.getX(), event.getY()));
        setOnMouseExited(event -> point(Optional.empty()));
        new SpotKeys(this, this::walk, this::point, place -> {
            pick(place.getX(), place.getY());
            open(place.getX(), place.getY());
        });
    }

    private Optional<SpotWalk<?>> walk() {
        return drawn().map(frame -> new SpotWalk<>(this::spotAt, frame.width(), frame.height()));
    }

    /** Shows a drawing; null shows nothing. */
    public void show(@Nullable Drawing newDrawing) {
        drawing = newDrawing;
        setFocusTraversable(drawing != null);
        screen.show(drawing == null ? null : new DrawingScreen.Ready(drawing));
        showWords();
    }

    /** The drawing shown, or about to be; null if there is none. */
    public @Nullable Drawing drawing() {
        return drawing;
    }

    /** What has been drawn last; empty before the first drawing. */
    public Optional<DrawingScreen.Frame> drawn() {
        return Optional.ofNullable(screen.frameProperty().get());
    }

    /** Changes the colours. */
    public void setPalette(Palette newPalette) {
        screen.setPalette(newPalette);
    }

    /**
     * Called with what stands where it is clicked, or where Enter is pressed, if that leads somewhere; and with the
     * drawing in which it stands there: that is what is seen, and not what is about to be drawn.
     *
     * @param leads whether something leads somewhere, which the mouse's pointer shows
     */
    public void setOnOpened(BiPredicate<Drawing, Drawing.Spot> leads, BiConsumer<Drawing, Drawing.Spot> action) {
        leadsOn = leads;
        onOpened = action;
    }

    /** Called with what stands at the place where the mouse is pressed or dragged, and the drawing that is seen there. */
    public void setOnPicked(BiConsumer<Drawing, Drawing.Spot> action) {
        onPicked = action;
    }

    @Override
    protected void layoutChildren() {
        screen.resize(Math.floor(getWidth()), Math.floor(getHeight()));
    }

    private void moved(MouseEvent event) {
        point(Optional.of(new Point2D(event.getX(), event.getY())));
    }

    private void point(Optional<Point2D> place) {
        pointer = place;
        showWords();
        if (isFocused()) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private void pick(MouseEvent event) {
        pick(event.getX(), event.getY());
    }

    private void pick(double x, double y) {
        drawn().ifPresent(frame -> spotAt(x, y).ifPresent(spot -> onPicked.accept(frame.drawing(), spot)));
    }

    private void open(double x, double y) {
        spotAt(x, y).filter(this::leads).ifPresent(spot -> drawn().ifPresent(
                        frame -> onOpened.accept(frame.drawing(), spot)));
    }

    private boolean leads(Drawing.Spot spot) {
        return drawn().filter(frame -> leadsOn.test(frame.drawing(), spot)).isPresent();
    }

    private Optional<Drawing.Spot> spotAt(double x, double y) {
        return drawn().flatMap(frame -> frame.drawing().at(x, y, frame.width(), frame.height()));
    }

    private Optional<Drawing.Spot> spotAtPointer() {
        return pointer.flatMap(place -> spotAt(place.getX(), place.getY()));
    }

    /** What it shows, and first what stands at the pointer: worked out when somebody asks, not for every drawing. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT && getAccessibleText() != null) {
            return spotAtPointer().map(spot -> spot.words() + ". ").orElse("") + getAccessibleText();
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    private void showWords() {
        Optional<Drawing.Spot> spot = spotAtPointer();
        words.setVisible(spot.isPresent());
        setCursor(spot.filter(this::leads).isPresent() ? Cursor.HAND : null);
        if (spot.isEmpty()) {
            return;
        }
        words.setText(spot.get().words());
        words.setMaxWidth(Math.max(1, getWidth()));
        // Without the fonts and paddings of the stylesheet its size would be wrong when it appears
        words.applyCss();
        words.autosize();
        double x = pointer.get().getX() + GAP;
        double y = pointer.get().getY() + GAP;
        if (x + words.getWidth() > getWidth()) {
            x = Math.max(0, pointer.get().getX() - GAP - words.getWidth());
        }
        if (y + words.getHeight() > getHeight()) {
            y = Math.max(0, pointer.get().getY() - GAP - words.getHeight());
        }
        words.relocate(x, y);
    }

    /**
     * The keyboard's pointer in a drawing: the arrow keys go from spot to spot, Enter and the space bar do what a click does,
     * Escape takes the pointer away.
     */
    public static final class SpotKeys {

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
}
