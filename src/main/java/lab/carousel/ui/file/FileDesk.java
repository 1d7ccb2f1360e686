package lab.carousel.ui.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lab.carousel.file.disk.RecentFiles;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionFile;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.notice.NoticeBar;

/** Opens and saves experiments and sessions, and remembers which file is being worked on. */
public final class FileDesk {

    private final FileDialogs dialogs;
    private final NoticeBar notices;
    private final Supplier<Optional<Experiment>> edited;
    private final BiConsumer<Experiment, Message> show;
    private final ReadOnlyObjectWrapper<Document> document = new ReadOnlyObjectWrapper<>();
    private final Latest<OpenedSession.Question, OpenedSession> reading;
    private Supplier<Session> session;
    private BiConsumer<Session, Message> showSession;
    private Optional<RecentFiles> recent = Optional.empty();
    private Supplier<Optional<Path>> previous = Optional::empty;
    private BiConsumer<Document, Document> onSaved = (before, now) -> {};

    /**
     * A desk with one experiment on it.
     *
     * @param background reads
     * @param dialogs asks for files
     * @param notices tells what came of it
     * @param edited  gives the experiment as edited, empty while it is not valid
     * @param show    puts another experiment into the editors, as an edit of that name
     * @param initial the experiment that lies there now
     */
    public FileDesk(
            Background background,
            FileDialogs dialogs,
            NoticeBar notices,
            Supplier<Optional<Experiment>> edited,
            BiConsumer<Experiment, Message> show,
            Experiment initial) {
        this.reading = new Latest<>(background, "open", OpenedSession::read, this::show);
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
        Experiment saved = document.get().saved();
        String changes =
                edited.get().map(now -> ChangeWords.of(saved, now)).orElseGet(() -> Message.text("ui.changes.invalid"));
        return switch (dialogs.askAboutChanges(changes)) {
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
    public void take(Experiment experiment, Message name) {
        put(Document.untitled(experiment), name);
    }

    /** Puts an experiment on the desk as the given document, as an edit of this name, which can be undone. */
    public void lay(Document laid, Experiment experiment, Message name) {
        document.set(laid);
        show.accept(experiment, name);
    }

    private void put(Document newDocument, Message name) {
        lay(newDocument, newDocument.saved(), name);
    }

    /**
     * Lets sessions be opened and saved too.
     *
     * @param newSession     gives the session as it is
     * @param newShowSession puts another one into the window, as an edit of that name
     */
    public void setSessions(Supplier<Session> newSession, BiConsumer<Session, Message> newShowSession) {
        session = newSession;
        showSession = newShowSession;
    }

    /** Lets what is opened and saved be remembered. */
    public void setRecent(RecentFiles newRecent) {
        recent = Optional.of(newRecent);
    }

    /** The files opened or saved last that are still there, the latest first. */
    public List<Path> recent() {
        return recent.map(RecentFiles::paths).orElse(List.of());
    }

    /** Lets the session be gone on with that the program saved by itself before. */
    public void setPrevious(Supplier<Optional<Path>> newPrevious) {
        previous = newPrevious;
    }

    /** The session that the program saved by itself before; empty if there is none. */
    public Optional<Path> previous() {
        return previous.get();
    }

    /** Goes on with a session that the program saved by itself. */
    public void goOn(Path autosaved) {
        reading.ask(new OpenedSession.Question(autosaved, false));
    }

    private void show(OpenedSession opened) {
        if (opened.problem() != null) {
            notices.problem(opened.problem().getMessage());
            return;
        }
        Session read = opened.session().orElseThrow();
        boolean isUsers = opened.document().path().equals(Optional.of(opened.file()));
        String name = isUsers ? opened.file().getFileName().toString() : Message.text("ui.session.last");
        document.set(opened.document());
        showSession.accept(read, Message.of("undo.opened", isUsers ? name : Message.of("ui.session.last")));
        if (isUsers) {
            remember(opened.file());
        }
        if (!opened.broken().isEmpty()) {
            notices.problem(Message.text(
                    "ui.session.incomplete",
                    name,
                    opened.broken().stream().map(InvalidInput::getMessage).collect(Collectors.joining(" "))));
            return;
        }
        notices.done(read.run()
                .map(run -> Message.text(
                        run.memory().isPresent() ? "ui.session.opened" : "ui.session.opened.forgetful",
                        name,
                        run.snapshot().position().epoch()))
                .orElseGet(() -> Message.text("ui.opened", name)));
    }

    private void remember(Path path) {
        recent.ifPresent(files -> files.add(path));
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
        if (isSession(path)) {
            reading.ask(new OpenedSession.Question(path, true));
            return;
        }
        try {
            Experiment experiment = ExperimentFile.read(path);
            put(Document.at(path, experiment), Message.of("undo.opened", path.getFileName()));
            remember(path);
            notices.done(Message.text("ui.opened", path.getFileName()));
        } catch (InvalidInput problem) {
            notices.problem(problem.getMessage());
        }
    }

    /** Saves to the file being worked on, or asks for one. */
    public void save() {
        document.get().path().ifPresentOrElse(this::save, this::saveAs);
    }

    private static boolean isSession(Path path) {
        return path.toString().endsWith(SessionFile.EXTENSION);
    }

    /** Asks for a file and saves the experiment to it. */
    public void saveAs() {
        saveAs(ExperimentFile.EXTENSION, Message.text("ui.kind.experiment"));
    }

    /** Asks for a file and saves the whole session to it. */
    public void saveSessionAs() {
        saveAs(SessionFile.EXTENSION, Message.text("ui.kind.session"));
    }

    private void saveAs(String extension, String kind) {
        if (edited.get().isEmpty()) {
            notices.problem(Message.text("ui.save.invalid"));
            return;
        }
        String name = document.get().name();
        String bare = name.replaceFirst("(\\.carousel|\\.carousel-session)$", "");
        dialogs.chooseTarget(bare + extension, extension, kind).ifPresent(this::save);
    }

    private void save(Path path) {
        Optional<Experiment> experiment = edited.get();
        if (experiment.isEmpty()) {
            notices.problem(Message.text("ui.save.invalid"));
            return;
        }
        if (!mayOverwrite(path, experiment.get())) {
            return;
        }
        try {
            if (isSession(path)) {
                SessionFile.write(path, session.get());
            } else {
                ExperimentFile.write(path, experiment.get());
            }
            Document before = document.get();
            document.set(Document.at(path, experiment.get()));
            onSaved.accept(before, document.get());
            remember(path);
            notices.done(Message.text("ui.saved", path.getFileName()));
        } catch (InvalidInput problem) {
            notices.problem(problem.getMessage());
        }
    }

    /** Asks before what somebody else wrote into the file since it was opened or saved here is lost. */
    private boolean mayOverwrite(Path path, Experiment mine) {
        boolean isOwn = document.get().path().equals(Optional.of(path));
        if (!isOwn || !Files.exists(path)) {
            // The dialog that asked for the name has asked already
            return true;
        }
        try {
            Experiment there = isSession(path) ? SessionFile.experiment(path) : ExperimentFile.read(path);
            return there.equals(document.get().saved())
                    || there.equals(mine)
                    || dialogs.mayOverwrite(
                            Message.text("ui.overwrite.words", path.getFileName(), ChangeWords.of(there, mine)));
        } catch (InvalidInput damaged) {
            return dialogs.mayOverwrite(Message.text("ui.overwrite.other", path.getFileName()));
        }
    }
}
