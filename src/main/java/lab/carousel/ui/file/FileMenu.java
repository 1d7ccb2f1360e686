package lab.carousel.ui.file;

import static lab.carousel.ui.controls.Controls.named;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import lab.carousel.file.session.EndedSession;
import lab.carousel.text.Message;
import lab.carousel.text.VisibleText;
import lab.carousel.ui.command.Command;
import lab.carousel.ui.command.CommandMenu;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.WindowListeners;
import org.kordamp.ikonli.feather.Feather;

/** Open, go on where one was, save. */
public final class FileMenu extends CommandMenu {

    /** A menu of what is opened and saved. */
    public FileMenu(Commands commands, ProjectFiles files, Runnable onJudge) {
        super(commands, "fileMenu", Feather.FOLDER);
        Menu recent = named(new Menu(Message.text("ui.recent")), "recent");
        Menu earlier = named(new Menu(Message.text("ui.earlier")), "earlier");
        put("new", "ui.new", files::startAnew, "Shortcut+N");
        put("open", "ui.open", files::open, "Shortcut+O");
        put("openNetwork", "ui.openNetwork", files::openNetwork);
        getItems().add(ownText(files));
        put("judge", "judge.menu", onJudge);
        getItems().add(recent);
        Command goOn = put("goOn", "ui.goOn", files::goOn, "Shortcut+Shift+O");
        put(earlier);
        separate();
        put("save", "ui.save", files::save, "Shortcut+S");
        put("saveAs", "ui.saveAs", files::saveAs, "Shortcut+Shift+S");
        put("saveSession", "ui.saveSession", files::saveSessionAs, "Shortcut+Alt+S");
        separate();
        put("quit", "ui.quit", this::quit, "Shortcut+Q");
        KeptFiles kept = files.kept();
        setOnShowing(event -> kept.lookAgain());
        WindowListeners.show(
                this, () -> showRecent(files, recent, kept.recentProperty().getValue()), kept.recentProperty());
        WindowListeners.show(
                this,
                () -> showPrevious(files, goOn, earlier, kept.previousProperty().getValue()),
                kept.previousProperty());
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
}
