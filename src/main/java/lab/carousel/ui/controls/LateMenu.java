package lab.carousel.ui.controls;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** A menu without keys, whose items are made when it is opened, or somebody looks for them. */
public abstract class LateMenu extends MenuButton {

    private boolean isMade;

    protected LateMenu(String words) {
        super(words);
        setOnShowing(event -> prepare());
    }

    /** All items of a menu, which are made if it is a late one. */
    public static List<MenuItem> items(MenuButton menu) {
        if (menu instanceof LateMenu late) {
            late.prepare();
        }
        return menu.getItems();
    }

    private void prepare() {
        if (!isMade) {
            isMade = true;
            make();
        }
    }

    /** Puts the items there. */
    protected abstract void make();
}
