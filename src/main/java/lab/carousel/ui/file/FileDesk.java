package lab.carousel.ui.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionFile;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.notice.Notices;

/** Opens and saves experiments and sessions. */
public final class FileDesk {

    /** What is opened and saved, and where that is remembered. */
    public interface Work {

        /** The file being worked on. */
        Document document();

        /** The experiment as edited; empty while it is not valid. */
        Optional<Experiment> edited();

        /** All that is worked on. */
        Session session();

        /** Puts an experiment there as the given document, as an edit of this name. */
        void lay(Document document, Experiment experiment, Message name);

        /** Puts a session there as the given document, as an edit of this name. */
        void lay(Document document, Session session, Message name);

        /** The work has been saved as the given document. */
        void saved(Document document);

        /** Remembers a file that was opened or saved. */
        void remember(Path file);

        /** The files opened or saved last that are still there, the latest first. */
        List<Path> recent();

        /** The session that the program saved by itself before; empty if there is none. */
        Optional<Path> previous();
    }

    private final FileDialogs dialogs;
    private final Notices notices;
    private final Work work;
    private final Latest<OpenedSession.Question, OpenedSession> reading;

    /**
     * A desk for some work.
     *
     * @param background reads
     * @param dialogs    asks for files
     * @param notices    tells what came of it
     * @param work       what is opened and saved
     */
    public FileDesk(Background background, FileDialogs dialogs, Notices notices, Work work) {
        this.reading = new Latest<>(background, "open", OpenedSession::read, this::show);
        this.dialogs = dialogs;
        this.notices = notices;
        this.work = work;
    }

    /** Whether nothing would be lost if the experiment were given up, or the user agrees to lose it. */
    public boolean mayLeave() {
        if (!isChanged()) {
            return true;
        }
        Experiment saved = work.document().saved();
        String changes = work.edited()
                .map(now -> ChangeWords.of(saved, now))
                .orElseGet(() -> Message.text("ui.changes.invalid"));
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
        return work.document().isChanged(work.edited());
    }

    /** Puts an experiment that has no file on the desk, as an edit of this name, which can be undone. */
    public void take(Experiment experiment, Message name) {
        work.lay(Document.untitled(experiment), experiment, name);
    }

    /** The files opened or saved last that are still there, the latest first. */
    public List<Path> recent() {
        return work.recent();
    }

    /** The session that the program saved by itself before; empty if there is none. */
    public Optional<Path> previous() {
        return work.previous();
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
        Message edit = Message.of("undo.opened", isUsers ? name : Message.of("ui.session.last"));
        work.lay(opened.document(), read, edit);
        if (isUsers) {
            work.remember(opened.file());
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
            work.lay(Document.at(path, experiment), experiment, Message.of("undo.opened", path.getFileName()));
            work.remember(path);
            notices.done(Message.text("ui.opened", path.getFileName()));
        } catch (InvalidInput problem) {
            notices.problem(problem.getMessage());
        }
    }

    /** Saves to the file being worked on, or asks for one. */
    public void save() {
        work.document().path().ifPresentOrElse(this::save, this::saveAs);
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
        if (work.edited().isEmpty()) {
            notices.problem(Message.text("ui.save.invalid"));
            return;
        }
        String name = work.document().name();
        String bare = name.replaceFirst("(\\.carousel|\\.carousel-session)$", "");
        dialogs.chooseTarget(bare + extension, extension, kind).ifPresent(this::save);
    }

    private void save(Path path) {
        Optional<Experiment> experiment = work.edited();
        if (experiment.isEmpty()) {
            notices.problem(Message.text("ui.save.invalid"));
            return;
        }
        if (!mayOverwrite(path, experiment.get())) {
            return;
        }
        try {
            if (isSession(path)) {
                SessionFile.write(path, work.session());
            } else {
                ExperimentFile.write(path, experiment.get());
            }
            work.saved(Document.at(path, experiment.get()));
            work.remember(path);
            notices.done(Message.text("ui.saved", path.getFileName()));
        } catch (InvalidInput problem) {
            notices.problem(problem.getMessage());
        }
    }

    /** Asks before what somebody else wrote into the file since it was opened or saved here is lost. */
    private boolean mayOverwrite(Path path, Experiment mine) {
        boolean isOwn = work.document().path().equals(Optional.of(path));
        if (!isOwn || !Files.exists(path)) {
            // The dialog that asked for the name has asked already
            return true;
        }
        try {
            Experiment there = isSession(path) ? SessionFile.experiment(path) : ExperimentFile.read(path);
            return there.equals(work.document().saved())
                    || there.equals(mine)
                    || dialogs.mayOverwrite(
                            Message.text("ui.overwrite.words", path.getFileName(), ChangeWords.of(there, mine)));
        } catch (InvalidInput damaged) {
            return dialogs.mayOverwrite(Message.text("ui.overwrite.other", path.getFileName()));
        }
    }
}
