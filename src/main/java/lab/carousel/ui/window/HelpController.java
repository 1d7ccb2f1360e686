package lab.carousel.ui.window;

import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.help.Help;
import lab.carousel.ui.microscope.Microscope;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Help in the window: it knows at which place the keyboard is. */
final class HelpController {

    private static final String MICROSCOPE = "microscope";
    /** Parts of a control whose name comes before. */
    private static final String PARTS = "(Slider|Word)$";

    private static final String ID = "helpMenu";

    private final Commands commands;
    private final Microscope microscope;
    private final MenuButton menu = explained(
            named(new MenuButton(Message.text("help.menu"), new FontIcon(Feather.HELP_CIRCLE)), ID), "help.menu");
    private final Help help;
    /** Lets go of the scene when the window leaves it, so that the scene does not hold the window. */
    private final ObservableValue<Node> focusOwner = menu.sceneProperty().flatMap(Scene::focusOwnerProperty);

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
        this.commands = commands;
        this.microscope = microscope;
        help = new Help(background, this::window, commands::keys, lessons.library()::shipped, lessons.player()::start);
        menu.getItems()
                .addAll(
                        item("manual", help::showManual),
                        item("search", help::showSearch, "Shortcut+F"),
                        item("place", () -> help.showPlace(place()), "Shift+F1"),
                        item("keys", () -> help.showKeys(place()), "F1"),
                        commands.add(ID, "help-tour", "tour.menu", tour).item(),
                        commands.add(ID, "palette", "palette.menu", find, "Shortcut+K")
                                .item(),
                        new SeparatorMenuItem(),
                        item("about", help::showAbout));
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

    private MenuItem item(String key, Runnable deed, String... keys) {
        return commands.add(ID, "help-" + key, "help.menu." + key, deed, keys).item();
    }
}
