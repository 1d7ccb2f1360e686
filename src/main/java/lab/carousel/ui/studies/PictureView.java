package lab.carousel.ui.studies;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.picture.study.PictureSpot;
import lab.carousel.picture.study.StudyPicture;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.drawing.ScreenScale;
import lab.carousel.ui.drawing.SpotKeys;
import lab.carousel.ui.drawing.SpotWalk;

/**
 * Shows a picture of a study in whatever room it gets: drawn on a thread of its own, sharp at the scale of the screen,
 * with the value under the pointer of mouse or keyboard. A dot that is a run can be clicked.
 */
final class PictureView extends Region {

    private static final double GAP = 12;

    private record Request(StudyPicture picture, int width, int height, double scale, Palette palette) {}

    private record Frame(Request request, BufferedImage pixels, Rectangle2D area) {}

    private final ImageView image = new ImageView();
    private final Label words = new Label();
    private final Latest<Request, Frame> painter;
    private final IntConsumer onRun;

    private Palette palette = Palette.LIGHT;
    private StudyPicture picture;
    private Request asked;
    private Frame shown;

    /**
     * A view that shows nothing yet.
     *
     * @param background draws
     * @param onRun is given the place of a run in the plan when it is clicked
     */
    PictureView(Background background, IntConsumer onRun) {
        this.painter = new Latest<>(background, "study picture", PictureView::paint, this::show);
        this.onRun = onRun;
        getStyleClass().add("drawing");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        words.getStyleClass().add("drawing-words");
        words.setVisible(false);
        words.setMouseTransparent(true);
        image.setManaged(false);
        words.setManaged(false);
        getChildren().addAll(image, words);
        ScreenScale.whenEnlarged(this, this::requestLayout);
        setOnMouseMoved(event -> point(Optional.of(place(event))));
        setOnMouseExited(event -> point(Optional.empty()));
        setOnMouseClicked(event -> {
            requestFocus();
            open(place(event));
        });
        setFocusTraversable(true);
        new SpotKeys(this, this::walk, this::point, this::open);
    }

    private static Point2D place(MouseEvent event) {
        return new Point2D(event.getX(), event.getY());
    }

    private Optional<SpotWalk<?>> walk() {
        return Optional.ofNullable(shown)
                .map(frame -> new SpotWalk<>(
                        this::spot, frame.request().width(), frame.request().height()));
    }

    /** Opens the run that stands at a place, if one does. */
    private void open(Point2D place) {
        spot(place.getX(), place.getY()).map(PictureSpot::run).ifPresent(run -> run.ifPresent(onRun));
    }

    /** Shows a picture; until it is drawn the one before stays. */
    void show(StudyPicture newPicture) {
        picture = newPicture;
        setId("picture-" + picture.name());
        words.setId("pictureWords-" + picture.name());
        setAccessibleText(picture.summary());
        requestLayout();
    }

    /** The picture shown, or about to be. */
    StudyPicture picture() {
        return picture;
    }

    /** The picture that has been drawn last; empty before the first one. */
    Optional<StudyPicture> drawn() {
        return Optional.ofNullable(shown).map(frame -> frame.request().picture());
    }

    /** Changes the colours. */
    void setPalette(Palette newPalette) {
        palette = newPalette;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        int width = (int) Math.floor(getWidth());
        int height = (int) Math.floor(getHeight());
        if (picture == null || width < 1 || height < 1) {
            return;
        }
        double scale = ScreenScale.of(this);
        Request request = new Request(picture, width, height, scale, palette);
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
        Rectangle2D area = request.picture()
                .inWindow(request.palette(), request.width(), request.height())
                .drawChart(graphics);
        graphics.dispose();
        return new Frame(request, pixels, area);
    }

    private void show(Frame frame) {
        shown = frame;
        int width = frame.pixels().getWidth();
        int height = frame.pixels().getHeight();
        int[] argb = ((DataBufferInt) frame.pixels().getRaster().getDataBuffer()).getData();
        WritableImage next = new WritableImage(width, height);
        next.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), argb, 0, width);
        image.setImage(next);
        image.setFitWidth(frame.request().width());
        image.setFitHeight(frame.request().height());
    }

    private Optional<PictureSpot> spot(double x, double y) {
        return Optional.ofNullable(shown)
                .flatMap(frame -> frame.request().picture().at(frame.area(), x, y));
    }

    /** What it shows, and first what stands at the pointer. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT && words.isVisible()) {
            return words.getText() + ". " + getAccessibleText();
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    private void point(Optional<Point2D> pointer) {
        showWords(pointer);
        if (isFocused()) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private void showWords(Optional<Point2D> pointer) {
        Optional<PictureSpot> spot = pointer.flatMap(place -> spot(place.getX(), place.getY()));
        words.setVisible(spot.isPresent());
        setCursor(spot.map(PictureSpot::run).filter(OptionalInt::isPresent).isPresent() ? Cursor.HAND : Cursor.DEFAULT);
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
        return 480;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 270;
    }
}
