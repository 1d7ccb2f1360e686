package lab.carousel.ui.file;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lab.carousel.file.ExperimentFile;
import lab.carousel.message.InvalidInput;
import lab.carousel.message.Message;
import lab.carousel.model.Experiment;
import lab.carousel.ui.notice.NoticeBar;

/** Opens and saves experiments, and remembers which file is being worked on. */
public final class FileDesk {

    private static final String EXTENSION = ".carousel";

    private final FileDialogs dialogs;
    private final NoticeBar notices;
    private final Supplier<Optional<Experiment>> edited;
    private final BiConsumer<Experiment, String> show;
    private final ReadOnlyObjectWrapper<Document> document = new ReadOnlyObjectWrapper<>();
    private BiConsumer<Document, Document> onSaved = (before, now) -> {};

    /**
     * A desk with one experiment on it.
     *
     * @param dialogs asks for files
     * @param notices tells what came of it
     * @param edited  gives the experiment as edited, empty while it is not valid
     * @param show    puts another experiment into the editors, as an edit of that name
     * @param initial the experiment that lies there now
     */
    public FileDesk(
            FileDialogs dialogs,
            NoticeBar notices,
            Supplier<Optional<Experiment>> edited,
            BiConsumer<Experiment, String> show,
            Experiment initial) {
        this.dialogs = dialogs;
        this.notices = notices;
        this.edited = edited;
        this.show = show;
        document.set(Document.untitled(initial));
    }

    /** The file being worked on. */
    public ReadOnlyObjectProperty<Document> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /** Calls back with what the document was, and what it is, when it has been saved. */
    public void setOnSaved(BiConsumer<Document, Document> newOnSaved) {
        onSaved = newOnSaved;
    }

    /** Whether nothing would be lost if the experiment were given up, or the user agrees to lose it. */
    public boolean mayLeave() {
        if (!isChanged()) {
            return true;
        }
        return switch (dialogs.askAboutChanges()) {
            case GIVE_UP -> true;
            case KEEP_EDITING -> false;
            case SAVE -> {
                save();
                yield !isChanged();
            }
        };
    }

    private boolean isChanged() {
        return document.get().isChanged(edited.get());
    }

    /** Puts an experiment that has no file on the desk, as an edit of this name, which can be undone. */
    public void take(Experiment experiment, String name) {
        put(Document.untitled(experiment), name);
    }

    /** Puts an experiment on the desk as the given document, as an edit of this name, which can be undone. */
    public void lay(Document laid, Experiment experiment, String name) {
        document.set(laid);
        show.accept(experiment, name);
    }

    private void put(Document newDocument, String name) {
        document.set(newDocument);
        show.accept(newDocument.saved(), name);
    }

    /** Goes back to a file that was being worked on; its content is put into the editors by others. */
    public void show(Document earlier) {
        document.set(earlier);
    }

    /** Asks for a file and opens it. What was edited before is not lost: opening is an edit, which can be undone. */
    public void open() {
        dialogs.chooseExperiment().ifPresent(this::open);
    }

    /** Opens a file; if that cannot be done, says why and leaves everything as it is. */
    public void open(Path path) {
        try {
            Experiment experiment = ExperimentFile.read(path);
            put(Document.at(path, experiment), Message.text("undo.opened", path.getFileName()));
            notices.done(Message.text("ui.opened", path.getFileName()));
        } catch (InvalidInput problem) {
            notices.problem(problem.getMessage());
        }
    }

    /** Saves to the file being worked on, or asks for one. */
    public void save() {
        document.get().path().ifPresentOrElse(this::save, this::saveAs);
    }

    /** Asks for a file and saves to it. */
    public void saveAs() {
        if (edited.get().isEmpty()) {
            notices.problem(Message.text("ui.save.invalid"));
            return;
        }
        String name = document.get().name();
        dialogs.chooseTarget(
                        name.endsWith(EXTENSION) ? name : name + EXTENSION,
                        EXTENSION,
                        Message.text("ui.kind.experiment"))
                .ifPresent(this::save);
    }

    private void save(Path path) {
        Optional<Experiment> experiment = edited.get();
        if (experiment.isEmpty()) {
            notices.problem(Message.text("ui.save.invalid"));
            return;
        }
        try {
            ExperimentFile.write(path, experiment.get());
            Document before = document.get();
            document.set(Document.at(path, experiment.get()));
            onSaved.accept(before, document.get());
            notices.done(Message.text("ui.saved", path.getFileName()));
        } catch (InvalidInput problem) {
            notices.problem(problem.getMessage());
        }
    }
}
