package lab.carousel.ui.drawing;

import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
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
        Optional<Point2D> next = keyPointer.isEmpty() ? ways.first() : ways.next(keyPointer.get(), right, down);
        next.ifPresent(place -> {
            keyPointer = next;
            point(next);
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

    /**
     * The way from one spot of a drawing to the next, for the arrow keys. It knows nothing of rows and columns, only what
     * stands where: it goes straight on until something else stands there, and stops in the middle of that. Where nothing
     * does, the nearest spot on that side is taken. Immutable.
     *
     * @param <S>    what stands somewhere
     * @param spots  what stands at x and y; equal wherever the same does
     * @param width  of the drawing, in points
     * @param height of the drawing, in points
     */
    public record SpotWalk<S>(BiFunction<Double, Double, Optional<S>> spots, double width, double height) {

        /** Points between two places that are looked at: less than any spot is wide. */
        private static final double STEP = 2;
        /** Of the search beside the straight way, which looks at a whole area. */
        private static final double WIDE_STEP = 6;

        private Optional<S> at(Point2D place) {
            return isInside(place) ? spots.apply(place.getX(), place.getY()) : Optional.empty();
        }

        /** Places all over the drawing, as one reads. */
        private Stream<Point2D> places() {
            return Stream.iterate(STEP, y -> y < height, y -> y + WIDE_STEP)
                    .flatMap(y -> Stream.iterate(STEP, x -> x < width, x -> x + WIDE_STEP)
                            .map(x -> new Point2D(x, y)));
        }

        /** The first spot as one reads; empty if there is none. */
        public Optional<Point2D> first() {
            return places().filter(place -> at(place).isPresent())
                    .findFirst()
                    .map(place -> middle(middle(place, new Point2D(STEP, 0)), new Point2D(0, STEP)));
        }

        /**
         * The next spot from a place.
         *
         * @param right 1 to the right, -1 to the left, 0 neither
         * @param down  1 down, -1 up, 0 neither
         * @return where it is; empty if there is nothing on that side
         */
        public Optional<Point2D> next(Point2D from, int right, int down) {
            Point2D step = new Point2D(right * STEP, down * STEP);
            Optional<S> here = at(from);
            for (Point2D place = from.add(step); isInside(place); place = place.add(step)) {
                Optional<S> there = at(place);
                if (there.isPresent() && !there.equals(here)) {
                    return Optional.of(middle(place, step));
                }
            }
            return beside(from, here, right, down);
        }

        private boolean isInside(Point2D place) {
            return place.getX() >= 0 && place.getX() < width && place.getY() >= 0 && place.getY() < height;
        }

        /** The middle of the spot at a place, along a direction. */
        private Point2D middle(Point2D place, Point2D step) {
            Optional<S> spot = at(place);
            Point2D first = place;
            while (at(first.subtract(step)).equals(spot)) {
                first = first.subtract(step);
            }
            Point2D last = place;
            while (at(last.add(step)).equals(spot)) {
                last = last.add(step);
            }
            return first.midpoint(last);
        }

        /** The nearest spot on a side, at most as far beside the straight way as along it. */
        private Optional<Point2D> beside(Point2D from, Optional<S> here, int right, int down) {
            return places().filter(place -> along(from, place, right, down) > 0
                            && aside(from, place, right) <= along(from, place, right, down))
                    .sorted(Comparator.comparingDouble(
                            place -> along(from, place, right, down) + aside(from, place, right)))
                    .filter(place -> at(place)
                            .filter(there -> !here.equals(Optional.of(there)))
                            .isPresent())
                    .findFirst();
        }

        private static double along(Point2D from, Point2D to, int right, int down) {
            return (to.getX() - from.getX()) * right + (to.getY() - from.getY()) * down;
        }

        private static double aside(Point2D from, Point2D to, int right) {
            return Math.abs(right != 0 ? to.getY() - from.getY() : to.getX() - from.getX());
        }
    }
}
