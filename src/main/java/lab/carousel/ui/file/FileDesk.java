package lab.carousel.ui.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionFile;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Waiting;
import lab.carousel.ui.hyperparameters.SettingsTable;

/** Opens and saves experiments and sessions. */
public final class FileDesk {

    /** The largest text that sequences are made of; what is shown of it is worked out with every letter typed. */
    private static final int MOST_MEGABYTES = 1;

    private final Filing filing;
    private final WorkInHand work;
    private final NetworkDesk networks;
    /** The pinned runs that stand in a file. */
    private final ReadOnlyObjectWrapper<List<Snapshot>> kept = new ReadOnlyObjectWrapper<>(this, "kept", List.of());

    /**
     * A desk for some work.
     *
     * @param filing asks for files, reads and writes, and tells what came of it
     * @param work   what is opened and saved
     */
    public FileDesk(Filing filing, WorkInHand work) {
        this.filing = filing;
        this.work = work;
        this.networks = new NetworkDesk(filing, work);
    }

    /**
     * Whether nothing would be lost if the work were given up, or the user agrees to lose it. While it is saved first,
     * the window goes on.
     */
    public boolean mayLeave() {
        if (!isChanged()) {
            return true;
        }
        return switch (filing.dialogs().askAboutChanges(changes())) {
            case GIVE_UP -> true;
            case KEEP_EDITING -> false;
            case SAVE -> {
                Waiting saving = new Waiting();
                if (isPinnedKept()) {
                    save(saving::end);
                } else {
                    saveAs(SessionFile.EXTENSION, Message.text("ui.kind.session"), saving::end);
                }
                saving.await();
                yield !isChanged();
            }
        };
    }

    private String changes() {
        Document document = work.document();
        List<String> lines = new ArrayList<>();
        if (document.isChanged(work.edited())) {
            lines.add(work.edited()
                    .map(now -> ChangeWords.of(document.saved(), now))
                    .orElseGet(() -> Message.text("ui.changes.invalid")));
        }
        if (!isPinnedKept()) {
            lines.add(Message.text("ui.changes.pinned", work.pinned().size()));
        }
        return String.join("\n", lines);
    }

    /** Whether the experiment as edited, or a run that is pinned, stands in no file. */
    public boolean isChanged() {
        return work.document().isChanged(work.edited()) || !isPinnedKept();
    }

    private boolean isPinnedKept() {
        List<Snapshot> pinned = work.pinned();
        // the very same: to compare thousands of numbers takes too long
        return pinned.size() == kept.get().size()
                && IntStream.range(0, pinned.size())
                        .allMatch(run -> pinned.get(run) == kept.get().get(run));
    }

    /** Changes with the pinned runs that stand in a file. */
    public Observable keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** Puts an experiment that has no file on the desk, as an edit of this name, which can be undone. */
    public void take(Experiment experiment, Message name) {
        work.lay(Document.untitled(experiment), experiment, name);
    }

    /** Puts the experiment of the tutorial there, as one that has no file yet; can be undone. */
    public void startAnew() {
        take(Experiment.reference(), Message.of("undo.new"));
    }

    /** What is opened and saved here. */
    WorkInHand work() {
        return work;
    }

    /** Goes on with the last session that a program saved by itself, if there is one. */
    public void goOn() {
        work.previous().getValue().stream().findFirst().ifPresent(last -> goOn(last.file()));
    }

    /** Goes on with a session that the program saved by itself. */
    public void goOn(Path autosaved) {
        filing.read(
                autosaved,
                progress -> OpenedSession.read(new OpenedSession.Wanted(autosaved, false), progress),
                this::show);
    }

    private void show(OpenedSession opened) {
        if (opened.problem().isPresent()) {
            filing.notices().problem(opened.problem().get().getMessage());
            return;
        }
        Document document = opened.document().orElseThrow();
        Session read = opened.session().orElseThrow();
        boolean isUsers = document.path().equals(Optional.of(opened.file()));
        String name = isUsers ? opened.file().getFileName().toString() : Message.text("ui.session.last");
        Message edit = Message.of("undo.opened", isUsers ? name : Message.of("ui.session.last"));
        work.lay(document, read, edit);
        if (isUsers) {
            kept.set(work.pinned());
            work.remember(opened.file());
        }
        opened.notes().ifPresent(notes -> offerNotes(bare(name), notes));
        opened.tell(filing.notices(), name);
    }

    /** There is no place for notes any more: who wrote some can keep them as a text. */
    private void offerNotes(String name, String notes) {
        filing.notices()
                .offer(Message.of("ui.session.notes"), Message.of("ui.session.notes.save"), () -> filing.dialogs()
                        .chooseTarget(name + ".txt", ".txt", Message.text("ui.kind.text"))
                        .ifPresent(path -> filing.save(path, () -> TextFile.write(path, notes))));
    }

    /** Asks for a file and opens it. What was edited before is not lost: opening is an edit, which can be undone. */
    public void open() {
        filing.dialogs().choose(WantedFile.EXPERIMENT).ifPresent(this::open);
    }

    /** Shows what sequences the text in the clipboard would be, and takes them if that is wanted. */
    public void takeText(String text) {
        Optional<Experiment> now = work.edited();
        if (now.isEmpty()) {
            filing.notices().invalid(Message.text("ui.text.invalid"));
            return;
        }
        filing.dialogs()
                .askAboutText(text, now.get())
                .ifPresent(taken -> work.lay(work.document(), taken, Message.of("undo.ownText")));
    }

    /** The same for the text in a file. */
    public void takeTextFile() {
        filing.dialogs()
                .choose(WantedFile.TEXT)
                .ifPresent(path ->
                        filing.read(path, progress -> TextFile.read(path, MOST_MEGABYTES, progress), this::takeText));
    }

    /** Asks for a network that another program saved, and opens it. */
    public void openNetwork() {
        filing.dialogs().choose(WantedFile.NETWORK).ifPresent(networks::open);
    }

    /** Opens a file; if that cannot be done, says why and leaves everything as it is. */
    public void open(Path path) {
        if (ModelFile.isNamedLikeOne(path)) {
            networks.open(path);
            return;
        }
        if (isSession(path)) {
            filing.read(
                    path, progress -> OpenedSession.read(new OpenedSession.Wanted(path, true), progress), this::show);
            return;
        }
        filing.read(path, progress -> ExperimentFile.read(path, progress), experiment -> {
            work.lay(Document.at(path, experiment), experiment, Message.of("undo.opened", path.getFileName()));
            work.remember(path);
            filing.notices().done(Message.text("ui.opened", path.getFileName()));
        });
    }

    /** Saves to the file being worked on, or asks for one. */
    public void save() {
        save(() -> {});
    }

    private void save(Runnable onEnd) {
        Optional<Path> path = work.document().path();
        if (path.isPresent()) {
            save(path.get(), onEnd);
        } else if (isPinnedKept()) {
            saveAs(ExperimentFile.EXTENSION, Message.text("ui.kind.experiment"), onEnd);
        } else {
            saveAs(SessionFile.EXTENSION, Message.text("ui.kind.session"), onEnd);
        }
    }

    private static boolean isSession(Path path) {
        return path.toString().endsWith(SessionFile.EXTENSION);
    }

    /** Asks for a file and saves the experiment to it. */
    public void saveAs() {
        saveAs(ExperimentFile.EXTENSION, Message.text("ui.kind.experiment"), () -> {});
    }

    /** Asks for a file and saves the whole session to it. */
    public void saveSessionAs() {
        saveAs(SessionFile.EXTENSION, Message.text("ui.kind.session"), () -> {});
    }

    private void saveAs(String extension, String kind, Runnable onEnd) {
        if (work.edited().isEmpty()) {
            filing.notices().invalid(Message.text("ui.save.invalid"));
            onEnd.run();
            return;
        }
        String name = work.document().name();
        filing.dialogs()
                .chooseTarget(bare(name) + extension, extension, kind)
                .ifPresentOrElse(path -> save(path, onEnd), onEnd);
    }

    /** The name of an experiment or a session without its extensions. */
    static String bare(String name) {
        return name.replaceFirst("(?:\\.carousel(?:-session)?)+$", "");
    }

    /** What is saved is what stands there when that is asked for, whatever is edited until it is written. */
    private void save(Path path, Runnable onEnd) {
        Optional<Experiment> experiment = work.edited();
        if (experiment.isEmpty()) {
            filing.notices().invalid(Message.text("ui.save.invalid"));
            onEnd.run();
            return;
        }
        Saving saving = new Saving(path, work.document(), experiment.get(), work.session());
        boolean isOwn = saving.before().path().equals(Optional.of(path));
        if (isOwn) {
            filing.disk().ask(() -> Attempt.of(saving::whatIsLost), looked -> {
                looked.problem().ifPresent(unforeseen -> onEnd.run());
                looked.tell(filing.notices(), lost -> {
                    if (lost.isEmpty() || filing.dialogs().mayOverwrite(lost.get())) {
                        write(saving, onEnd);
                    } else {
                        onEnd.run();
                    }
                });
            });
        } else {
            // The dialog that asked for the name has asked already
            write(saving, onEnd);
        }
    }

    private void write(Saving saving, Runnable onEnd) {
        filing.disk().ask(saving::write, written -> {
            try {
                written.tell(filing.notices(), document -> {
                    work.saved(saving.before(), document);
                    work.remember(saving.path());
                    tellSaved(saving);
                });
            } finally {
                onEnd.run();
            }
        });
    }

    /** An experiment's file does not hold what is pinned: who saved it must not believe that it does. */
    private void tellSaved(Saving saving) {
        if (saving.isSession()) {
            kept.set(saving.session().pinned().stream()
                    .map(Session.Pinned::snapshot)
                    .toList());
        }
        if (isPinnedKept()) {
            filing.notices().done(Message.text("ui.saved", saving.path().getFileName()));
        } else {
            filing.notices()
                    .offer(
                            Message.of("ui.saved.experiment", saving.path().getFileName()),
                            Message.of("ui.saveSession"),
                            this::saveSessionAs);
        }
    }

    /**
     * What is to be saved, in the background.
     *
     * @param path       where
     * @param before     what was worked on
     * @param experiment the experiment
     * @param session    the session, of which the experiment is a part
     */
    record Saving(Path path, Document before, Experiment experiment, Session session) {

        /** Whether it is the whole session. */
        boolean isSession() {
            return path.toString().endsWith(SessionFile.EXTENSION);
        }

        /** What somebody else wrote into the file since it was opened or saved here, in words; empty if nothing is lost. */
        Optional<String> whatIsLost() {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            try {
                if (isSession() && SessionFile.notes(path).isPresent()) {
                    return Optional.of(Message.text("ui.overwrite.notes", path.getFileName()));
                }
                Experiment there = isSession() ? SessionFile.experiment(path) : ExperimentFile.read(path);
                return there.equals(before.saved()) || there.equals(experiment)
                        ? Optional.empty()
                        : Optional.of(Message.text(
                                "ui.overwrite.words", path.getFileName(), ChangeWords.of(there, experiment)));
            } catch (InvalidInput damaged) {
                return Optional.of(Message.text("ui.overwrite.other", path.getFileName()));
            }
        }

        /** Writes the file. */
        Attempt<Document> write() {
            return Attempt.of(() -> {
                if (isSession()) {
                    SessionFile.write(path, session);
                } else {
                    ExperimentFile.write(path, experiment);
                }
                return Document.at(path, experiment);
            });
        }
    }

    /** Says what changed from one experiment to another, setting by setting. */
    static final class ChangeWords {

        private static final int MOST_LINES = 8;

        private ChangeWords() {}

        /** A line for each setting that differs. */
        static String of(Experiment before, Experiment now) {
            List<SettingsTable.Row> rows = SettingsTable.differences(List.of(before, now));
            if (rows.isEmpty()) {
                // Two lists may begin alike
                return Message.text("ui.changes.task");
            }
            String lines =
                    rows.stream().limit(MOST_LINES).map(ChangeWords::line).collect(Collectors.joining("\n"));
            return rows.size() <= MOST_LINES
                    ? lines
                    : lines + "\n" + Message.text("ui.changes.more", rows.size() - MOST_LINES);
        }

        private static String line(SettingsTable.Row row) {
            String before = row.values().get(0);
            String now = row.values().get(1);
            return Message.text("ui.changes.line", row.name(), before, now);
        }
    }
}
