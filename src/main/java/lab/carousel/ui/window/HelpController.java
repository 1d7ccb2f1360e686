package lab.carousel.ui.window;

import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.command.Command;
import lab.carousel.ui.command.KeyTable;
import lab.carousel.ui.controls.Controls;
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

    private final Microscope microscope;
    private final MenuButton menu = explained(
            named(new MenuButton(Message.text("help.menu"), new FontIcon(Feather.HELP_CIRCLE)), "helpMenu"),
            "help.menu");
    private final Help help;
    /** Lets go of the scene when the window leaves it, so that the scene does not hold the window. */
    private final ObservableValue<Node> focusOwner = menu.sceneProperty().flatMap(Scene::focusOwnerProperty);

    /** The node that had the keyboard last, the menu of help not counted. */
    private @Nullable Node focused;

    /**
     * @param keys gives the keys of the window
     * @param find opens what finds all that can be done
     * @param tour begins the tour
     */
    HelpController(
            Background background,
            Microscope microscope,
            LessonController lessons,
            Supplier<KeyTable> keys,
            Runnable find,
            Runnable tour) {
        this.microscope = microscope;
        help = new Help(background, this::window, keys, lessons.library()::shipped, lessons.player()::start);
        menu.getItems()
                .addAll(
                        command("manual", help::showManual).item(),
                        command("search", help::showSearch).keys("Shortcut+F").item(),
                        command("place", () -> help.showPlace(place()))
                                .keys("Shift+F1")
                                .item(),
                        command("keys", () -> help.showKeys(place())).keys("F1").item(),
                        Controls.item("help-tour", Message.text("tour.menu"), tour),
                        new Command("viewMenu", "palette", "palette.menu", find)
                                .keys("Shortcut+K")
                                .explained()
                                .item(),
                        new SeparatorMenuItem(),
                        command("about", help::showAbout).item());
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

    private static Command command(String key, Runnable deed) {
        return new Command("viewMenu", "help-" + key, "help.menu." + key, deed);
    }
}
