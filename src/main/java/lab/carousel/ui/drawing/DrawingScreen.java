package lab.carousel.ui.drawing;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnWord;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.export.PixelPen;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.controls.Tip;
import org.jspecify.annotations.Nullable;

/**
 * Shows a drawing in whatever room it gets, drawn in the background, sharp at the scale of the screen. Until it is
 * drawn the one before stays. Neither pixels nor images are made anew for each drawing: the live loss chart would leave a
 * hundred megabytes of them behind in a second.
 */
public final class DrawingScreen extends Region {

    private static final int SPARE = 2;

    private record Request(
            Supplier<? extends Drawing> drawing, double width, double height, double scale, Palette palette) {}

    private record Painted(DrawnFrame frame, BufferedImage pixels) {}

    /** An image and its pixels, which the renderer takes as they are: no byte of them is converted. */
    private record Shown(PixelBuffer<IntBuffer> pixels, WritableImage image) {

        static Shown of(int width, int height) {
            PixelBuffer<IntBuffer> pixels = new PixelBuffer<>(
                    width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
            return new Shown(pixels, new WritableImage(pixels));
        }
    }

    private final ImageView image = new ImageView();
    private final ReadOnlyObjectWrapper<DrawnFrame> frame = new ReadOnlyObjectWrapper<>(this, "frame");
    private final ConflatingWorker<Request, Painted> painter;
    /** Paints what is only passing, which no moment of a run waits for. */
    private final ConflatingWorker<Request, Painted> passing;

    private boolean isPassing;
    /** What can be drawn upon again. */
    private final Queue<BufferedImage> free = new ConcurrentLinkedQueue<>();
    /** Held here, because a binding that nobody holds stops telling of changes. */
    private final ObservableValue<Number> screenScale = sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::renderScaleXProperty)
            .orElse(1);

    private Palette palette = Palette.LIGHT;
    private @Nullable Supplier<? extends Drawing> drawing;
    private @Nullable Request asked;
    /** How often what is shown went away. */
    private int forgotten;
    /** Reads the words of what is shown, when the pointer moves over it: painting does not wait for that. */
    private final ConflatingWorker<DrawnFrame, List<DrawnWord>> reader;

    private @Nullable DrawnFrame read;
    private List<DrawnWord> words = List.of();
    private Point2D pointer = Point2D.ZERO;
    /** What the tip of the parent says of a word; empty if its tip is not of here. */
    private String explained = "";
    /** The image on the screen may still be read by the renderer: the other one is written into. */
    private @Nullable Shown spare;

    private @Nullable Shown shown;

    /**
     * A screen that shows nothing yet.
     *
     * @param background draws
     */
    public DrawingScreen(Background background) {
        painter = ConflatingWorker.ofMoment(background, "drawing", this::paint, painted -> {
            int asked = forgotten;
            background.barrier().show(() -> {
                if (asked == forgotten) {
                    show(painted);
                }
            });
        });
        passing = new ConflatingWorker<>(background, "drawing", this::paint, painted -> {
            if (isPassing) {
                show(painted);
            }
        });
        image.setManaged(false);
        getChildren().add(image);
        reader = new ConflatingWorker<>(background, "words", drawn -> DrawnWord.in(drawn.marks()), found -> {
            words = found;
            explain();
        });
        EventHandler<MouseEvent> moved = event -> point(parentToLocal(event.getX(), event.getY()));
        parentProperty().addListener((observable, before, now) -> {
            if (now != null) {
                now.addEventHandler(MouseEvent.MOUSE_MOVED, moved);
            }
        });
        screenScale.addListener((observable, before, now) -> ask());
        localToSceneTransformProperty().addListener((observable, before, now) -> {
            if (before.getMxx() != now.getMxx()) {
                ask();
            }
        });
    }

    /**
     * Shows a drawing.
     *
     * @param newDrawing makes it, in the background; asked anew if it does not equal the one before; null to
     *                   show nothing
     */
    public void show(@Nullable Supplier<? extends Drawing> newDrawing) {
        isPassing = false;
        drawing = newDrawing;
        if (drawing == null) {
            painter.forget();
            forgotten++;
            asked = null;
            image.setVisible(false);
            frame.set(null);
        }
        ask();
    }

    /** Shows a drawing on the way to the next one, if there is time for it. */
    void pass(Drawing onTheWay) {
        isPassing = true;
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        passing.ask(new Request(new ReadyDrawing(onTheWay), width, height, pixels(), palette));
    }

    public void setPalette(Palette newPalette) {
        palette = newPalette;
        ask();
    }

    /** What is shown; null before the first drawing. */
    public ReadOnlyObjectProperty<DrawnFrame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    @Override
    protected void layoutChildren() {
        ask();
    }

    private void point(Point2D place) {
        pointer = place;
        DrawnFrame now = frame.get();
        if (now != null && now != read) {
            read = now;
            reader.ask(now);
        }
        explain();
    }

    /** Explains a word of the glossary while the pointer is on it, unless there is another tip. */
    private void explain() {
        String now = words.stream()
                .filter(word -> word.room().contains(pointer.getX(), pointer.getY()))
                .findFirst()
                .map(word -> word.entry().explanation())
                .orElse("");
        Node parent = getParent();
        // What was asked for may come when the drawing is gone
        if (parent != null && !now.equals(explained) && Tip.of(parent).equals(explained)) {
            Tip.put(parent, now);
            explained = now;
        }
    }

    private void ask() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (drawing == null || width < 1 || height < 1) {
            return;
        }
        Request request = new Request(drawing, width, height, pixels(), palette);
        if (!request.equals(asked)) {
            asked = request;
            painter.ask(request);
        }
    }

    /** To a point: those of the screen, and of all that enlarges this; 1 in no window. */
    private double pixels() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX()
                        * getLocalToSceneTransform().getMxx();
    }

    /** In the background. */
    private Painted paint(Request request) {
        Drawing made = request.drawing().get();
        List<Mark> marks = made.marks(request.width(), request.height());
        BufferedImage pixels = pixels((int) Math.round(request.width() * request.scale()), (int)
                Math.round(request.height() * request.scale()));
        Graphics2D graphics = PictureExport.smooth(pixels);
        graphics.scale(request.scale(), request.scale());
        new PixelPen(graphics, request.palette()).draw(marks);
        graphics.dispose();
        return new Painted(new DrawnFrame(made, request.width(), request.height(), request.palette(), marks), pixels);
    }

    private BufferedImage pixels(int width, int height) {
        BufferedImage used = free.poll();
        if (used == null || used.getWidth() != width || used.getHeight() != height) {
            return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        }
        Arrays.fill(argb(used), 0);
        return used;
    }

    private static int[] argb(BufferedImage pixels) {
        return ((DataBufferInt) pixels.getRaster().getDataBuffer()).getData();
    }

    private void show(Painted painted) {
        BufferedImage pixels = painted.pixels();
        int width = pixels.getWidth();
        int height = pixels.getHeight();
        Shown next = spare;
        if (next == null || next.pixels().getWidth() != width || next.pixels().getHeight() != height) {
            next = Shown.of(width, height);
        }
        next.pixels().getBuffer().put(0, argb(pixels));
        // Null: all of it has changed
        next.pixels().updateBuffer(buffer -> null);
        if (free.size() < SPARE) {
            free.add(pixels);
        }
        spare = shown;
        shown = next;
        image.setImage(next.image());
        image.setFitWidth(painted.frame().width());
        image.setFitHeight(painted.frame().height());
        image.setVisible(true);
        frame.set(painted.frame());
    }
}
