package lab.carousel.ui.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.engine.choice.Engines;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.session.EndedSession;
import lab.carousel.file.session.OperatingChoices;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionFile;
import lab.carousel.model.Experiment;
import lab.carousel.task.Task;
import lab.carousel.task.series.Series;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.training.PausedRun;
import lab.carousel.ui.background.ModalWait;
import lab.carousel.ui.notice.Notices;
import lab.carousel.ui.project.Document;
import lab.carousel.ui.project.Project;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens experiments, sessions, networks and texts, and saves experiments and sessions. */
public final class ProjectFiles {

    static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    /** What the name of a table of numbers ends with. */
    static final String TABLE = ".csv";

    private static final Logger LOG = LoggerFactory.getLogger(ProjectFiles.class);

    /** The largest text that sequences are made of; what is shown of it is worked out with every letter typed. */
    private static final int MOST_MEGABYTES = 1;

    private static final int MOST_MEGABYTES_OF_NUMBERS = 64;

    private final FileAccess fileAccess;
    private final FileDialogs dialogs;
    private final Notices notices;
    private final Project project;
    private final Supplier<Session> session;
    private final Consumer<Session> onSession;
    private final KeptFiles kept;
    private final UnsavedWork unsaved;

    /**
     * Opens and saves a project.
     *
     * @param fileAccess asks for files, reads and writes, and tells what came of it
     * @param session    gives all that is worked on
     * @param onSession  puts what stands in a session there, but for the project, which has it already
     */
    public ProjectFiles(
            FileAccess fileAccess, Project project, Supplier<Session> session, Consumer<Session> onSession) {
        this.fileAccess = fileAccess;
        this.dialogs = fileAccess.dialogs();
        this.notices = fileAccess.notices();
        this.project = project;
        this.session = session;
        this.onSession = onSession;
        this.kept = new KeptFiles(fileAccess.disk());
        this.unsaved = new UnsavedWork(session);
    }

    /** Which files can be gone on with. */
    public KeptFiles kept() {
        return kept;
    }

    /**
     * Whether nothing would be lost if the program were ended, or the user agrees to lose it: one question about all of
     * it. While it is saved first, the window goes on.
     *
     * @param edited the experiment that is left then
     * @param others what else stands in no file
     * @param end    ends what is left with the program, once it is sure that it may be
     */
    public boolean mayLeave(Supplier<EditedWork> edited, Supplier<List<UnsavedPart>> others, Runnable end) {
        List<UnsavedPart> all = all(edited.get(), others.get());
        String words = all.stream().map(UnsavedPart::words).collect(Collectors.joining("\n"));
        FileDialogs.Changes answer = all.isEmpty() ? FileDialogs.Changes.GIVE_UP : dialogs.askAboutChanges(words);
        if (answer == FileDialogs.Changes.KEEP_EDITING) {
            return false;
        }
        end.run();
        if (answer == FileDialogs.Changes.GIVE_UP) {
            return true;
        }
        for (UnsavedPart each : all) {
            ModalWait saving = new ModalWait();
            each.save().accept(saving::end);
            saving.await();
        }
        return all(edited.get(), others.get()).isEmpty();
    }

    /** What a session would hold is saved as one; an experiment alone as its file. */
    private List<UnsavedPart> all(EditedWork edited, List<UnsavedPart> others) {
        List<String> here = unsaved.words(edited);
        Stream<UnsavedPart> one = here.isEmpty()
                ? Stream.empty()
                : Stream.of(new UnsavedPart(
                        String.join("\n", here),
                        unsaved.isInSessionsOnly() ? onEnd -> saveAs(SessionFile.EXTENSION, onEnd) : this::save));
        return Stream.concat(one, others.stream()).toList();
    }

    /** Whether the experiment as edited, or a run that is pinned, stands in no file. */
    public boolean isChanged() {
        return project.isChanged() || !unsaved.arePinsSaved();
    }

    /** What stands in no file. */
    public UnsavedWork unsaved() {
        return unsaved;
    }

    /** Puts the experiment of the tutorial there, as one that has no file yet; can be undone. */
    public void startAnew() {
        project.open(Message.of("undo.new"), Experiment.reference());
        project.replaced().ifPresent(notices::done);
    }

    /** Goes on with the last session that a program saved by itself, if there is one. */
    public void goOn() {
        kept.previousProperty().get().stream().findFirst().ifPresent(last -> goOn(last.file()));
    }

    /** Goes on with a session that the program saved by itself. */
    public void goOn(Path autosaved) {
        goOn(autosaved, () -> {});
    }

    /** @param then told when it is there */
    public void goOn(Path autosaved, Runnable then) {
        Message name = name(kept.previousProperty().get(), autosaved);
        fileAccess.read(name.text(), progress -> OpenedSession.autosaved(autosaved, progress), opened -> {
            show(opened, name.text(), name);
            then.run();
        });
    }

    /** What a session that was saved by itself is called: its file has the name of no person. */
    static Message name(List<EndedSession> ended, Path autosaved) {
        return ended.stream()
                .skip(1)
                .filter(earlier -> earlier.file().equals(autosaved))
                .findFirst()
                .map(earlier -> Message.of("ui.session.from", WHEN.format(earlier.when())))
                .orElseGet(() -> Message.of("ui.session.last"));
    }

    private void show(OpenedSession opened) {
        String name = opened.file().getFileName().toString();
        show(opened, name, name);
    }

    /**
     * Puts there what was opened.
     *
     * @param undone its name in the list of what can be undone
     */
    private void show(OpenedSession opened, String name, Object undone) {
        Session read = opened.session();
        boolean isUsers = opened.document().path().equals(Optional.of(opened.file()));
        project.open(Message.of("undo.opened", undone), now -> now.with(read.experiment())
                .with(read.layout())
                .with(read.work().operations().map(OperatingChoices::lesions).orElse(now.lesions()))
                .with(opened.document())
                .startingFrom(read.run().flatMap(run -> run.snapshot().origin())));
        onSession.accept(read);
        if (isUsers) {
            unsaved.saved(session.get());
            kept.remember(opened.file());
        }
        if (opened.broken().isEmpty()) {
            notices.done(project.withReplaced(opened.words(name)));
        } else {
            notices.problem(opened.brokenWords(name));
        }
    }

    /** Asks for a file and opens it. What was edited before is not lost: opening is an edit, which can be undone. */
    public void open() {
        fileAccess.choose(WantedFile.EXPERIMENT, this::open);
    }

    /** Shows what sequences the text in the clipboard would be, and takes them if that is wanted. */
    public void takeText(String text) {
        Optional<Experiment> now = project.edited();
        if (now.isEmpty()) {
            notices.invalid(Message.text("ui.text.invalid"));
            return;
        }
        dialogs.askAboutText(text, now.get())
                .ifPresent(taken ->
                        project.open(Message.of("undo.ownText"), project.state().document(), taken));
    }

    /** The same for the text in a file. */
    public void takeTextFile() {
        fileAccess.choose(
                WantedFile.TEXT,
                path -> fileAccess.read(
                        path, progress -> TextFile.read(path, MOST_MEGABYTES, progress), this::takeText));
    }

    /** Shows what series the numbers in a text would be, and takes it if that is wanted. */
    public void takeSeries(String text) {
        fileAccess.read(
                Message.text("ui.series.clipboard"),
                progress -> ReadSeries.of(text, null),
                read -> takeSeries(read, ""));
    }

    /** The same for the numbers in a file. */
    public void takeSeriesFile() {
        fileAccess.choose(WantedFile.SERIES, this::takeSeries);
    }

    private void takeSeries(Path file) {
        fileAccess.read(
                file,
                progress -> ReadSeries.of(TextFile.read(file, MOST_MEGABYTES_OF_NUMBERS, progress), null),
                read -> takeSeries(read, file.getFileName().toString().replaceFirst("\\.\\w+$", "")));
    }

    private void takeSeries(ReadSeries text, String title) {
        Optional<Experiment> now = project.edited();
        if (now.isEmpty()) {
            notices.invalid(Message.text("ui.text.invalid"));
            return;
        }
        dialogs.askAboutSeries(text, now.get())
                .ifPresent(taken -> project.open(
                        Message.of("undo.ownSeries"), project.state().document(), titled(taken, title)));
    }

    private static Experiment titled(Experiment taken, String title) {
        Task task = Series.of(taken.task()).orElseThrow().titled(title);
        return new Experiment(task, taken.hyperparameters(), taken.engine());
    }

    /** Asks for a network that another program saved, and opens it. */
    public void openNetwork() {
        fileAccess.choose(WantedFile.NETWORK, this::openNetwork);
    }

    /** If the file of a network does not tell what it learned, asks. */
    private void openNetwork(Path file) {
        fileAccess.read(file, progress -> ModelFile.find(file, progress), found -> network(found)
                .ifPresent(network -> show(file, network, network.experiment().orElseThrow())));
    }

    /** A network of which all is known; of one that this program wrote, its file tells all. */
    private Optional<ReadNetwork> network(FoundNetwork found) {
        Optional<ReadNetwork> certain = found.questions().isEmpty()
                ? Optional.of(found.with(Map.of()))
                        .filter(network -> network.experiment().isPresent())
                : Optional.empty();
        return certain.or(() -> dialogs.askAboutNetwork(found, project.edited().map(Experiment::task)));
    }

    /** To feed a network with many sequences takes a while. */
    private void show(Path file, ReadNetwork network, Experiment experiment) {
        fileAccess.read(
                file,
                progress -> PausedRun.opened(experiment, Engines.named(experiment.engine()), network.parameters()),
                run -> {
                    project.open(opened(file), Document.untitled(experiment), run);
                    tellOpened(file, network.remarks());
                });
    }

    private static Message opened(Path file) {
        return Message.of("undo.opened", file.getFileName());
    }

    private void tellOpened(Path file, List<Message> remarks) {
        kept.remember(file);
        notices.done(project.withReplaced(Stream.concat(
                        Stream.of(Message.text("ui.opened", file.getFileName())),
                        remarks.stream().map(Message::text))
                .collect(Collectors.joining(" "))));
    }

    /** Opens a file; if that cannot be done, says why and leaves everything as it is. */
    public void open(Path path) {
        if (path.toString().endsWith(TABLE)) {
            takeSeries(path);
        } else if (ModelFile.isNamedLikeOne(path)) {
            openNetwork(path);
        } else if (isSession(path)) {
            fileAccess.read(path, progress -> OpenedSession.saved(path, progress), this::show);
        } else {
            fileAccess.read(path, progress -> ExperimentFile.read(path, progress), experiment -> {
                project.open(opened(path), Document.at(path, experiment), experiment);
                tellOpened(path, List.of());
            });
        }
    }

    /** Saves to the file being worked on, or asks for one. */
    public void save() {
        save(() -> {});
    }

    private void save(Runnable onEnd) {
        project.state()
                .document()
                .path()
                .ifPresentOrElse(
                        path -> save(path, onEnd),
                        () -> saveAs(unsaved.arePinsSaved() ? ExperimentFile.EXTENSION : SessionFile.EXTENSION, onEnd));
    }

    private static boolean isSession(Path path) {
        return path.toString().endsWith(SessionFile.EXTENSION);
    }

    /** Asks for a file and saves the experiment to it. */
    public void saveAs() {
        saveAs(ExperimentFile.EXTENSION, () -> {});
    }

    /** Asks for a file and saves the whole session to it. */
    public void saveSessionAs() {
        saveAs(SessionFile.EXTENSION, () -> {});
    }

    private void saveAs(String extension, Runnable onEnd) {
        if (project.edited().isEmpty()) {
            notices.invalid(Message.text("ui.save.invalid"));
            onEnd.run();
            return;
        }
        Document document = project.state().document();
        String name = project.edited()
                .flatMap(edited -> Series.fileName(edited.task()))
                .filter(series -> document.path().isEmpty())
                .orElseGet(() -> bare(document.name()));
        String kind = extension.equals(SessionFile.EXTENSION) ? "ui.kind.session" : "ui.kind.experiment";
        dialogs.chooseTarget(name + extension, extension, Message.text(kind))
                .ifPresentOrElse(path -> save(path, onEnd), onEnd);
    }

    /** The name of an experiment or a session without its extensions. */
    static String bare(String name) {
        return name.replaceFirst("(?:\\.carousel(?:-session)?)+$", "");
    }

    /** What is saved is what stands there when that is asked for, whatever is edited until it is written. */
    private void save(Path path, Runnable onEnd) {
        Optional<Experiment> experiment = project.edited();
        if (experiment.isEmpty()) {
            notices.invalid(Message.text("ui.save.invalid"));
            onEnd.run();
            return;
        }
        Saving saving = new Saving(path, project.state().document(), experiment.get(), session.get());
        AtomicBoolean isWanted = new AtomicBoolean();
        fileAccess.ask(
                saving::whatIsLost, lost -> isWanted.set(lost.isEmpty() || dialogs.mayOverwrite(lost.get())), () -> {
                    if (isWanted.get()) {
                        fileAccess.ask(saving::write, document -> tellSaved(saving, document), onEnd);
                    } else {
                        onEnd.run();
                    }
                });
    }

    /** An experiment's file does not hold what is pinned: who saved it must not believe that it does. */
    private void tellSaved(Saving saving, Document document) {
        project.saved(saving.before(), document);
        kept.remember(saving.path());
        if (isSession(saving.path())) {
            unsaved.saved(saving.session());
        }
        if (unsaved.arePinsSaved()) {
            notices.done(Message.text("ui.saved", saving.path().getFileName()));
        } else {
            notices.offer(
                    Message.of("ui.saved.experiment", saving.path().getFileName()),
                    Message.of("ui.saveSession"),
                    this::saveSessionAs);
        }
    }

    private static Experiment experiment(Path file) {
        return isSession(file) ? SessionFile.experiment(file) : ExperimentFile.read(file);
    }

    /**
     * What is to be saved, in the background.
     *
     * @param path       where
     * @param before     what was worked on
     * @param experiment the experiment
     * @param session    the session, of which the experiment is a part
     */
    private record Saving(Path path, Document before, Experiment experiment, Session session) {

        /**
         * What somebody else wrote into the file since it was opened or saved here, in words; empty if nothing is lost. Of
         * another file the dialog that asked for its name has told already.
         */
        Optional<String> whatIsLost() {
            if (!before.path().equals(Optional.of(path)) || !Files.exists(path)) {
                return Optional.empty();
            }
            try {
                Experiment there = ProjectFiles.experiment(path);
                return there.equals(before.saved()) || there.equals(experiment)
                        ? Optional.empty()
                        : Optional.of(Message.text(
                                "ui.overwrite.words", path.getFileName(), ChangeWords.of(there, experiment)));
            } catch (InvalidInput damaged) {
                return Optional.of(Message.text("ui.overwrite.other", path.getFileName()));
            }
        }

        Document write() {
            if (isSession(path)) {
                SessionFile.write(path, session);
            } else {
                ExperimentFile.write(path, experiment);
            }
            return Document.at(path, experiment);
        }
    }

    /**
     * A session that was read.
     *
     * @param broken   what of it could not be opened, and was left out
     * @param document what is worked on from now on
     */
    private record OpenedSession(Path file, Session session, List<InvalidInput> broken, Document document) {

        /** Reads one that the user saved, so that its file is worked on. */
        static OpenedSession saved(Path file, ReadProgress progress) {
            return read(file, progress, session -> Document.at(file, session.experiment()));
        }

        /** Reads one that the program saved by itself. Without a file it counts as changed, unless it is the reference. */
        static OpenedSession autosaved(Path file, ReadProgress progress) {
            return read(file, progress, session -> session.document()
                    .flatMap(OpenedSession::document)
                    .orElseGet(() -> Document.untitled(Experiment.reference())));
        }

        private static OpenedSession read(Path file, ReadProgress progress, Function<Session, Document> document) {
            List<InvalidInput> broken = new ArrayList<>();
            Session session = SessionFile.read(file, broken::add, progress);
            return new OpenedSession(file, session, broken, document.apply(session));
        }

        /** What the user saved then, as it is on the disk now. */
        private static Optional<Document> document(Path path) {
            try {
                return Optional.of(Document.at(path, experiment(path)));
            } catch (InvalidInput gone) {
                LOG.info("{} is not worked on any more", path, gone);
                return Optional.empty();
            }
        }

        String brokenWords(String name) {
            return Message.text(
                    "ui.session.incomplete",
                    name,
                    broken.stream().map(InvalidInput::getMessage).collect(Collectors.joining(" ")));
        }

        String words(String name) {
            return session.run()
                    .map(run -> Message.text(
                            run.memory().isPresent() ? "ui.session.opened" : "ui.session.opened.forgetful",
                            name,
                            run.snapshot().position().epoch()))
                    .orElseGet(() -> Message.text("ui.opened", name));
        }
    }
}
