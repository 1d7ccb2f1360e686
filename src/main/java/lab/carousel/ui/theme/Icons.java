package lab.carousel.ui.theme;

import java.util.List;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The program's icon in the sizes that window managers ask for. */
public final class Icons {

    private static final List<Integer> SIZES = List.of(16, 32, 48, 128, 256);

    private Icons() {}

    /** Gives a window the icons of another one, which need not be unpacked again. */
    public static void copy(Stage window, Window like) {
        if (like instanceof Stage other) {
            window.getIcons().setAll(other.getIcons());
        }
    }

    /** The icon, smallest first. Unpacking them takes a while, on whichever thread it is done. */
    public static List<Image> all() {
        return SIZES.stream()
                .map(size -> new Image(Icons.class
                        .getResource("/lab/carousel/icon/carousel-" + size + ".png")
                        .toExternalForm()))
                .toList();
    }
}
