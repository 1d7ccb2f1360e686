package lab.carousel.ui.command;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A menu of commands, and of other items between them. Its id is the place of its commands, whose name it has. */
public class CommandMenu extends MenuButton {

    private final Commands commands;

    public CommandMenu(Commands commands, String id, Feather icon) {
        super(KeyTable.title(id), new FontIcon(icon));
        this.commands = commands;
        setId(id);
    }

    public final Command declare(String id, String words, Runnable deed, String... keys) {
        return commands.add(this, id, words, deed, keys);
    }

    /** The same with its item behind the others. */
    public final Command put(String id, String words, Runnable deed, String... keys) {
        Command put = declare(id, words, deed, keys);
        put(put.item());
        return put;
    }

    public final void put(MenuItem item) {
        getItems().add(item);
    }

    public final void separate() {
        put(new SeparatorMenuItem());
    }
}
