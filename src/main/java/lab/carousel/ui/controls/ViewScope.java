package lab.carousel.ui.controls;

import java.util.Set;
import javafx.scene.Node;

/**
 * How much of the window is shown: all of the lab, or what a newcomer needs.
 *
 * @param isWhole  whether all is shown
 * @param settings the hyperparameters that are shown, by their names; empty for all
 * @param menus    the ids of what stands at the end of the toolbar; empty for all
 */
public record ViewScope(boolean isWhole, Set<String> settings, Set<String> menus) {

    /** The button that shows everything, which is there only while something is hidden. */
    public static final String SHOW_EVERYTHING = "showEverything";

    public static final ViewScope WHOLE = new ViewScope(true, Set.of(), Set.of());

    /** Presets, two sequences, the place to look at first, loss, state, Play and four hyperparameters. */
    public static final ViewScope SIMPLE = new ViewScope(
            false,
            Set.of("hiddenUnits", "learningRate", "updateInterval", "epochs"),
            Set.of("lessonMenu", "helpMenu", SHOW_EVERYTHING));

    /** Shows parts that only the whole lab has, or hides them. */
    public void showWhole(Node... parts) {
        for (Node part : parts) {
            Controls.show(part, isWhole);
        }
    }

    public boolean hasMenu(Node menu) {
        return isWhole ? !SHOW_EVERYTHING.equals(menu.getId()) : menus.contains(menu.getId());
    }
}
