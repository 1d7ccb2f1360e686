package lab.carousel.ui.file;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import lab.carousel.message.Message;

/** Open, save, save as. */
public final class FileMenu extends MenuButton {

    /** A menu for the files of a desk. */
    public FileMenu(FileDesk desk) {
        super(Message.text("ui.file"));
        setId("fileMenu");
        getItems()
                .addAll(
                        item("open", "Shortcut+O", desk::open),
                        item("save", "Shortcut+S", desk::save),
                        item("saveAs", "Shortcut+Shift+S", desk::saveAs));
    }

    private static MenuItem item(String key, String keys, Runnable action) {
        MenuItem item = new MenuItem(Message.text("ui." + key));
        item.setId(key);
        item.setAccelerator(KeyCombination.valueOf(keys));
        item.setOnAction(event -> action.run());
        return item;
    }
}
