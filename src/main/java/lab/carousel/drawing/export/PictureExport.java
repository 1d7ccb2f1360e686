package lab.carousel.drawing.export;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

public final class PictureExport {

    private PictureExport() {}

    /** Draws a picture with {@code scale} pixels to a point. */
    public static BufferedImage image(Picture picture, double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.round(picture.width() * scale),
                (int) Math.round(picture.height() * scale),
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = smooth(image);
        graphics.scale(scale, scale);
        new PixelPen(graphics, picture.palette()).draw(picture.marks());
        graphics.dispose();
        return image;
    }

    /** Graphics for an image, set to draw lines and text smoothly, the same way on every machine. */
    public static Graphics2D smooth(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }

    /** A PNG file with {@code scale} pixels to a point: 1, 2 or 4. */
    public static byte[] png(Picture picture, double scale) {
        return png(image(picture, scale));
    }

    public static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // A stream of our own, because the one that ImageIO makes writes a file to the disk first
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IllegalStateException("this Java cannot write PNG");
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return bytes.toByteArray();
    }

    /** A picture as an SVG file with real shapes and text, one pixel to a point, encoded in UTF-8. */
    public static byte[] svg(Picture picture) {
        return SvgPen.svg(picture);
    }
}
