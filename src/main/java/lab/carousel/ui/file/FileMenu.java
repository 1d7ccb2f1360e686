package lab.carousel.ui.file;

import static lab.carousel.ui.controls.Controls.named;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCombination;
import lab.carousel.file.session.AutosaveFolder;
import lab.carousel.text.Message;
import lab.carousel.text.VisibleText;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Hearing;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Open, go on where one was, save. */
public final class FileMenu extends MenuButton {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    /** A menu for the files of a desk. */
    public FileMenu(FileDesk desk) {
        super(Message.text("ui.file"), new FontIcon(Feather.FOLDER));
        setId("fileMenu");
        Menu recent = named(new Menu(Message.text("ui.recent")), "recent");
        MenuItem last = item("goOn", "Shortcut+Shift+O", desk::goOn);
        Menu earlier = named(new Menu(Message.text("ui.earlier")), "earlier");
        getItems()
                .addAll(
                        item("new", "Shortcut+N", desk::startAnew),
                        item("open", "Shortcut+O", desk::open),
                        openNetwork(desk),
                        ownText(desk),
                        recent,
                        last,
                        earlier,
                        new SeparatorMenuItem(),
                        item("save", "Shortcut+S", desk::save),
                        item("saveAs", "Shortcut+Shift+S", desk::saveAs),
                        item("saveSession", "Shortcut+Alt+S", desk::saveSessionAs));
        WorkInHand work = desk.work();
        setOnShowing(event -> work.lookAgain());
        Hearing.of(this, work.recent(), (observable, before, now) -> showRecent(desk, recent, now));
        Hearing.of(this, work.previous(), (observable, before, now) -> showPrevious(desk, last, earlier, now));
        showRecent(desk, recent, work.recent().getValue());
        showPrevious(desk, last, earlier, work.previous().getValue());
    }

    /** The last one has an entry of its own; those before it have a menu, if there are any. */
    private static void showPrevious(FileDesk desk, MenuItem last, Menu earlier, List<AutosaveFolder.Ended> ended) {
        last.setDisable(ended.isEmpty());
        earlier.setDisable(ended.size() < 2);
        earlier.getItems()
                .setAll(ended.stream()
                        .skip(1)
                        .map(each -> earlierItem(desk, each))
                        .toList());
    }

    private static MenuItem earlierItem(FileDesk desk, AutosaveFolder.Ended ended) {
        MenuItem item = new MenuItem(Message.text("ui.earlier.session", WHEN.format(ended.when())));
        item.setOnAction(event -> desk.goOn(ended.file()));
        return item;
    }

    private static Menu ownText(FileDesk desk) {
        Menu menu = named(new Menu(Message.text("ui.text")), "ownText");
        MenuItem paste = Controls.item(
                "ownTextPaste",
                Message.text("ui.text.paste"),
                () -> desk.takeText(Objects.requireNonNullElse(
                        Clipboard.getSystemClipboard().getString(), "")));
        MenuItem file = Controls.item("ownTextFile", Message.text("ui.text.file"), desk::takeTextFile);
        menu.getItems().addAll(paste, file);
        return menu;
    }

    private static MenuItem openNetwork(FileDesk desk) {
        return Controls.item("openNetwork", Message.text("ui.openNetwork"), desk::openNetwork);
    }

    private static void showRecent(FileDesk desk, Menu menu, List<Path> files) {
        menu.setDisable(files.isEmpty());
        menu.getItems()
                .setAll(files.stream().map(file -> recentItem(desk, file)).toList());
    }

    private static MenuItem recentItem(FileDesk desk, Path file) {
        MenuItem item = new MenuItem(
                Message.text("ui.recent.file", file.getFileName(), VisibleText.of(String.valueOf(file.getParent()))));
        // A file may have an underscore in its name
        item.setMnemonicParsing(false);
        item.setOnAction(event -> desk.open(file));
        return item;
    }

    private static MenuItem item(String key, String keys, Runnable action) {
        MenuItem item = named(new MenuItem(Message.text("ui." + key)), key);
        item.setAccelerator(KeyCombination.valueOf(keys));
        item.setOnAction(event -> action.run());
        return item;
    }
}
