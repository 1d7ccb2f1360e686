package lab.carousel.ui.file;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Hearing;

/** Open, go on where one was, save. */
public final class FileMenu extends MenuButton {

    /** A menu for the files of a desk. */
    public FileMenu(FileDesk desk) {
        super(Message.text("ui.file"));
        setId("fileMenu");
        Menu recent = new Menu(Message.text("ui.recent"));
        recent.setId("recent");
        MenuItem last = item(
                "goOn",
                "Shortcut+Shift+O",
                () -> desk.work().previous().getValue().ifPresent(desk::goOn));
        getItems()
                .addAll(
                        item("new", "Shortcut+N", desk::startAnew),
                        item("open", "Shortcut+O", desk::open),
                        recent,
                        last,
                        new SeparatorMenuItem(),
                        item("save", "Shortcut+S", desk::save),
                        item("saveAs", "Shortcut+Shift+S", desk::saveAs),
                        item("saveSession", "Shortcut+Alt+S", desk::saveSessionAs));
        FileDesk.Work work = desk.work();
        setOnShowing(event -> work.lookAgain());
        Hearing.of(this, work.recent(), (observable, before, now) -> showRecent(desk, recent, now));
        Hearing.of(this, work.previous(), (observable, before, now) -> last.setDisable(now.isEmpty()));
        showRecent(desk, recent, work.recent().getValue());
        last.setDisable(work.previous().getValue().isEmpty());
    }

    private static void showRecent(FileDesk desk, Menu menu, List<Path> files) {
        menu.setDisable(files.isEmpty());
        menu.getItems()
                .setAll(files.stream().map(file -> recentItem(desk, file)).toList());
    }

    private static MenuItem recentItem(FileDesk desk, Path file) {
        MenuItem item =
                new MenuItem(Message.text("ui.recent.file", file.getFileName(), String.valueOf(file.getParent())));
        // A file may have an underscore in its name
        item.setMnemonicParsing(false);
        item.setOnAction(event -> desk.open(file));
        return item;
    }

    private static MenuItem item(String key, String keys, Runnable action) {
        MenuItem item = new MenuItem(Message.text("ui." + key));
        item.setId(key);
        item.setAccelerator(KeyCombination.valueOf(keys));
        item.setOnAction(event -> action.run());
        return item;
    }
}
