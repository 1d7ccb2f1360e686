package lab.carousel.ui.window;

import static lab.carousel.ui.controls.Controls.named;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.ui.command.CommandMenu;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.theme.Look;
import org.kordamp.ikonli.feather.Feather;

/** Shows and hides the places on the screen, and changes the theme. */
final class ViewMenu extends CommandMenu {

    /** What the id of a language's item begins with. */
    static final String LANGUAGE = "language-";

    ViewMenu(
            Commands commands,
            Panels panels,
            ObjectProperty<Look> look,
            Zoom zoom,
            BooleanProperty simple,
            Consumer<Language> onLanguage,
            Consumer<Boolean> onReadout) {
        super(commands, "viewMenu", Feather.EYE);
        CheckMenuItem few = item("simple", simple.get(), simple::set);
        WindowListeners.of(this, simple, (observable, before, now) -> few.setSelected(now));
        getItems()
                .addAll(
                        item("editors", true, panels::showEditors, "Shortcut+1"),
                        item("loss", true, panels::showLoss, "Shortcut+2"),
                        item("state", true, panels::showState, "Shortcut+3"),
                        item("microscope", true, panels::showMicroscope, "Shortcut+4"),
                        few,
                        new SeparatorMenuItem(),
                        item(look, "dark", Look::isDark, Look::withDark, "F9"),
                        colours(look),
                        item(look, "still", now -> !now.moving(), (now, isStill) -> now.moving(!isStill)),
                        languages(onLanguage),
                        zoom.menu(this),
                        item("readout", false, onReadout, "Shortcut+R"),
                        item(look, "present", Look::presenting, Look::presenting, "F12"),
                        item(look, "echo", Look::echoing, Look::echoing));
    }

    private static Menu languages(Consumer<Language> onLanguage) {
        return choice("ui.view.language", "view-language", Language.all(), language -> {
            RadioMenuItem item = named(new RadioMenuItem(language.title()), LANGUAGE + language.code());
            item.setSelected(language == Language.current());
            item.setOnAction(event -> onLanguage.accept(language));
            return item;
        });
    }

    private Menu colours(ObjectProperty<Look> look) {
        return choice("view.colours", "view-colours", List.of(Colours.values()), colours -> {
            RadioMenuItem item = named(
                    new RadioMenuItem(Message.text("view.colours." + colours.name())),
                    "view-colours-" + colours.name());
            item.setSelected(look.get().colours() == colours);
            item.setOnAction(event -> look.set(look.get().with(colours)));
            WindowListeners.of(this, look, (observable, before, now) -> item.setSelected(now.colours() == colours));
            return item;
        });
    }

    /** A menu of which one item is chosen. */
    private static <T> Menu choice(String title, String id, List<T> values, Function<T, RadioMenuItem> item) {
        Menu menu = named(new Menu(Message.text(title)), id);
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            RadioMenuItem made = item.apply(value);
            made.setToggleGroup(group);
            menu.getItems().add(made);
        }
        return menu;
    }

    CheckMenuItem panel(String key) {
        return (CheckMenuItem) getItems().stream()
                .filter(item -> ("view-" + key).equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    /** An item for a part of the look that is or is not so. */
    private CheckMenuItem item(
            ObjectProperty<Look> look,
            String key,
            Predicate<Look> isSo,
            BiFunction<Look, Boolean, Look> changed,
            String... keys) {
        CheckMenuItem item = item(key, isSo.test(look.get()), isOn -> look.set(changed.apply(look.get(), isOn)), keys);
        WindowListeners.of(this, look, (observable, before, now) -> item.setSelected(isSo.test(now)));
        return item;
    }

    private CheckMenuItem item(String key, boolean selected, Consumer<Boolean> action, String... keys) {
        CheckMenuItem item = new CheckMenuItem();
        declare("view-" + key, "ui.view." + key, () -> item.setSelected(!item.isSelected()), keys)
                .on(item)
                .setSelected(selected);
        item.selectedProperty().addListener((observable, before, now) -> action.accept(now));
        return item;
    }
}
