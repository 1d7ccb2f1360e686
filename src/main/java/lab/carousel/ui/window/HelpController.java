package lab.carousel.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.stage.Window;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.command.CommandMenu;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.help.Help;
import lab.carousel.ui.microscope.Microscope;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Help in the window: it knows at which place the keyboard is. */
final class HelpController {

    private static final String MICROSCOPE = "microscope";
    /** Parts of a control whose name comes before. */
    private static final String PARTS = "(Slider|Word)$";

    private final Microscope microscope;
    private final CommandMenu menu;
    private final Help help;
    /** Lets go of the scene when the window leaves it, so that the scene does not hold the window. */
    private final ObservableValue<Node> focusOwner;

    /** The node that had the keyboard last, the menu of help not counted. */
    private @Nullable Node focused;

    /**
     * @param commands of the window
     * @param find opens what finds all that can be done
     * @param tour begins the tour
     */
    HelpController(
            Commands commands,
            Background background,
            Microscope microscope,
            LessonController lessons,
            Runnable find,
            Runnable tour) {
        menu = new CommandMenu(commands, "helpMenu", Feather.HELP_CIRCLE);
        Tip.put(menu, Message.text("help.menu.tip"));
        focusOwner = menu.sceneProperty().flatMap(Scene::focusOwnerProperty);
        this.microscope = microscope;
        help = new Help(background, this::window, commands::keys, lessons.library()::shipped, lessons.player()::start);
        put("manual", help::showManual);
        put("search", help::showSearch, "Shortcut+F");
        put("place", () -> help.showPlace(place()), "Shift+F1");
        put("keys", () -> help.showKeys(place()), "F1");
        menu.put("help-tour", "tour.menu", tour);
        menu.put("palette", "palette.menu", find, "Shortcut+K");
        menu.separate();
        put("about", help::showAbout);
        focusOwner.addListener((observable, before, now) -> {
            if (now != null && now != menu) {
                focused = now;
            }
        });
    }

    Help help() {
        return help;
    }

    private Optional<Window> window() {
        return Optional.ofNullable(menu.getScene()).map(Scene::getWindow);
    }

    MenuButton menu() {
        return menu;
    }

    /** The names of the place where the keyboard is, the closest first; in the microscope names mean something else. */
    private List<String> place() {
        List<String> names = new ArrayList<>();
        for (Node node = focused; node != null; node = node.getParent()) {
            String name = node.getId();
            if (MICROSCOPE.equals(name)) {
                names.add(MICROSCOPE + "-" + microscope.shownProperty().get().key());
                names.add(MICROSCOPE);
            } else if (name != null && !FirstControl.isIn(node.getParent(), microscope)) {
                names.add(name);
                names.add(name.replaceAll(PARTS, ""));
            }
        }
        return names;
    }

    private void put(String key, Runnable deed, String... keys) {
        menu.put("help-" + key, "help.menu." + key, deed, keys);
    }
}
