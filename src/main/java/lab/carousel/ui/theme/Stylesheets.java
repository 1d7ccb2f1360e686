package lab.carousel.ui.theme;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import lab.carousel.ui.controls.WordTips;

/**
 * The rules of all that the program shows. They hang on scenes, as one sheet, and on no component: JavaFX gathers the
 * sheets of all parents of a node each time that it gives the node a style, and looks through all users of each sheet
 * when a parent is taken out. Menus and tooltips take them over from the scene that they open over.
 */
public final class Stylesheets {

    private static final String ALL =
            Stylesheets.class.getResource("/lab/carousel/ui/all.css").toExternalForm();

    /**
     * Uses the rules as long as the program runs: JavaFX forgets, and reads again, what no root uses, as when a window that
     * speaks another language takes the place of one.
     */
    private static final Scene ALWAYS = withRules(new Scene(new Group()));

    private Stylesheets() {}

    private static Scene withRules(Scene scene) {
        scene.getStylesheets().add(ALL);
        scene.getRoot().applyCss();
        return scene;
    }

    /** Gives all in a scene the look of the program, and its words their explanations. */
    public static void addTo(Scene scene) {
        if (!scene.getStylesheets().containsAll(ALWAYS.getStylesheets())) {
            scene.getStylesheets().addAll(ALWAYS.getStylesheets());
            WordTips.addTo(scene);
        }
    }

    public static void addToSceneOf(Node node) {
        node.sceneProperty().addListener((observable, before, now) -> {
            if (now != null) {
                addTo(now);
            }
        });
    }
}
