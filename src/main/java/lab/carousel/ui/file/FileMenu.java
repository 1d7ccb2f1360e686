package lab.carousel.ui.file;

import static lab.carousel.ui.controls.Controls.named;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import lab.carousel.file.session.EndedSession;
import lab.carousel.text.Message;
import lab.carousel.text.VisibleText;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.WindowListeners;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Open, go on where one was, save. */
public final class FileMenu extends MenuButton {

    /** A menu of what is opened and saved. */
    public FileMenu(ProjectFiles files) {
        super(Message.text("ui.file"), new FontIcon(Feather.FOLDER));
        setId("fileMenu");
        Menu recent = named(new Menu(Message.text("ui.recent")), "recent");
        MenuItem last = item("goOn", "Shortcut+Shift+O", files::goOn);
        Menu earlier = named(new Menu(Message.text("ui.earlier")), "earlier");
        getItems()
                .addAll(
                        item("new", "Shortcut+N", files::startAnew),
                        item("open", "Shortcut+O", files::open),
                        openNetwork(files),
                        ownText(files),
                        recent,
                        last,
                        earlier,
                        new SeparatorMenuItem(),
                        item("save", "Shortcut+S", files::save),
                        item("saveAs", "Shortcut+Shift+S", files::saveAs),
                        item("saveSession", "Shortcut+Alt+S", files::saveSessionAs),
                        new SeparatorMenuItem(),
                        item("quit", "Shortcut+Q", this::quit));
        KeptFiles kept = files.kept();
        setOnShowing(event -> kept.lookAgain());
        WindowListeners.of(this, kept.recentProperty(), (observable, before, now) -> showRecent(files, recent, now));
        WindowListeners.of(
                this, kept.previousProperty(), (observable, before, now) -> showPrevious(files, last, earlier, now));
        showRecent(files, recent, kept.recentProperty().getValue());
        showPrevious(files, last, earlier, kept.previousProperty().getValue());
    }

    /** As if the window were closed by its own button. */
    private void quit() {
        Window window = getScene().getWindow();
        window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    /** The last one has an entry of its own; those before it have a menu, if there are any. */
    private static void showPrevious(ProjectFiles files, MenuItem last, Menu earlier, List<EndedSession> ended) {
        last.setDisable(ended.isEmpty());
        earlier.setDisable(ended.size() < 2);
        earlier.getItems()
                .setAll(ended.stream()
                        .skip(1)
                        .map(each -> earlierItem(files, each))
                        .toList());
    }

    private static MenuItem earlierItem(ProjectFiles files, EndedSession ended) {
        String words = Message.text("ui.earlier.session", ProjectFiles.WHEN.format(ended.when()));
        return Controls.item("earlierSession", words, () -> files.goOn(ended.file()));
    }

    private static Menu ownText(ProjectFiles files) {
        Menu menu = named(new Menu(Message.text("ui.text")), "ownText");
        MenuItem paste = Controls.item(
                "ownTextPaste",
                Message.text("ui.text.paste"),
                () -> files.takeText(Objects.requireNonNullElse(
                        Clipboard.getSystemClipboard().getString(), "")));
        MenuItem file = Controls.item("ownTextFile", Message.text("ui.text.file"), files::takeTextFile);
        menu.getItems().addAll(paste, file);
        return menu;
    }

    private static MenuItem openNetwork(ProjectFiles files) {
        return Controls.item("openNetwork", Message.text("ui.openNetwork"), files::openNetwork);
    }

    private static void showRecent(ProjectFiles files, Menu menu, List<Path> recent) {
        menu.setDisable(recent.isEmpty());
        menu.getItems()
                .setAll(recent.stream().map(file -> recentItem(files, file)).toList());
    }

    private static MenuItem recentItem(ProjectFiles files, Path file) {
        String folder = VisibleText.of(String.valueOf(file.getParent()));
        return Controls.item(
                "recentFile", Message.text("ui.recent.file", file.getFileName(), folder), () -> files.open(file));
    }

    private static MenuItem item(String key, String keys, Runnable action) {
        return Controls.item(key, Message.text("ui." + key), keys, action);
    }
}
