package lab.carousel.ui.export;

import java.awt.image.BufferedImage;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.transform.Transform;

/** The whole window, as it is on the screen, as a picture. */
public final class WindowPicture {

    /** Two pixels to a point are sharp on a projector; a window this wide is sharp enough as it is. */
    private static final double WIDEST_DOUBLED = 2_560;

    private WindowPicture() {}

    /** Takes the picture. */
    static Image of(Scene scene) {
        double scale = scene.getWidth() > WIDEST_DOUBLED ? 1 : 2;
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(scene.getFill());
        parameters.setTransform(Transform.scale(scale, scale));
        // Shadows reach beyond the edge of the window
        parameters.setViewport(new Rectangle2D(0, 0, scene.getWidth() * scale, scene.getHeight() * scale));
        return scene.getRoot().snapshot(parameters, null);
    }

    /** The same picture for what knows no JavaFX. */
    public static BufferedImage of(Image shown) {
        int width = (int) shown.getWidth();
        int height = (int) shown.getHeight();
        int[] pixels = new int[width * height];
        shown.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }
}
