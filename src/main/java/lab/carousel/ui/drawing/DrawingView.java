package lab.carousel.ui.drawing;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;

/**
 * Shows a drawing in whatever room it gets: drawn on a thread of its own, sharp at the scale of the screen, with the
 * value under the pointer of mouse or keyboard. The drawing is the same that is exported.
 */
public final class DrawingView extends Region {

    private static final double GAP = 12;

    private record Request(Drawing drawing, double width, double height, double scale, Palette palette) {}

    private record Frame(Request request, BufferedImage pixels) {}

    private final ImageView image = new ImageView();
    private final Label words = new Label();
    private final Latest<Request, Frame> painter;

    private Palette palette = Palette.LIGHT;
    private Drawing drawing;
    private Frame shown;
    private Request asked;
    private Consumer<Drawing.Spot> onPicked = spot -> {};
    private Optional<Point2D> pointer = Optional.empty();

    /**
     * A view that shows nothing yet.
     *
     * @param background draws
     * @param id names it
     */
    public DrawingView(Background background, String id) {
        this.painter = new Latest<>(background, "drawing", DrawingView::paint, this::show);
        setId(id);
        getStyleClass().add("drawing");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        words.getStyleClass().add("drawing-words");
        words.setId(id + "Words");
        words.setVisible(false);
        words.setMouseTransparent(true);
        image.setManaged(false);
        words.setManaged(false);
        getChildren().addAll(image, words);
        ScreenScale.whenEnlarged(this, this::requestLayout);
        setOnMouseMoved(this::moved);
        setOnMouseDragged(event -> {
            moved(event);
            pick(event);
        });
        setOnMousePressed(event -> {
            requestFocus();
            pick(event);
        });
        setOnMouseExited(event -> point(Optional.empty()));
        new SpotKeys(this, this::walk, this::point, place -> pick(place.getX(), place.getY()));
    }

    private Optional<SpotWalk<?>> walk() {
        return Optional.ofNullable(shown)
                .map(frame -> new SpotWalk<>(
                        this::spotAt, frame.request().width(), frame.request().height()));
    }

    /** Shows a drawing; null shows nothing. */
    public void show(Drawing newDrawing) {
        drawing = newDrawing;
        setFocusTraversable(drawing != null);
        if (drawing == null) {
            painter.forget();
            shown = null;
            asked = null;
            image.setImage(null);
            showWords();
        }
        requestLayout();
    }

    /** The drawing shown, or about to be; null if there is none. */
    public Drawing drawing() {
        return drawing;
    }

    /** Changes the colours. */
    public void setPalette(Palette newPalette) {
        palette = newPalette;
        requestLayout();
    }

    /** Called with what stands at the place where the mouse is pressed or dragged. */
    public void setOnPicked(Consumer<Drawing.Spot> action) {
        onPicked = action;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (drawing == null || width < 1 || height < 1) {
            return;
        }
        double scale = ScreenScale.of(this);
        Request request = new Request(drawing, width, height, scale, palette);
        if (!request.equals(asked)) {
            asked = request;
            painter.ask(request);
        }
    }

    private static Frame paint(Request request) {
        BufferedImage pixels = new BufferedImage(
                (int) Math.round(request.width() * request.scale()),
                (int) Math.round(request.height() * request.scale()),
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = PictureExport.smooth(pixels);
        graphics.scale(request.scale(), request.scale());
        request.drawing().draw(graphics, request.width(), request.height(), request.palette());
        graphics.dispose();
        return new Frame(request, pixels);
    }

    private void show(Frame frame) {
        shown = frame;
        BufferedImage pixels = frame.pixels();
        int width = pixels.getWidth();
        int height = pixels.getHeight();
        int[] argb = ((DataBufferInt) pixels.getRaster().getDataBuffer()).getData();
        WritableImage next = new WritableImage(width, height);
        next.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), argb, 0, width);
        image.setImage(next);
        image.setViewport(new Rectangle2D(0, 0, width, height));
        image.setFitWidth(frame.request().width());
        image.setFitHeight(frame.request().height());
        showWords();
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
        spotAt(x, y).ifPresent(onPicked);
    }

    private Optional<Drawing.Spot> spotAt(double x, double y) {
        return Optional.ofNullable(shown).flatMap(frame -> frame.request()
                .drawing()
                .at(x, y, frame.request().width(), frame.request().height()));
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
        if (spot.isEmpty()) {
            return;
        }
        words.setText(spot.get().words());
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
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 240;
    }
}
