package lab.carousel.ui.drawing;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;

/** The look of a line, for lists beside a chart. */
public final class LineSample {

    private static final int WIDTH = 24;
    private static final int HEIGHT = 16;

    private LineSample() {}

    /** A short piece of a line of a style. */
    public static Image of(int style, Palette palette) {
        BufferedImage pixels = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = PictureExport.smooth(pixels);
        LineStyle.series(style, palette).apply(graphics);
        graphics.draw(new Line2D.Double(0, HEIGHT / 2.0, WIDTH, HEIGHT / 2.0));
        graphics.dispose();
        int[] argb = pixels.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        WritableImage image = new WritableImage(WIDTH, HEIGHT);
        image.getPixelWriter().setPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), argb, 0, WIDTH);
        return image;
    }
}
