package lab.carousel.ui.state;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import lab.carousel.drawing.cells.ColourBar;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.picture.state.StateRows;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.drawing.ScreenScale;
import lab.carousel.ui.drawing.SharpCanvas;
import org.jspecify.annotations.Nullable;

/**
 * The heatmap itself: the visible cells as one image, labels around them on one canvas, and outlines of the cell that
 * is pointed at and of the selected one. Draws once per layout pass, so several changes between two frames cost one
 * drawing.
 */
final class HeatmapPane extends Region {

    private static final int COLOUR_BAR = 12;
    /** More would be an area, and cost time. */
    private static final int MOST_OUTLINES = 200;

    private final ImageView cells = named(new ImageView(), "stateCells");
    private final SharpCanvas labels = new SharpCanvas();
    private final ImageView colourBar = new ImageView();
    private final Rectangle pointed = outline("state-pointed");
    private final Rectangle selected = outline("state-selected");
    private final ScrollBar rowScroll = named(new ScrollBar(), "stateRows");

    private final LabelPainter painter;
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom");
    private final DoubleProperty scrollX = new SimpleDoubleProperty(this, "scrollX");
    private final ReadOnlyObjectWrapper<HeatmapGeometry> geometry = new ReadOnlyObjectWrapper<>(this, "geometry");

    private Palette palette = Palette.LIGHT;
    private Supplier<String> details = () -> "";
    private @Nullable TracedSnapshot traced;
    private @Nullable StateRows rows;
    /** What the image of the colour bar shows. */
    private @Nullable ColourScale barScale;

    private @Nullable Palette barPalette;

    private @Nullable PixelBuffer<IntBuffer> pixels;
    private int pointedColumn = -1;
    private int pointedRow = -1;
    private int selectedColumn = -1;
    private int selectedRow = -1;
    private List<Integer> forkColumns = List.of();
    /** As many as were ever needed; the others are not seen. */
    private final List<Rectangle> forkOutlines = new ArrayList<>();

    HeatmapPane(HoverReadout readout) {
        painter = new LabelPainter();
        setId("stateHeatmap");
        getStyleClass().add("state-heatmap");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp(Message.text("state.keys"));
        cells.setSmooth(false);
        colourBar.setSmooth(false);
        rowScroll.setOrientation(Orientation.VERTICAL);
        getChildren().addAll(labels, cells, colourBar, pointed, selected, rowScroll);
        ScreenScale.whenEnlarged(this, this::requestLayout);
        zoom.addListener(change -> requestLayout());
        scrollX.addListener(change -> requestLayout());
        rowScroll.valueProperty().addListener(change -> requestLayout());
    }

    /** More words about it, which are worked out when somebody asks for them: never for each frame of a training. */
    void setDetails(Supplier<String> newDetails) {
        details = newDetails;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT && getAccessibleText() != null) {
            return getAccessibleText() + " " + details.get();
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    private static Rectangle outline(String styleClass) {
        Rectangle rectangle = styled(new Rectangle(), styleClass);
        rectangle.setMouseTransparent(true);
        Controls.show(rectangle, false);
        return rectangle;
    }

    /** The colours from top to bottom in exactly the pixels they get, since a scaled image would be blurred. */
    private static WritableImage colours(ColourScale scale, Palette palette, int height) {
        WritableImage image = new WritableImage(COLOUR_BAR, height);
        PixelWriter writer = image.getPixelWriter();
        for (int y = 0; y < height; y++) {
            int argb = scale.argb(new ColourBar(scale, palette).value((y + 0.5) / height), palette);
            for (int x = 0; x < COLOUR_BAR; x++) {
                writer.setArgb(x, y, argb);
            }
        }
        return image;
    }

    /** From 0, columns that fill the width, to 1, columns wide enough for all labels. */
    DoubleProperty zoomProperty() {
        return zoom;
    }

    /** How far the columns are scrolled, in pixels. */
    DoubleProperty scrollXProperty() {
        return scrollX;
    }

    /** Where everything stands since the last layout pass; null before the first one. */
    ReadOnlyObjectProperty<HeatmapGeometry> geometryProperty() {
        return geometry.getReadOnlyProperty();
    }

    /** Shows other traces, or nothing if they are null; the rows belong to them. */
    void show(@Nullable TracedSnapshot newTraced, @Nullable StateRows newRows) {
        traced = newTraced;
        rows = newRows;
        requestLayout();
    }

    void setPalette(Palette newPalette) {
        palette = newPalette;
        requestLayout();
    }

    /** Outlines the cell that is pointed at; -1 for none. */
    void point(int column, int row) {
        pointedColumn = column;
        pointedRow = row;
        placeOutlines();
    }

    /** Outlines the selected cell; -1 for none. */
    void select(int column, int row) {
        selectedColumn = column;
        selectedRow = row;
        placeOutlines();
    }

    /** Outlines the columns of steps that belong together. */
    void selectFork(List<Integer> columns) {
        forkColumns = List.copyOf(columns);
        while (forkOutlines.size() < Math.min(MOST_OUTLINES, columns.size())) {
            Rectangle outline = outline("state-fork");
            forkOutlines.add(outline);
            getChildren().add(getChildren().indexOf(pointed), outline);
        }
        placeOutlines();
    }

    /** Scrolls as far as needed to see a cell. */
    void reveal(int column, int row) {
        scrollX.set(geometry.get().scrollXToShow(column));
        rowScroll.setValue(geometry.get().scrollYToShow(row));
    }

    /** Zooms so that what is at a place of the pane stays there. */
    void zoomAbout(double x, double newZoom) {
        HeatmapGeometry before = geometry.get();
        double place = Math.max(0, Math.min(before.width(), x - HeatmapGeometry.LEFT));
        double share = (place + before.scrollX()) / before.columns().width();
        zoom.set(Math.max(0, Math.min(1, newZoom)));
        scrollX.set(Math.max(0, share * computed().columns().width() - place));
    }

    /** Scrolls the rows by pixels; says whether they can be scrolled at all. */
    boolean scrollRows(double pixelsDown) {
        rowScroll.setValue(Math.max(0, Math.min(rowScroll.getMax(), rowScroll.getValue() + pixelsDown)));
        return rowScroll.isVisible();
    }

    private HeatmapGeometry computed() {
        return HeatmapGeometry.of(
                Objects.requireNonNull(traced).traces(),
                Objects.requireNonNull(rows).count(),
                getWidth(),
                getHeight(),
                zoom.get(),
                scrollX.get(),
                rowScroll.getValue());
    }

    @Override
    protected void layoutChildren() {
        if (traced == null || rows == null || getWidth() < 1 || getHeight() < 1) {
            geometry.set(null);
            return;
        }
        HeatmapGeometry now = computed();
        geometry.set(now);
        layoutRows(now);
        paintCells(now, rows);
        labels.fit(Math.ceil(getWidth()), Math.ceil(getHeight()));
        painter.paint(labels.getGraphicsContext2D(), traced, rows, now, palette);
        if (!rows.scale().equals(barScale)
                || !palette.equals(barPalette)
                || colourBar.getImage().getHeight() != now.height()) {
            barScale = rows.scale();
            barPalette = palette;
            colourBar.setImage(colours(rows.scale(), palette, now.height()));
        }
        colourBar.relocate(HeatmapGeometry.LEFT + now.width() + 28, HeatmapGeometry.TOP);
        placeOutlines();
    }

    private void layoutRows(HeatmapGeometry now) {
        rowScroll.setVisible(now.maxScrollY() > 0);
        rowScroll.setMax(now.maxScrollY());
        rowScroll.setVisibleAmount(now.maxScrollY() * now.height() / (now.maxScrollY() + now.height()));
        rowScroll.setBlockIncrement(now.height());
        rowScroll.setUnitIncrement(4 * now.rowHeight());
        rowScroll.resizeRelocate(HeatmapGeometry.LEFT + now.width() + 6, HeatmapGeometry.TOP, 12, now.height());
    }

    /** The buffer is made anew only when the pane has grown, and is shown only as far as it is used. */
    private void paintCells(HeatmapGeometry now, StateRows painted) {
        // As many pixels as are seen: an image that is enlarged would be smeared
        double scale = ScreenScale.of(this);
        int width = HeatmapRaster.size(now.width(), scale);
        int height = HeatmapRaster.size(now.height(), scale);
        if (pixels == null || pixels.getWidth() <= width || pixels.getHeight() <= height) {
            int most = Math.max(width + 1, pixels == null ? 0 : pixels.getWidth());
            int highest = Math.max(height + 1, pixels == null ? 0 : pixels.getHeight());
            pixels = new PixelBuffer<>(
                    most, highest, IntBuffer.allocate(most * highest), PixelFormat.getIntArgbPreInstance());
            cells.setImage(new WritableImage(pixels));
        }
        pixels.updateBuffer(buffer -> {
            int[] painting = buffer.getBuffer().array();
            int stride = buffer.getWidth();
            HeatmapRaster.paint(now, scale, painted, palette, painting, stride);
            // What was painted there before would shine through at the edge
            for (int line = 0; line < height; line++) {
                painting[line * stride + width] = 0;
            }
            Arrays.fill(painting, height * stride, height * stride + width + 1, 0);
            return null;
        });
        cells.setViewport(new Rectangle2D(0, 0, width, height));
        cells.setFitWidth(width / scale);
        cells.setFitHeight(height / scale);
        cells.relocate(HeatmapGeometry.LEFT, HeatmapGeometry.TOP);
    }

    private void placeOutlines() {
        place(pointed, pointedColumn, pointedRow);
        place(selected, selectedColumn, selectedRow);
        for (int index = 0; index < forkOutlines.size(); index++) {
            place(forkOutlines.get(index), index < forkColumns.size() ? forkColumns.get(index) : -1, -1);
        }
    }

    /** Puts an outline around a cell, inside the visible part; without a row around the whole column. */
    private void place(Rectangle outline, int column, int row) {
        HeatmapGeometry now = geometry.get();
        outline.setVisible(false);
        if (now == null || column < 0 || column >= now.traces().columns() || row >= now.rows()) {
            return;
        }
        double left = Math.max(HeatmapGeometry.LEFT, now.left(column));
        double right = Math.min(
                HeatmapGeometry.LEFT + now.width(),
                now.left(column) + now.columns().columnWidth());
        double top = Math.max(HeatmapGeometry.TOP, row < 0 ? 0 : now.top(row));
        double bottom = Math.min(
                HeatmapGeometry.TOP + now.height(), row < 0 ? Double.MAX_VALUE : now.top(row) + now.rowHeight());
        if (right > left && bottom > top) {
            outline.setX(left);
            outline.setY(top);
            outline.setWidth(right - left);
            outline.setHeight(bottom - top);
            outline.setVisible(true);
        }
    }

    /**
     * Paints the visible cells of a heatmap into an array of pixels. Each cell is coloured once and each line of pixels
     * written once, so the cost depends on the pixels, never on the size of the task.
     */
    static final class HeatmapRaster {

        /** The height of rows from which the line between two layers is two pixels thick. */
        private static final double THICK_FROM = 8;

        private HeatmapRaster() {}

        /**
         * Paints the visible cells; gaps between sequences stay transparent, and so does a line between two layers.
         *
         * @param geometry where the cells are
         * @param scale    how many pixels a point has
         * @param rows     what they show
         * @param palette  its colour map is used
         * @param pixels   at least {@link #size} of width x height of the geometry, row by row, as 0xAARRGGBB
         * @param stride   the distance from a line of pixels to the next one
         */
        static void paint(
                HeatmapGeometry geometry, double scale, StateRows rows, Palette palette, int[] pixels, int stride) {
            int width = size(geometry.width(), scale);
            int height = size(geometry.height(), scale);
            int first = geometry.firstVisible();
            int count = geometry.endVisible() - first;
            double[][] values = new double[count][];
            int[] from = new int[count];
            int[] to = new int[count];
            for (int index = 0; index < count; index++) {
                values[index] = rows.values(first + index);
                double left = geometry.left(first + index) - HeatmapGeometry.LEFT;
                from[index] = pixel(left * scale, width);
                to[index] = pixel((left + geometry.columns().columnWidth()) * scale, width);
            }
            int line = 0;
            while (line < height) {
                int row = geometry.rowAtLine(line / scale);
                int shown = rows.index(row);
                int end = pixel((geometry.top(row + 1) - HeatmapGeometry.TOP) * scale, height);
                int start = line * stride;
                Arrays.fill(pixels, start, start + width, 0);
                for (int index = 0; index < count; index++) {
                    int colour = rows.scale().argb(values[index][shown], palette);
                    Arrays.fill(pixels, start + from[index], start + to[index], colour);
                }
                for (line++; line < end; line++) {
                    System.arraycopy(pixels, start, pixels, line * stride, width);
                }
            }
            separateLayers(geometry, scale, rows, pixels, stride);
        }

        /** How many pixels so many points have. */
        static int size(int points, double scale) {
            return (int) Math.ceil(points * scale);
        }

        private static void separateLayers(
                HeatmapGeometry geometry, double scale, StateRows rows, int[] pixels, int stride) {
            int width = size(geometry.width(), scale);
            int height = size(geometry.height(), scale);
            int thickness = size(geometry.rowHeight() >= THICK_FROM ? 2 : 1, scale);
            int end = geometry.rowAtLine(geometry.height() - 1);
            for (int row = geometry.rowAtLine(0) + 1; row <= end; row++) {
                if (rows.startsLayer(row)) {
                    int line = pixel((geometry.top(row) - HeatmapGeometry.TOP) * scale, height);
                    int last = Math.min(height, line + thickness);
                    for (; line < last; line++) {
                        Arrays.fill(pixels, line * stride, line * stride + width, 0);
                    }
                }
            }
        }

        private static int pixel(double place, int most) {
            return (int) Math.max(0, Math.min(most, Math.ceil(place)));
        }
    }
}
