package lab.carousel.ui.help;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Tip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Manual, search, keys, and about the program. */
public final class HelpMenu extends MenuButton {

    /** What the menu can do. */
    public interface Actions {

        /** Opens the manual. */
        void showManual();

        /** Opens the search box of the manual. */
        void showSearch();

        /** Shows what the manual says about the place where the keyboard is. */
        void showPlace();

        /** Shows all keys. */
        void showKeys();

        /** Says what program this is. */
        void showAbout();
    }

    /** A menu of a question mark, because there is little room. */
    public HelpMenu(Actions actions) {
        super(null, new FontIcon(Feather.HELP_CIRCLE));
        setId("helpMenu");
        setAccessibleText(Message.text("help.menu"));
        Tip.put(this, Message.text("help.menu.tip"));
        getItems()
                .addAll(
                        item("manual", "", actions::showManual),
                        item("search", "Shortcut+F", actions::showSearch),
                        item("place", "Shift+F1", actions::showPlace),
                        item("keys", "F1", actions::showKeys),
                        new SeparatorMenuItem(),
                        item("about", "", actions::showAbout));
    }

    private static MenuItem item(String key, String keys, Runnable action) {
        MenuItem item = new MenuItem(Message.text("help.menu." + key));
        item.setId("help-" + key);
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        item.setOnAction(event -> action.run());
        return item;
    }
}
