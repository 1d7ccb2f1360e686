package lab.carousel.ui.workspace;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import lab.carousel.engine.Engine;
import lab.carousel.file.disk.LogFile;
import lab.carousel.file.session.ChosenInView;
import lab.carousel.file.session.ChosenStep;
import lab.carousel.file.session.ClassWork;
import lab.carousel.file.session.OperatingChoices;
import lab.carousel.file.session.PinnedSnapshot;
import lab.carousel.file.session.ResumedWork;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionView;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Preset;
import lab.carousel.model.Settings;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.study.verification.Verifier;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.training.Divergence;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.classroom.OpenClass;
import lab.carousel.ui.compare.PinnedRun;
import lab.carousel.ui.compare.Pins;
import lab.carousel.ui.export.AnimationWriter;
import lab.carousel.ui.file.FileAccess;
import lab.carousel.ui.file.FileDialogs;
import lab.carousel.ui.file.ProjectFiles;
import lab.carousel.ui.history.TimeTravel;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.lesson.CurrentLesson;
import lab.carousel.ui.notice.NoticeKind;
import lab.carousel.ui.notice.Notices;
import lab.carousel.ui.project.Project;
import lab.carousel.ui.project.ProjectState;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.studies.StudyWork;
import lab.carousel.ui.theme.Look;
import lab.carousel.ui.verification.VerificationService;
import lab.carousel.view.Views;
import org.jspecify.annotations.Nullable;

/**
 * What is worked on: the experiment as edited and its run, what is looked at, and all that a class makes besides. It needs
 * no window and outlives each; a window shows it. Used on the JavaFX thread; {@link #pulse} is called once per frame.
 */
public final class Workspace implements AutoCloseable {

    private final Background background;
    private final FileAccess fileAccess;
    private final Lab lab;
    private final Project project;
    private final ProjectFiles files;
    private final TraceService traces;
    private final Selection selection = new Selection();
    private final TimeTravel travel;
    /** The task for which it is known what is looked at first. */
    private @Nullable Task looked;

    /** Feeds all fixed sequences of a drawn task to the network of a past moment. */
    private final ConflatingWorker<Snapshot, Snapshot> past;

    private final ScreenState screen = new ScreenState();
    private final ShownRun run;
    private final Notices notices = new Notices();
    private final ErrorReporter errors = new ErrorReporter(notices);
    private final Pins pins = new Pins();
    private final StudyWork studies;
    private final VerificationService verification;
    private final AnimationWriter animation;
    private final CurrentLesson lesson = new CurrentLesson();
    private final OpenClass openClass;
    private final Sessions sessions;
    private Optional<AutosaveController> autosave = Optional.empty();
    /** Takes over what a frame shows together; once for all frames, as an idle window makes nothing. */
    private final Runnable moment;

    /**
     * The work on an experiment.
     *
     * @param background does what takes a while
     * @param engines    gives an engine by its name
     * @param dialogs    asks for files
     * @param initial    the experiment to start with
     */
    public Workspace(
            Background background, Function<EngineName, Engine> engines, FileDialogs dialogs, Experiment initial) {
        this.background = background;
        fileAccess = new FileAccess(background, Background.DISK, dialogs, notices);
        lab = new Lab(engines, initial, background.nanoTime());
        project = new Project(lab, initial, background.nanoTime());
        travel = new TimeTravel(background.nanoTime());
        traces = new TraceService(background);
        run = new ShownRun(lab, traces, travel);
        past = new ConflatingWorker<>(background, "past moment", Snapshot::atOnce, travel::know);
        openClass = new OpenClass(background, lesson);
        studies = new StudyWork(background, engines, errors::tell);
        verification = new VerificationService(background, lab, new Verifier(engines));
        animation = new AnimationWriter(background);
        moment = () -> {
            lab.pulse();
            travel.pulse();
        };
        sessions = new Sessions();
        files = new ProjectFiles(fileAccess, project, sessions::now, sessions::show);
        connect();
    }

    /** Lets the parts of the work hear of each other, whether there is a window or not. */
    private void connect() {
        lab.restartNeededProperty().addListener((observable, before, needed) -> offerRestart(needed));
        lab.liveProperty()
                .addListener((observable, before, now) ->
                        notices.done(Message.text(now ? "notice.live.on" : "notice.live.off")));
        lab.editedProperty()
                .addListener(
                        (observable, before, now) -> now.ifPresent(mended -> notices.withdraw(NoticeKind.INVALID)));
        traces.lookAt(selection);
        traces.follow(travel.shownProperty());
        travel.shownProperty().addListener((observable, before, now) -> {
            if (travel.lookingBackProperty().get() && !now.evaluation().sample().isAtOnce()) {
                past.ask(now);
            }
        });
        traces.tracedProperty().addListener((observable, before, now) -> {
            if (now != null) {
                selection.keepWithin(now.traces());
                sessions.shown(now.trained());
            }
        });
        screen.look().addListener((observable, before, now) -> studies.setPalette(now.palette()));
        travel.follow(lab.statusProperty());
        lab.statusProperty().subscribe((before, now) -> errors.tell(before, now));
        project.state().experiment().ifPresent(this::lookFirst);
        lab.statusProperty()
                .subscribe(now -> now.snapshot().map(Snapshot::experiment).ifPresent(this::lookFirst));
    }

    /** Whoever looks at the place that is looked at first goes on with that of another task. */
    private void lookFirst(Experiment experiment) {
        if (experiment.task() == looked) {
            return;
        }
        looked = experiment.task();
        String first = Views.first(experiment);
        String before = screen.firstPlace().get();
        screen.firstPlace().set(first);
        if (!before.isEmpty() && screen.place().get().equals(before)) {
            screen.place().set(first);
        }
    }

    private void offerRestart(boolean needed) {
        if (needed) {
            notices.offer(Message.of("notice.restartNeeded"), Message.of("notice.restart"), lab::restart);
        } else {
            notices.withdraw();
        }
    }

    /** Takes over what has happened since the last frame. Called once per frame, before it is shown. */
    public void pulse() {
        // Everything on the screen shows one moment: the next one begins when that is there
        background.barrier().next(moment);
        background.pulse();
        studies.pulse();
        openClass.pulse();
        autosave.ifPresent(AutosaveController::pulse);
    }

    /** From now on keeps what is worked on in the folder where programs keep their data. */
    public void keepIn(Path data) {
        keepIn(data, Optional.empty(), () -> {});
    }

    /** The same in a program that may have started again: it goes on with the session of an id, and tells when that is there. */
    public void keepIn(Path data, Optional<String> session, Runnable onResumed) {
        autosave.ifPresent(AutosaveController::close);
        files.kept().rememberIn(data);
        openClass.keepIn(data.resolve("classes"));
        AutosaveController next = new AutosaveController(data, background, fileAccess, sessions::now, files);
        autosave = Optional.of(next);
        next.start(session, onResumed);
    }

    /** Puts a ready-made experiment there, as an edit. */
    public void choose(Preset preset) {
        project.open(
                Message.of("undo.preset", preset.name()),
                preset.with(project.state().hyperparameters().engine()));
        notices.done(project.withReplaced(preset.explanation()));
    }

    /** Puts the run where it was at the moment that is looked at, to go on from there with what is edited; can be undone. */
    public void continueFromHere() {
        run.shown().map(Snapshot::asOrigin).ifPresent(project::continueFrom);
    }

    public ObservableValue<String> title() {
        return Bindings.createStringBinding(
                () -> project.state().document().title(files.isChanged()),
                project.stateProperty(),
                lab.editedProperty(),
                pins.runsProperty(),
                files.unsaved().savedPinsProperty());
    }

    /** What does all that takes a while. */
    public Background background() {
        return background;
    }

    /** What it takes to open and save files. */
    public FileAccess fileAccess() {
        return fileAccess;
    }

    /** The experiment and its run. */
    public Lab lab() {
        return lab;
    }

    public Project project() {
        return project;
    }

    /** What is opened and saved. */
    public ProjectFiles files() {
        return files;
    }

    /** The traces of what is looked at. */
    public TraceService traces() {
        return traces;
    }

    /** The unit, step and layer looked at. */
    public Selection selection() {
        return selection;
    }

    /** Which moment is looked at. */
    public TimeTravel travel() {
        return travel;
    }

    /** What is chosen of the screen. */
    public ScreenState screen() {
        return screen;
    }

    /** The run, and the moment of it that is looked at. */
    public ShownRun run() {
        return run;
    }

    /** What the user is told. */
    public Notices notices() {
        return notices;
    }

    /** Tells of what goes wrong. */
    public ErrorReporter errors() {
        return errors;
    }

    /** The runs put aside to be compared. */
    public Pins pins() {
        return pins;
    }

    public StudyWork studies() {
        return studies;
    }

    /** What Deeplearning4j says of the run. */
    public VerificationService verification() {
        return verification;
    }

    public AnimationWriter animation() {
        return animation;
    }

    public CurrentLesson lesson() {
        return lesson;
    }

    public OpenClass openClass() {
        return openClass;
    }

    /** Saves now, so that a program that starts again can go on with all of it; if that cannot be done it is told, and no more. */
    public void saveToResume(Consumer<ResumedWork> onSaved) {
        autosave.ifPresent(kept -> kept.saveNow(session -> onSaved.accept(new ResumedWork(
                session,
                lesson.progress().map(taught -> taught.original().name()),
                lesson.progress().map(LessonProgress::number).orElse(1),
                openClass.folder().filter(folder -> openClass.isOpen())))));
    }

    /** Saves for the last time: the program is being ended from outside. */
    public void keepNow() {
        autosave.ifPresent(AutosaveController::close);
    }

    /** All that is worked on as one value. */
    public Session session() {
        return sessions.now();
    }

    /** Saves for the last time, and stops all that runs. */
    @Override
    public void close() {
        autosave.ifPresent(AutosaveController::close);
        lab.close();
        traces.close();
        past.close();
        verification.close();
        animation.close();
        studies.close();
        openClass.closeNow();
    }

    /** Tells of what goes wrong in a run or in the window. */
    public static final class ErrorReporter {

        private final Notices notices;

        ErrorReporter(Notices notices) {
            this.notices = notices;
        }

        /** Something unexpected went wrong in the window. */
        public void tell(Throwable error) {
            if (error instanceof InvalidInput invalid) {
                notices.problem(invalid.problem().text());
                return;
            }
            notices.problem(Message.text("notice.unexpected", words(error), LogFile.path()));
        }

        /** Tells what has become of the run, if it went wrong since the status before. */
        void tell(RunStatus before, RunStatus now) {
            if (now.divergence().isPresent() && !now.divergence().equals(before.divergence())) {
                Divergence where = now.divergence().get();
                notices.problem(Message.text("notice.diverged", where.epoch(), where.sequence(), where.step()));
            }
            if (now.divergence().isEmpty() && before.divergence().isPresent()) {
                // The next run has taken its place on the screen
                notices.withdraw(NoticeKind.PROBLEM);
            }
            if (now.failure().isPresent() && before.failure().isEmpty()) {
                notices.problem(
                        Message.text("notice.failed", words(now.failure().get()), LogFile.path()));
            }
        }

        private static String words(Throwable error) {
            return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        }
    }

    /** All that is worked on as one value, and put back from it. */
    private final class Sessions {

        /** The experiment as edited when it was valid last. */
        private Experiment valid;
        /** What will be looked at when its run has been traced; null if nothing is waited for. */
        private @Nullable Session awaited;

        Sessions() {
            valid = lab.editedProperty().get().orElseGet(Experiment::reference);
            lab.editedProperty()
                    .addListener((observable, before, now) -> now.ifPresent(experiment -> valid = experiment));
        }

        /** The work as it is. Cheap: all that is large in it is immutable, and shared. */
        Session now() {
            ProjectState state = project.state();
            return new Session(
                    valid,
                    state.document().path().map(Path::toAbsolutePath),
                    lab.paused(),
                    pins.runs().stream()
                            .map(run -> new PinnedSnapshot(run.number(), run.snapshot()))
                            .toList(),
                    state.layout(),
                    view(),
                    new ClassWork(
                            Optional.of(new OperatingChoices(
                                    state.lesions(),
                                    ChosenInView.of(screen.chosenInViews().get()))),
                            studies.now(),
                            lesson.sheets()));
        }

        private SessionView view() {
            Look shown = screen.look().get();
            return new SessionView(
                    screen.place().get(),
                    selection.unitProperty().get(),
                    Optional.ofNullable(selection.stepProperty().get())
                            .map(each -> new ChosenStep(each.sequence(), each.number())),
                    selection.layerProperty().get(),
                    travel.lookingBackProperty().get()
                            ? OptionalInt.of(
                                    travel.shownProperty().get().position().epoch())
                            : OptionalInt.empty(),
                    lab.liveProperty().get(),
                    traces.stepByStepProperty().get(),
                    selection.memoryOnlyProperty().get(),
                    shown.isDark(),
                    shown.colours());
        }

        /** Puts back everything but the state of the project, which was put there before. */
        void show(Session session) {
            // First: the run may be traced before this returns
            awaited = session;
            screen.simple().set(false);
            SessionView view = session.view();
            lab.liveProperty().set(view.live());
            traces.stepByStepProperty().set(view.stepByStep());
            selection.memoryOnlyProperty().set(view.memoryOnly());
            session.run().ifPresent(lab::resume);
            pins.show(session.pinned().stream()
                    .map(pinned -> new PinnedRun(pinned.number(), pinned.snapshot()))
                    .toList());
            screen.look().set(screen.look().get().withDark(view.dark()).with(view.colours()));
            screen.place().set(view.place());
            session.work().operations().ifPresent(choices -> screen.chosenInViews()
                    .set(choices.inViews()));
            session.work().studies().ifPresent(studies::show);
            lesson.restore(session.work().answers());
        }

        /** What is selected belongs to a network, so it is selected when that is on the screen. */
        void shown(Snapshot snapshot) {
            if (awaited == null || !isAwaited(awaited, snapshot)) {
                return;
            }
            SessionView view = awaited.view();
            awaited = null;
            Experiment experiment = snapshot.experiment();
            if (HeatmapLayer.of(experiment.hyperparameters().get(Settings.CELL)).contains(view.layer())) {
                selection.layerProperty().set(view.layer());
            }
            selection.unitProperty().set(view.unit() < experiment.layout().allUnits() ? view.unit() : -1);
            selection
                    .stepProperty()
                    .set(view.step()
                            .flatMap(spot -> step(experiment.task(), spot))
                            .orElse(null));
            view.epoch().ifPresent(epoch -> travel.lookAt(snapshot.recorded().indexAtOrBefore(epoch)));
        }

        private static boolean isAwaited(Session awaited, Snapshot snapshot) {
            return awaited.run()
                    .map(run -> run.snapshot().experiment().equals(snapshot.experiment())
                            && run.snapshot().position().equals(snapshot.position()))
                    .orElseGet(() -> awaited.experiment().equals(snapshot.experiment()));
        }

        private static Optional<Step> step(Task task, ChosenStep spot) {
            boolean isThere = spot.sequence() < task.sequences().size()
                    && spot.number()
                            < task.sequences().get(spot.sequence()).symbols().size();
            return isThere ? Optional.of(task.step(spot.sequence(), spot.number())) : Optional.empty();
        }
    }
}
