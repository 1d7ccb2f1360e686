package lab.carousel.ui.theme;

import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * The rules of all that the program shows. They hang on scenes, as one sheet, and on no component: JavaFX gathers the
 * sheets of all parents of a node each time that it gives the node a style, and looks through all users of each sheet
 * when a parent is taken out. Menus and tooltips take them over from the scene that they open over.
 */
public final class Stylesheets {

    private static final String ALL =
            Stylesheets.class.getResource("/lab/carousel/ui/all.css").toExternalForm();

    private Stylesheets() {}

    /** Gives all in a scene the look of the program. */
    public static void addTo(Scene scene) {
        if (!scene.getStylesheets().contains(ALL)) {
            scene.getStylesheets().add(ALL);
        }
    }

    /** Gives each scene that a node comes into the look of the program. */
    public static void addToSceneOf(Node node) {
        node.sceneProperty().addListener((observable, before, now) -> {
            if (now != null) {
                addTo(now);
            }
        });
    }
}
