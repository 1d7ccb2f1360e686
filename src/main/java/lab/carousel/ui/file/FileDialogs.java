package lab.carousel.ui.file;

import static lab.carousel.ui.controls.Controls.named;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.ModelFormat;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.report.Report;
import lab.carousel.file.session.SessionFile;
import lab.carousel.file.states.StatesFile;
import lab.carousel.model.Experiment;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.draft.OwnText;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.theme.Stylesheets;
import org.jspecify.annotations.Nullable;

/**
 * Asks the user for files, and whether something may be lost. The dialogs of the operating system start in the folder that
 * was used last. Tests answer in the user's place.
 */
public class FileDialogs {

    /** The endings with either of which the same can be written. */
    private static final List<List<String>> EITHER = List.of(
            Report.ENDINGS,
            List.of(StatesFile.ARRAYS, StatesFile.TABLE),
            Stream.of(ModelFormat.values()).map(ModelFormat::ending).toList());

    /** What is to become of changes that were not saved. */
    public enum Changes {
        SAVE,
        GIVE_UP,
        KEEP_EDITING
    }

    private final Supplier<Window> window;
    private @Nullable File folder;

    public FileDialogs(Supplier<Window> window) {
        this.window = window;
    }

    /** Asks for a file or a folder; empty if the user gives up. */
    public Optional<Path> choose(WantedFile wanted) {
        if (wanted.isFolder()) {
            return folder(wanted.title());
        }
        FileChooser chooser = chooser(wanted.title(), new FileChooser.ExtensionFilter(wanted.kind(), wanted.names()));
        if (wanted == WantedFile.TEXT) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Message.text("ui.kind.any"), "*.*"));
        }
        return chosen(chooser.showOpenDialog(window.get()));
    }

    /**
     * Says what is assumed of a network whose file leaves something open, and asks what it learned.
     *
     * @param now what is learned now, which may be the same
     * @return the network with what it learned; empty if the user gives up
     */
    public Optional<ReadNetwork> askAboutNetwork(FoundNetwork found, Optional<Task> now) {
        NetworkForm form = new NetworkForm(found, now);
        return ask("ui.network.title", "ui.network.open", form).flatMap(learned -> form.network());
    }

    /**
     * Shows what sequences a text would become, and asks whether they are to be taken.
     *
     * @param text to start from; it can be changed
     * @param now  what is learned now
     * @return the experiment with them; empty if the user gives up
     */
    public Optional<Experiment> askAboutText(String text, Experiment now) {
        TextForm form = new TextForm(text, now);
        return ask("ui.text.title", "ui.text.take", form);
    }

    /**
     * Shows what series a text would become, and asks whether it is to be taken.
     *
     * @param text to start from; it can be changed
     * @param now  whose hyperparameters the series is learned with
     * @return the experiment with it; empty if the user gives up
     */
    public Optional<Experiment> askAboutSeries(ReadSeries text, Experiment now) {
        return ask("ui.series.title", "ui.text.take", new SeriesForm(text, now));
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
        Optional<File> answer = Optional.ofNullable(chooser.showDialog(window.get()));
        answer.ifPresent(chosen -> folder = chosen);
        return answer.map(chosen -> FileProblem.path(chosen.getPath()));
    }

    /**
     * Asks where to save.
     *
     * @param name      the name to start from, with its extension
     * @param extension with the dot, for example {@code .svg}
     * @param kind      what such a file is called
     */
    public Optional<Path> chooseTarget(String name, String extension, String kind) {
        FileChooser chooser =
                chooser(Message.text("ui.save.title"), new FileChooser.ExtensionFilter(kind, "*" + extension));
        chooser.setInitialFileName(name);
        return chosen(chooser.showSaveDialog(window.get())).map(path -> withExtension(path, extension));
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

    /** The file with the extension, in the place of another one that the same can be written with if it has that. */
    static Path withExtension(Path path, String extension) {
        String name = path.getFileName().toString();
        boolean isOurs = extension.equals(ExperimentFile.EXTENSION) || extension.equals(SessionFile.EXTENSION);
        String bare = isOurs ? ProjectFiles.bare(name) : withoutOther(name, extension);
        return name.endsWith(extension) ? path : path.resolveSibling(bare + extension);
    }

    private static String withoutOther(String name, String extension) {
        return EITHER.stream()
                .filter(endings -> endings.contains(extension))
                .flatMap(List::stream)
                .filter(name::endsWith)
                .findFirst()
                .map(other -> name.substring(0, name.length() - other.length()))
                .orElse(name);
    }

    /** Asks what is to become of changes that were not saved, given a line for each. */
    public Changes askAboutChanges(String changes) {
        ButtonType save = new ButtonType(Message.text("ui.save"), ButtonBar.ButtonData.YES);
        ButtonType giveUp = new ButtonType(Message.text("ui.discard.yes"), ButtonBar.ButtonData.NO);
        ButtonType answer = ask(Message.text("ui.discard.words", changes), "ui.discard.no", save, giveUp);
        return answer == save ? Changes.SAVE : answer == giveUp ? Changes.GIVE_UP : Changes.KEEP_EDITING;
    }

    /** Asks whether a file may be overwritten that somebody else has changed, in words that say why and what differs. */
    public boolean mayOverwrite(String words) {
        ButtonType overwrite = new ButtonType(Message.text("ui.overwrite.yes"), ButtonBar.ButtonData.NO);
        return ask(words, "ui.overwrite.no", overwrite) == overwrite;
    }

    /** Asks with a last button, of a key, that does no harm: it is the default, so that Enter throws nothing away. */
    private ButtonType ask(String words, String harmless, ButtonType... others) {
        ButtonType keep = new ButtonType(Message.text(harmless), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.NONE, words, others);
        alert.getButtonTypes().add(keep);
        alert.setTitle(Message.text("ui.name"));
        placeInFront(alert);
        // All of the words, however many lines they are
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        alert.getButtonTypes()
                .forEach(type -> ((Button) alert.getDialogPane().lookupButton(type)).setDefaultButton(type == keep));
        return alert.showAndWait().orElse(keep);
    }

    /** In the middle of the window: JavaFX shows all but the first where the window manager puts them, and too small. */
    private void placeInFront(Dialog<?> dialog) {
        Window owner = window.get();
        dialog.initOwner(owner);
        Scene scene = dialog.getDialogPane().getScene();
        Stylesheets.addTo(scene);
        dialog.setOnShown(event -> {
            Window shown = scene.getWindow();
            scene.getRoot().applyCss();
            dialog.getDialogPane().layout();
            shown.sizeToScene();
            shown.setX(Math.max(0, owner.getX() + (owner.getWidth() - shown.getWidth()) / 2));
            shown.setY(Math.max(0, owner.getY() + (owner.getHeight() - shown.getHeight()) / 2));
        });
    }

    /** A text, how it is meant, and what would become of it: that is seen before it is taken. */
    static final class TextForm extends ExperimentForm {

        private static final int ROWS = 7;
        private static final int SHOWN = 6;
        private static final double PREVIEW_HEIGHT = 144;

        private final Experiment now;
        /** Empty where nobody can type more lines. */
        private final Optional<TaskDraft> there;

        private final TextArea text = new TextArea();
        private final DropDown<OwnText.Manner> reading = named(new DropDown<>(), "ownTextReading");
        private final CheckBox first = named(new CheckBox(Message.text("ui.text.first")), "ownTextFirst");
        private final CheckBox replace = named(new CheckBox(Message.text("ui.text.replace")), "ownTextReplace");
        private final Label preview = Controls.words("ownTextPreview");

        /**
         * A form.
         *
         * @param begin what stands in it at first
         * @param now   what the sequences are added to, or take the place of
         */
        TextForm(String begin, Experiment now) {
            super("ownTextProblem");
            this.now = now;
            this.there = now.task().supply().typed().map(typed -> TaskDraft.of(now.task()));
            OwnText likely = OwnText.of(begin);
            text.setId("ownTextText");
            size(text, ROWS);
            text.setText(begin);
            reading.getItems().setAll(OwnText.Manner.values());
            reading.says(each -> Message.text("ui.text.reading." + each.name()));
            reading.setValue(likely.reading());
            first.setSelected(likely.isFirstLineLeftOut());
            replace.setSelected(true);
            replace.setDisable(there.isEmpty());
            // The window keeps the size that it opens with
            preview.setMinHeight(PREVIEW_HEIGHT);
            preview.setAlignment(Pos.TOP_LEFT);
            Label title = new Label(Message.text("ui.text.text"));
            title.setLabelFor(text);
            Label meant = new Label(Message.text("ui.text.reading"));
            meant.setLabelFor(reading);
            getChildren().addAll(title, text, meant, reading, first, replace, preview, problem());
            checkWith(
                    text.textProperty(), reading.valueProperty(), first.selectedProperty(), replace.selectedProperty());
        }

        @Override
        Optional<Experiment> typed() {
            List<TypedSymbols> lines = new OwnText(text.getText(), reading.getValue(), first.isSelected()).sequences();
            TaskDraft draft = draft(lines);
            preview.setText(words(lines, draft));
            if (draft.problems().isEmpty()) {
                return Optional.of(
                        new Experiment(draft.task().orElseThrow(), now.hyperparameters(), now.engine()).checked());
            }
            if (!lines.isEmpty()) {
                tell(draft.problems().values().iterator().next().message().text());
            }
            return Optional.empty();
        }

        private TaskDraft draft(List<TypedSymbols> lines) {
            return there.filter(kept -> !replace.isSelected())
                    .map(kept -> kept.insert(kept.sequences().size(), lines))
                    .orElseGet(() ->
                            new TaskDraft(TypedSymbols.of(""), lines, now.task().sets()))
                    .withAlphabetFromSequences();
        }

        private static String words(List<TypedSymbols> lines, TaskDraft draft) {
            List<String> shown = new ArrayList<>();
            for (TypedSymbols line : lines.subList(0, Math.min(SHOWN, lines.size()))) {
                shown.add(line.size() < 2 ? line.text() : new Sequence(line.symbols()).abridged());
            }
            if (lines.size() > SHOWN) {
                shown.add(Message.text("ui.text.more", lines.size() - SHOWN));
            }
            return Message.text(
                    "ui.text.preview",
                    lines.size(),
                    draft.alphabet().size(),
                    shown.stream().map(line -> "\n" + line).collect(Collectors.joining()));
        }
    }
}
