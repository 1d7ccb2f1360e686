package lab.carousel.ui.file;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.session.SessionFile;
import lab.carousel.model.Experiment;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.ui.theme.Stylesheets;
import org.jspecify.annotations.Nullable;

/** The dialogs of the operating system. They start in the folder that was used last. */
public final class WindowFileDialogs implements FileDialogs {

    private final Window window;
    private @Nullable File folder;

    /** Dialogs in front of a window. */
    public WindowFileDialogs(Window window) {
        this.window = window;
    }

    @Override
    public Optional<Path> choose(WantedFile wanted) {
        if (wanted.isFolder()) {
            return folder(wanted.title());
        }
        FileChooser chooser = chooser(wanted.title(), new FileChooser.ExtensionFilter(wanted.kind(), wanted.names()));
        if (wanted == WantedFile.TEXT) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Message.text("ui.kind.any"), "*.*"));
        }
        return chosen(chooser.showOpenDialog(window));
    }

    @Override
    public Optional<ReadNetwork> askAboutNetwork(FoundNetwork found, Optional<Task> now) {
        NetworkForm form = new NetworkForm(found, now);
        return ask("ui.network.title", "ui.network.open", form).flatMap(learned -> form.network());
    }

    @Override
    public Optional<Experiment> askAboutText(String text, Experiment now) {
        TextForm form = new TextForm(text, now);
        return ask("ui.text.title", "ui.text.take", form);
    }

    private Optional<Experiment> ask(String title, String yes, ExperimentForm form) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setTitle(Message.text(title));
        DialogPane pane = dialog.getDialogPane();
        pane.setContent(form);
        pane.getButtonTypes()
                .setAll(
                        new ButtonType(Message.text(yes), ButtonBar.ButtonData.OK_DONE),
                        new ButtonType(Message.text("ui.network.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        pane.lookupButton(pane.getButtonTypes().get(0)).disableProperty().bind(form.invalidProperty());
        placeInFront(dialog);
        return dialog.showAndWait()
                .filter(button -> button.getButtonData() == ButtonBar.ButtonData.OK_DONE)
                .flatMap(yesPressed -> form.experiment());
    }

    private Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(folder);
        Optional<File> answer = Optional.ofNullable(chooser.showDialog(window));
        answer.ifPresent(chosen -> folder = chosen);
        return answer.map(chosen -> FileProblem.path(chosen.getPath()));
    }

    @Override
    public Optional<Path> chooseTarget(String name, String extension, String kind) {
        FileChooser chooser =
                chooser(Message.text("ui.save.title"), new FileChooser.ExtensionFilter(kind, "*" + extension));
        chooser.setInitialFileName(name);
        return chosen(chooser.showSaveDialog(window)).map(path -> withExtension(path, extension));
    }

    private FileChooser chooser(String title, FileChooser.ExtensionFilter filter) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(folder);
        chooser.getExtensionFilters().add(filter);
        return chooser;
    }

    private Optional<Path> chosen(@Nullable File file) {
        if (file != null) {
            folder = file.getParentFile();
        }
        return Optional.ofNullable(file).map(chosen -> FileProblem.path(chosen.getPath()));
    }

    /** The file with the extension, in the place of the program's other one if it has that. */
    static Path withExtension(Path path, String extension) {
        String name = path.getFileName().toString();
        boolean isOurs = extension.equals(ExperimentFile.EXTENSION) || extension.equals(SessionFile.EXTENSION);
        String bare = isOurs ? FileDesk.bare(name) : name;
        return name.endsWith(extension) ? path : path.resolveSibling(bare + extension);
    }

    @Override
    public Changes askAboutChanges(String changes) {
        ButtonType save = new ButtonType(Message.text("ui.save"), ButtonBar.ButtonData.YES);
        ButtonType giveUp = new ButtonType(Message.text("ui.discard.yes"), ButtonBar.ButtonData.NO);
        ButtonType keep = new ButtonType(Message.text("ui.discard.no"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.NONE, Message.text("ui.discard.words", changes), save, giveUp, keep);
        prepare(alert);
        // Enter must not throw anything away
        ((Button) alert.getDialogPane().lookupButton(save)).setDefaultButton(false);
        ((Button) alert.getDialogPane().lookupButton(keep)).setDefaultButton(true);
        ButtonType answer = alert.showAndWait().orElse(keep);
        return answer == save ? Changes.SAVE : answer == giveUp ? Changes.GIVE_UP : Changes.KEEP_EDITING;
    }

    @Override
    public boolean mayOverwrite(String words) {
        ButtonType overwrite = new ButtonType(Message.text("ui.overwrite.yes"), ButtonBar.ButtonData.NO);
        ButtonType keep = new ButtonType(Message.text("ui.overwrite.no"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.NONE, words, overwrite, keep);
        prepare(alert);
        ((Button) alert.getDialogPane().lookupButton(overwrite)).setDefaultButton(false);
        ((Button) alert.getDialogPane().lookupButton(keep)).setDefaultButton(true);
        return alert.showAndWait().orElse(keep) == overwrite;
    }

    /** In the middle of the window: JavaFX shows all but the first where the window manager puts them, and too small. */
    private void placeInFront(Dialog<?> dialog) {
        dialog.initOwner(window);
        Scene scene = dialog.getDialogPane().getScene();
        Stylesheets.addTo(scene);
        dialog.setOnShown(event -> {
            Window shown = scene.getWindow();
            scene.getRoot().applyCss();
            dialog.getDialogPane().layout();
            shown.sizeToScene();
            shown.setX(Math.max(0, window.getX() + (window.getWidth() - shown.getWidth()) / 2));
            shown.setY(Math.max(0, window.getY() + (window.getHeight() - shown.getHeight()) / 2));
        });
    }

    private void prepare(Alert alert) {
        alert.setTitle(Message.text("ui.name"));
        placeInFront(alert);
        // All of the words, however many lines they are
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    }
}
