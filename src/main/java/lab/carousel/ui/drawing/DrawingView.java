package lab.carousel.ui.drawing;

import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Point;
import lab.carousel.drawing.mark.SpotWalk;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import org.jspecify.annotations.Nullable;

/**
 * Shows a drawing in whatever room it gets: drawn on a thread of its own, sharp at the scale of the screen, with the
 * value under the pointer of mouse or keyboard. The drawing is the same that is exported.
 */
public final class DrawingView extends Region implements SpotKeys {

    private static final double GAP = 12;

    private final DrawingScreen screen;
    private final Label words = wrapped(styled(new Label(), "drawing-words"));

    private @Nullable Drawing drawing;
    private BiPredicate<Drawing, Hit> leadsOn = (drawn, spot) -> false;
    private BiConsumer<Drawing, Hit> onOpened = (drawn, spot) -> {};
    private BiConsumer<Drawing, Hit> onPicked = (drawn, spot) -> {};
    private Optional<Point2D> pointer = Optional.empty();
    /** Where the keyboard has put it. */
    private Optional<Point2D> keyPointer = Optional.empty();

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
            pick(event.getX(), event.getY());
        });
        setOnMousePressed(event -> {
            requestFocus();
            pick(event.getX(), event.getY());
        });
        setOnMouseClicked(event -> open(event.getX(), event.getY()));
        setOnMouseExited(event -> point(Optional.empty()));
        setAccessibleHelp(Message.text("ui.drawing.keys"));
        listenTo(this);
        focusedProperty().addListener((observable, before, now) -> {
            if (!now) {
                leave();
            }
        });
    }

    /** Shows a drawing; null shows nothing. */
    public void show(@Nullable Drawing newDrawing) {
        drawing = newDrawing;
        setFocusTraversable(drawing != null);
        screen.show(drawing == null ? null : new ReadyDrawing(drawing));
        showWords();
    }

    /** Shows a drawing on the way to another one, which is about to be shown. */
    public void pass(Drawing onTheWay, Drawing to) {
        drawing = to;
        screen.pass(onTheWay);
    }

    /** The drawing shown, or about to be; null if there is none. */
    public @Nullable Drawing drawing() {
        return drawing;
    }

    /** What has been drawn last; empty before the first drawing. */
    public Optional<DrawnFrame> drawn() {
        return Optional.ofNullable(screen.frameProperty().get());
    }

    public void setPalette(Palette newPalette) {
        screen.setPalette(newPalette);
    }

    /**
     * Called with what stands where it is clicked, or where Enter is pressed, if that leads somewhere; and with the
     * drawing in which it stands there: that is what is seen, and not what is about to be drawn.
     *
     * @param leads whether something leads somewhere, which the mouse's pointer shows
     */
    public void setOnOpened(BiPredicate<Drawing, Hit> leads, BiConsumer<Drawing, Hit> action) {
        leadsOn = leads;
        onOpened = action;
    }

    /** Called with what stands at the place where the mouse is pressed or dragged, and the drawing that is seen there. */
    public void setOnPicked(BiConsumer<Drawing, Hit> action) {
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

    private void pick(double x, double y) {
        drawn().ifPresent(frame -> spotAt(x, y).ifPresent(spot -> onPicked.accept(frame.drawing(), spot)));
    }

    private void open(double x, double y) {
        spotAt(x, y).filter(this::leads).ifPresent(spot -> drawn().ifPresent(
                        frame -> onOpened.accept(frame.drawing(), spot)));
    }

    private boolean leads(Hit spot) {
        return drawn().filter(frame -> leadsOn.test(frame.drawing(), spot)).isPresent();
    }

    private Optional<Hit> spotAt(double x, double y) {
        return drawn().flatMap(frame -> Hit.at(frame.marks(), x, y));
    }

    private Optional<Hit> spotAtPointer() {
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
        Optional<Hit> spot = spotAtPointer();
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

    @Override
    public boolean go(int right, int down, boolean isShift) {
        Optional<DrawnFrame> frame = drawn();
        if (frame.isEmpty() || isShift || Math.abs(right + down) > 1) {
            return false;
        }
        SpotWalk<Hit> ways =
                new SpotWalk<>(this::spotAt, frame.get().width(), frame.get().height());
        ways.next(keyPointer.map(at -> new Point(at.getX(), at.getY())), right, down)
                .ifPresent(place -> {
                    keyPointer = Optional.of(new Point2D(place.x(), place.y()));
                    point(keyPointer);
                });
        return true;
    }

    @Override
    public boolean open() {
        keyPointer.ifPresent(place -> {
            pick(place.getX(), place.getY());
            open(place.getX(), place.getY());
        });
        return drawn().isPresent();
    }

    @Override
    public boolean leave() {
        boolean was = keyPointer.isPresent();
        if (was) {
            keyPointer = Optional.empty();
            point(keyPointer);
        }
        return was;
    }
}
