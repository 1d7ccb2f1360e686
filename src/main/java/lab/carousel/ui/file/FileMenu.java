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
import lab.carousel.ui.command.Command;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.command.KeyTable;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.WindowListeners;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Open, go on where one was, save. */
public final class FileMenu extends MenuButton {

    private static final String ID = "fileMenu";

    private final Commands commands;

    /** A menu of what is opened and saved. */
    public FileMenu(Commands commands, ProjectFiles files) {
        super(KeyTable.title(ID), new FontIcon(Feather.FOLDER));
        this.commands = commands;
        setId(ID);
        Menu recent = named(new Menu(Message.text("ui.recent")), "recent");
        Menu earlier = named(new Menu(Message.text("ui.earlier")), "earlier");
        getItems()
                .addAll(
                        command("new", files::startAnew, "Shortcut+N").item(),
                        command("open", files::open, "Shortcut+O").item(),
                        command("openNetwork", files::openNetwork).item(),
                        ownText(files),
                        recent,
                        command("goOn", files::goOn, "Shortcut+Shift+O").item(),
                        earlier,
                        new SeparatorMenuItem(),
                        command("save", files::save, "Shortcut+S").item(),
                        command("saveAs", files::saveAs, "Shortcut+Shift+S").item(),
                        command("saveSession", files::saveSessionAs, "Shortcut+Alt+S")
                                .item(),
                        new SeparatorMenuItem(),
                        command("quit", this::quit, "Shortcut+Q").item());
        Command goOn = commands.of("goOn").orElseThrow();
        KeptFiles kept = files.kept();
        setOnShowing(event -> kept.lookAgain());
        WindowListeners.of(this, kept.recentProperty(), (observable, before, now) -> showRecent(files, recent, now));
        WindowListeners.of(
                this, kept.previousProperty(), (observable, before, now) -> showPrevious(files, goOn, earlier, now));
        showRecent(files, recent, kept.recentProperty().getValue());
        showPrevious(files, goOn, earlier, kept.previousProperty().getValue());
    }

    /** As if the window were closed by its own button. */
    private void quit() {
        Window window = getScene().getWindow();
        window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    /** The last one has an entry of its own; those before it have a menu, if there are any. */
    private static void showPrevious(ProjectFiles files, Command goOn, Menu earlier, List<EndedSession> ended) {
        goOn.disabled().set(ended.isEmpty());
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

    private Command command(String key, Runnable deed, String... keys) {
        return commands.add(ID, key, "ui." + key, deed, keys);
    }
}
