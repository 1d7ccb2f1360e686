package lab.carousel.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.engine.Engine;
import lab.carousel.file.LessonFile;
import lab.carousel.file.Session;
import lab.carousel.message.Message;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Preset;
import lab.carousel.picture.Picture;
import lab.carousel.study.verification.Verifier;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.cell.CellPlace;
import lab.carousel.ui.compare.CompareView;
import lab.carousel.ui.export.AnimationPanel;
import lab.carousel.ui.export.ExportMenu;
import lab.carousel.ui.export.Exporter;
import lab.carousel.ui.file.FileDesk;
import lab.carousel.ui.file.FileDialogs;
import lab.carousel.ui.file.FileDrop;
import lab.carousel.ui.file.FileMenu;
import lab.carousel.ui.fork.ForkPlace;
import lab.carousel.ui.freerun.FreeRunView;
import lab.carousel.ui.history.HistoryBar;
import lab.carousel.ui.history.StepScrubber;
import lab.carousel.ui.history.TimeTravel;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.lesion.LesionPlace;
import lab.carousel.ui.loss.LossView;
import lab.carousel.ui.microscope.Microscope;
import lab.carousel.ui.microscope.Place;
import lab.carousel.ui.notes.NotesPlace;
import lab.carousel.ui.notice.NoticeBar;
import lab.carousel.ui.predictions.PredictionsView;
import lab.carousel.ui.resetswitch.ResetSwitchView;
import lab.carousel.ui.saliency.SaliencyView;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.StateView;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.ui.status.StatusBar;
import lab.carousel.ui.studies.Studies;
import lab.carousel.ui.studies.StudySurroundings;
import lab.carousel.ui.theme.Theme;
import lab.carousel.ui.toolbar.Toolbar;
import lab.carousel.ui.transplant.TransplantPlace;
import lab.carousel.ui.unit.UnitPlace;
import lab.carousel.ui.update.UpdatePlace;
import lab.carousel.ui.verification.VerificationBadge;
import lab.carousel.ui.verification.VerificationService;
import lab.carousel.ui.weights.WeightsPlace;

/** Everything in the window, put together. */
public final class MainWindow extends BorderPane implements AutoCloseable {

    private static final String DARK = "dark";
    private static final PseudoClass LOOKING_BACK = PseudoClass.getPseudoClass("looking-back");
    private static final double NOTICE_WIDTH = 328;

    private final Lab lab;
    private final Editors editors;
    private final LossView loss = new LossView();
    private final TraceService traces = new TraceService();
    private final Selection selection = new Selection();
    private final TimeTravel travel = new TimeTravel();
    private final StateView state = new StateView(traces, selection);
    private final Operations operations = new Operations(
            new ForkPlace(traces, selection),
            new TransplantPlace(traces, selection),
            new LesionPlace(traces, selection));
    private final NotesPlace notes = new NotesPlace();
    private final PredictionsView predictions = new PredictionsView();
    private final StatusBar statusBar = new StatusBar();
    private final NoticeBar notices = new NoticeBar();
    private final Trouble trouble = new Trouble(notices);
    private final FileDesk desk;
    private final VerificationService verification;
    private final Microscope microscope;
    private final AnimationPanel animation;
    private final Studies studies;
    private final Toolbar toolbar;
    private final HistoryBar history;
    private final LessonRoom lessons;
    private final Edits edits;
    private final CompareView compare;
    private final Sessions sessions;
    /** Null while nothing is kept. */
    private Keeper keeper;

    /**
     * A window on an experiment.
     *
     * @param engines gives an engine by its name
     * @param dialogs asks for files
     * @param initial the experiment to start with
     */
    public MainWindow(Function<EngineName, Engine> engines, FileDialogs dialogs, Experiment initial) {
        lab = new Lab(engines, initial);
        editors = new Editors(lab, initial);
        desk = new FileDesk(dialogs, notices, lab.editedProperty()::get, this::showExperiment, initial);
        compare = new CompareView(looked(), pinned -> desk.take(pinned, Message.text("undo.pinned")));
        microscope = new Microscope(places());
        Panels panels = new Panels(editors.task(), editors.hyperparameters(), loss, state, microscope);
        microscope.wideProperty().addListener((observable, before, wide) -> panels.widenMicroscope(wide));
        lessons = new LessonRoom(lab, desk, microscope, editors, notices);
        Exporter exporter = new Exporter(dialogs, notices, this::shown, () -> notes.textProperty().get());
        animation = new AnimationPanel(dialogs, notices, this::shown);
        verification = new VerificationService(lab, new Verifier(engines));
        studies = new Studies(
                engines,
                new StudySurroundings(lab.editedProperty(), dialogs, notices, exporter, run ->
                        desk.take(run, Message.text("undo.study"))),
                trouble::tell);
        panels.visibleProperty().bind(studies.visibleProperty().not());
        ViewMenu viewMenu = new ViewMenu(panels, this::setTheme);
        LayoutControl layout = new LayoutControl(panels, viewMenu, microscope);
        edits = new Edits(editors, desk, layout, notes);
        sessions = new Sessions(lab, desk, travel, selection, microscope, compare, layout, viewMenu.dark(), operations, notes, studies);
        desk.setSessions(sessions::now, this::showSession);
        toolbar = new Toolbar(
                lab,
                this::choose,
                lessons.menu(dialogs),
                studies.toggle(),
                new FileMenu(desk),
                edits.menu(),
                viewMenu,
                new ExportMenu(
                        exporter,
                        this::lossPicture,
                        state::picture,
                        microscope::picture,
                        () -> animation.setOpen(true)));
        statusBar.getChildren().add(new VerificationBadge(verification));
        StackPane center = new StackPane(panels, studies, animation, notices);
        StackPane.setAlignment(animation, Pos.TOP_RIGHT);
        StackPane.setMargin(animation, new Insets(8));
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(notices, new Insets(8));
        notices.setMaxSize(NOTICE_WIDTH, Region.USE_PREF_SIZE);
        getStyleClass().add("window");
        setTop(toolbar);
        setCenter(center);
        history = new HistoryBar(travel, lab, new StepScrubber(selection, traces));
        setBottom(new VBox(history, statusBar));
        getStylesheets().add(MainWindow.class.getResource("carousel.css").toExternalForm());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        lessons.moveInto(this, panels, studies);
        edits.watch(this);
        FileDrop.install(this, desk);
        listen();
        show(lab.statusProperty().get());
    }

    /** The places of the microscope, in the order of their buttons. */
    private List<Place> places() {
        return List.of(
                new CellPlace(traces, selection),
                new UnitPlace(traces, selection),
                predictions,
                new UpdatePlace(traces, selection, lab),
                new WeightsPlace(traces, selection),
                operations.fork(),
                operations.transplant(),
                operations.lesion(),
                new SaliencyView(traces, selection),
                new FreeRunView(traces),
                new ResetSwitchView(traces, selection),
                compare,
                notes);
    }

    /** The snapshot that is looked at. */
    private ObservableValue<Optional<Snapshot>> looked() {
        return Bindings.createObjectBinding(
                () -> Optional.ofNullable(traces.getTraced()).map(TracedSnapshot::snapshot), traces.tracedProperty());
    }

    private void listen() {
        lab.restartNeededProperty().addListener((observable, before, needed) -> {
            if (needed) {
                notices.offer(
                        Message.text("notice.restartNeeded"),
                        Message.text("notice.restart"),
                        lab::restart);
            } else {
                notices.withdraw();
            }
        });
        lab.statusProperty().addListener((observable, before, now) -> {
            show(now);
            trouble.tell(before, now);
        });
        microscope.shownProperty().addListener((observable, before, now) -> lab.watchUpdates(now.watchesUpdates()));
        travel.shownProperty().addListener((observable, before, now) -> look(now));
        traces.tracedProperty().addListener((observable, before, now) -> {
            if (now != null) {
                sessions.shown(now.snapshot());
                predictions.show(now.snapshot().experiment().task().alphabet(), now.traces());
            }
        });
    }

    /** The title that the window should have. */
    public ObservableValue<String> titleProperty() {
        return Bindings.createStringBinding(
                () -> desk.documentProperty().get().title(lab.editedProperty().get()),
                desk.documentProperty(),
                lab.editedProperty());
    }

    /** Shows what has happened since the last frame. Called once per frame. */
    public void pulse() {
        lab.pulse();
        travel.pulse();
        lessons.pulse();
        studies.pulse();
        if (keeper != null) {
            keeper.pulse();
        }
    }

    /** From now on keeps what the window holds in the folder where programs keep their data. */
    public void keepIn(Path data) {
        if (keeper != null) {
            keeper.close();
        }
        keeper = Keeper.start(data, desk, sessions::now, notices);
    }

    /** Prepares on other threads what the first drawings need. Called when the window is on the screen. */
    public void warmUp() {
        loss.warmUp();
    }

    /** Opens an experiment file or a lesson. */
    public void open(Path file) {
        if (LessonFile.isLesson(file)) {
            lessons.open(file);
        } else {
            desk.open(file);
        }
    }

    /** Whether the window may be closed: nothing would be lost, or the user agrees. */
    public boolean mayClose() {
        lessons.close();
        return desk.mayLeave();
    }

    /** Says that something unexpected went wrong. */
    public void tellOfError(Throwable error) {
        trouble.tell(error);
    }

    /** Stops what runs in the background. */
    @Override
    public void close() {
        if (keeper != null) {
            keeper.close();
        }
        lab.close();
        verification.close();
        animation.close();
        microscope.close();
        traces.close();
        state.close();
        studies.close();
    }

    private void setTheme(Theme theme) {
        theme.apply();
        getStyleClass().remove(DARK);
        if (theme == Theme.DARK) {
            getStyleClass().add(DARK);
        }
        loss.setPalette(theme.palette());
        state.setPalette(theme.palette());
        microscope.setPalette(theme.palette());
        studies.setPalette(theme.palette());
    }

    private void choose(Preset preset) {
        EngineName engine = editors.hyperparameters().engineProperty().get();
        desk.take(preset.with(engine), Message.text("undo.preset", preset.title()));
        notices.done(preset.explanation());
    }

    private void showExperiment(Experiment experiment, String name) {
        edits.as(name, () -> editors.show(experiment));
        boolean isContinued = snapshot().flatMap(Snapshot::origin).isPresent();
        if (isContinued || !lab.runningProperty().get().equals(experiment)) {
            lab.reset();
        }
    }

    private void showSession(Session session, String name) {
        edits.as(name, () -> {
            showExperiment(session.experiment(), name);
            sessions.show(session);
        });
    }

    /** The loss chart, if there is an epoch to show. */
    private Optional<Picture> lossPicture() {
        return snapshot().filter(shown -> shown.history().size() > 0).map(shown -> loss.picture());
    }

    /** The lessons in the window. */
    LessonRoom lessons() {
        return lessons;
    }

    /** What is looked at. */
    Selection selection() {
        return selection;
    }

    /** What the run shown is doing. */
    RunState state() {
        return lab.statusProperty().get().state();
    }

    /** Whether the run shown is going. */
    boolean isTraining() {
        return state() == RunState.RUNNING;
    }

    /** The weight updates made in the run shown. */
    long updates() {
        return snapshot().map(shown -> shown.position().updates()).orElse(0L);
    }

    /** The latest snapshot shown; empty while the run is being prepared. */
    Optional<Snapshot> snapshot() {
        return lab.statusProperty().get().snapshot();
    }

    /** The moment that is looked at; empty while the run is being prepared. */
    Optional<Snapshot> shown() {
        return snapshot().map(now -> travel.shownProperty().get());
    }

    private void show(RunStatus status) {
        status.snapshot().ifPresent(snapshot -> {
            loss.show(snapshot.history(), snapshot.experiment());
            travel.follow(snapshot);
        });
        statusBar.show(shown());
    }

    /** Shows a moment of the run: what it is now, or what it was. */
    private void look(Snapshot moment) {
        boolean isPast = travel.lookingBackProperty().get();
        pseudoClassStateChanged(LOOKING_BACK, isPast);
        loss.mark(isPast ? OptionalInt.of(moment.position().epoch()) : OptionalInt.empty());
        statusBar.show(Optional.of(moment));
        traces.request(moment);
    }

    private void onKey(KeyEvent event) {
        Map<KeyCode, Runnable> actions = Map.of(
                KeyCode.F5, toolbar::playOrPause,
                KeyCode.F6, toolbar::stepOnce,
                KeyCode.F7, toolbar::epochOnce,
                KeyCode.F8, toolbar::reset,
                KeyCode.F10, toolbar::toggleLive,
                KeyCode.F11, studies::switchOver);
        Runnable action = actions.get(event.getCode());
        if (action != null) {
            action.run();
            event.consume();
        }
        history.onKey(event);
    }
}
