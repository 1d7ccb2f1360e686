package lab.carousel.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
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
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.engine.Engine;
import lab.carousel.file.lesson.LessonFile;
import lab.carousel.file.session.Session;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Preset;
import lab.carousel.study.verification.Verifier;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.cell.CellPlace;
import lab.carousel.ui.compare.ComparePlace;
import lab.carousel.ui.export.AnimationPanel;
import lab.carousel.ui.export.ExportMenu;
import lab.carousel.ui.export.Exporter;
import lab.carousel.ui.file.FileDesk;
import lab.carousel.ui.file.FileDialogs;
import lab.carousel.ui.file.FileDrop;
import lab.carousel.ui.file.FileMenu;
import lab.carousel.ui.freerun.FreeRunPlace;
import lab.carousel.ui.history.HistoryBar;
import lab.carousel.ui.history.StepScrubber;
import lab.carousel.ui.history.TimeTravel;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.lesion.LesionPlace;
import lab.carousel.ui.loss.LossView;
import lab.carousel.ui.microscope.Microscope;
import lab.carousel.ui.notes.NotesPlace;
import lab.carousel.ui.notice.NoticeBar;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.predictions.PredictionsPlace;
import lab.carousel.ui.presenter.PresentedPanel;
import lab.carousel.ui.resetswitch.ResetSwitchPlace;
import lab.carousel.ui.saliency.SaliencyPlace;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.sound.LossTone;
import lab.carousel.ui.state.StateView;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.ui.status.StatusBar;
import lab.carousel.ui.studies.Studies;
import lab.carousel.ui.studies.StudySurroundings;
import lab.carousel.ui.theme.Look;
import lab.carousel.ui.toolbar.Toolbar;
import lab.carousel.ui.transplant.TransplantPlace;
import lab.carousel.ui.twosequences.TwoSequencesPlace;
import lab.carousel.ui.unit.UnitPlace;
import lab.carousel.ui.update.UpdatePlace;
import lab.carousel.ui.verification.VerificationBadge;
import lab.carousel.ui.verification.VerificationService;
import lab.carousel.ui.weights.WeightsPlace;

/** Everything in the window, put together. */
public final class MainWindow extends BorderPane implements AutoCloseable {

    private static final String DARK = "dark";
    private static final String SOUND = "sound";
    private static final PseudoClass LOOKING_BACK = PseudoClass.getPseudoClass("looking-back");
    private static final double NOTICE_WIDTH = 328;

    private final Background background;
    private final Function<EngineName, Engine> engines;
    private final FileDialogs dialogs;
    private final Lab lab;
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.INITIAL);
    private final Editors editors;
    private final LossView loss;
    private final TraceService traces;
    private final Selection selection = new Selection();
    private final TimeTravel travel = new TimeTravel();
    private final StateView state;
    private final Operations operations;
    private final NotesPlace notes = new NotesPlace();
    private final StatusBar statusBar = new StatusBar();
    private final NoticeBar notices = new NoticeBar();
    private final Trouble trouble = new Trouble(notices);
    private final FileDesk desk;
    private final VerificationService verification;
    private final Microscope microscope;
    private final AnimationPanel animation;
    private final Studies studies;
    private final Exporter exporter;
    private final Toolbar toolbar;
    private final HistoryBar history;
    private final LessonRoom lessons;
    private final HelpRoom help;
    private final Edits edits;
    private final ComparePlace compare;
    private final Sessions sessions;
    private final Presenter presenter;
    private final LossTone tone;
    private final ViewMenu viewMenu;
    private final FocusRing focusRing = new FocusRing();
    /** Null while nothing is kept. */
    private Keeper keeper;
    /** What the window that this one replaces had chosen and could not yet be put back. */
    private KeptChoices choices = new KeptChoices();

    private Consumer<Language> onLanguage = language -> {};

    /**
     * A window on an experiment.
     *
     * @param background does what takes a while
     * @param engines    gives an engine by its name
     * @param dialogs    asks for files
     * @param initial    the experiment to start with
     */
    public MainWindow(
            Background background, Function<EngineName, Engine> engines, FileDialogs dialogs, Experiment initial) {
        this(background, engines, dialogs, initial, new Lab(engines, initial));
    }

    private MainWindow(
            Background background,
            Function<EngineName, Engine> engines,
            FileDialogs dialogs,
            Experiment initial,
            Lab lab) {
        this.background = background;
        loss = new LossView(background);
        traces = new TraceService(background);
        state = new StateView(background, traces, selection);
        operations = new Operations(
                new TwoSequencesPlace(background, traces, selection),
                new TransplantPlace(background, traces, selection),
                new LesionPlace(background, traces, selection));
        tone = new LossTone(background, this::tellOfNoSound);
        this.engines = engines;
        this.dialogs = dialogs;
        this.lab = lab;
        editors = new Editors(lab, initial);
        desk = new FileDesk(background, dialogs, notices, lab.editedProperty()::get, this::showExperiment, initial);
        compare = new ComparePlace(background, looked(), pinned -> desk.take(pinned, Message.of("undo.pinned")));
        microscope = new Microscope(places());
        Panels panels = new Panels(editors.task(), editors.hyperparameters(), loss, state, microscope);
        microscope.wideProperty().addListener((observable, before, wide) -> panels.widenMicroscope(wide));
        lessons = new LessonRoom(lab, desk, microscope, editors, notices);
        help = new HelpRoom(background, microscope, lessons);
        exporter = new Exporter(
                dialogs, notices, this::shown, () -> notes.textProperty().get());
        animation = new AnimationPanel(background, dialogs, notices, this::shown);
        verification = new VerificationService(background, lab, new Verifier(engines));
        studies = new Studies(
                engines,
                new StudySurroundings(
                        background,
                        lab.editedProperty(),
                        dialogs,
                        notices,
                        exporter,
                        run -> desk.take(run, Message.of("undo.study"))),
                trouble::tell);
        panels.visibleProperty().bind(studies.visibleProperty().not());
        viewMenu = new ViewMenu(panels, look, language -> onLanguage.accept(language), tone);
        LayoutControl layout = new LayoutControl(panels, viewMenu, microscope);
        edits = new Edits(editors, desk, layout, notes);
        sessions = new Sessions(
                lab, desk, travel, selection, microscope, compare, layout, look, operations, notes, studies);
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
                        () -> animation.setOpen(true)),
                help.menu());
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
        presenter = new Presenter(
                this,
                new Presenter.Parts(
                        toolbar, statusBar, state, notices, panels, microscope, presented(), lessons, studies),
                look);
        edits.watch(this);
        new PlaceKeys(this, this::parts);
        focusRing.follow(this);
        getChildren().add(focusRing);
        FileDrop.install(this, desk);
        listen();
        show(lab.statusProperty().get());
    }

    /** The parts of the window that the keyboard goes to, from left to right and from top to bottom. */
    private List<? extends Region> parts() {
        return Stream.of(
                        Stream.of(toolbar, studies),
                        lessons.shown().stream(),
                        Stream.of(editors.task(), editors.hyperparameters(), loss, state, microscope),
                        Stream.of(animation, notices, history))
                .flatMap(each -> each)
                .toList();
    }

    /** What can be presented, one at a time. */
    private Map<PresentedPanel, Region> presented() {
        return Map.of(
                PresentedPanel.TASK, editors.task(),
                PresentedPanel.HYPERPARAMETERS, editors.hyperparameters(),
                PresentedPanel.LOSS, loss,
                PresentedPanel.STATE, state,
                PresentedPanel.MICROSCOPE, microscope);
    }

    /** The places of the microscope, in the order of their buttons. */
    private List<Place> places() {
        return List.of(
                new CellPlace(background, traces, selection),
                new UnitPlace(background, traces, selection),
                new PredictionsPlace(background, traces),
                new UpdatePlace(background, traces, selection, lab),
                new WeightsPlace(background, traces, selection),
                operations.twoSequences(),
                operations.transplant(),
                operations.lesion(),
                new SaliencyPlace(background, traces, selection),
                new FreeRunPlace(background, traces),
                new ResetSwitchPlace(background, traces, selection),
                compare,
                notes);
    }

    /** The snapshot that is looked at. */
    private ObservableValue<Optional<Snapshot>> looked() {
        return Bindings.createObjectBinding(
                () -> Optional.ofNullable(traces.getTraced()).map(TracedSnapshot::snapshot), traces.tracedProperty());
    }

    private void listen() {
        look.addListener((observable, before, now) -> show(now));
        lab.restartNeededProperty().addListener((observable, before, needed) -> offerRestart(needed));
        lab.statusProperty().addListener((observable, before, now) -> {
            show(now);
            trouble.tell(before, now);
        });
        microscope.shownProperty().addListener((observable, before, now) -> lab.watchUpdates(now.watchesUpdates()));
        travel.shownProperty().addListener((observable, before, now) -> look(now));
        traces.tracedProperty().addListener((observable, before, now) -> {
            if (now != null) {
                sessions.shown(now.snapshot());
            }
        });
    }

    private void offerRestart(boolean needed) {
        if (needed) {
            notices.offer(Message.text("notice.restartNeeded"), Message.text("notice.restart"), lab::restart);
        } else {
            notices.withdraw();
        }
    }

    /** Calls back when a language is chosen. */
    void setOnLanguage(Consumer<Language> newOnLanguage) {
        onLanguage = newOnLanguage;
    }

    /** The same window on the same run, built anew in the language spoken now, to take over what this one holds. */
    MainWindow again() {
        return new MainWindow(background, engines, dialogs, sessions.now().experiment(), lab.handOver());
    }

    /** Takes over all that the window held that this one was built from, and stops what that does in the background. */
    void takeOver(MainWindow before) {
        choices = KeptChoices.in(before.withChoices());
        lessons.takeOver(before.lessons);
        edits.takeOver(before.edits);
        sessions.takeOver(before.sessions);
        traces.setWindow(before.traces.getWindow());
        loss.takeOver(before.loss);
        studies.takeOver(before.studies);
        animation.takeOver(before.animation);
        viewMenu.panel(SOUND).setSelected(before.tone.isOn());
        keeper = before.keeper;
        if (keeper != null) {
            keeper.moveTo(desk, sessions::now, before.notices, notices);
        }
        if (lab.restartNeededProperty().get()) {
            offerRestart(true);
        }
        before.stopViews();
        choices.putInto(withChoices());
        lab.runningProperty().addListener(observable -> choices.forget());
    }

    /** The parts with choices that are part of no experiment. */
    private List<Region> withChoices() {
        return List.of(toolbar, loss, state, microscope, studies, animation);
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
        choices.putInto(withChoices());
        travel.pulse();
        presenter.pulse();
        focusRing.place();
        tone.hear(snapshot().map(now -> now.evaluation().loss()).orElse(Double.NaN), isTraining());
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
        keeper = Keeper.start(background, data, desk, sessions::now, notices);
    }

    /** Prepares on other threads what the first drawings need. Called when the window is on the screen. */
    public void warmUp() {
        loss.warmUp();
        help.prepare();
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
        stopViews();
    }

    private void stopViews() {
        tone.close();
        verification.close();
        animation.close();
        microscope.close();
        traces.close();
        state.close();
        studies.close();
        help.close();
    }

    private void tellOfNoSound() {
        viewMenu.panel(SOUND).setSelected(false);
        notices.problem(Message.text("ui.sound.none"));
    }

    private void show(Look now) {
        now.theme().apply();
        getStyleClass().remove(DARK);
        if (now.isDark()) {
            getStyleClass().add(DARK);
        }
        Palette palette = now.palette();
        setStyle(String.format("-color-wrong: #%06x;", palette.wrong().getRGB() & 0xffffff));
        loss.setPalette(palette);
        state.setPalette(palette);
        microscope.setPalette(palette);
        studies.setPalette(palette);
        exporter.setColours(now.colours());
        animation.setColours(now.colours());
        help.setDark(now.isDark());
    }

    private void choose(Preset preset) {
        EngineName engine = editors.hyperparameters().engineProperty().get();
        desk.take(preset.with(engine), Message.of("undo.preset", preset.name()));
        notices.done(preset.explanation());
    }

    private void showExperiment(Experiment experiment, Message name) {
        edits.as(name, () -> editors.show(experiment));
        boolean isContinued = snapshot().flatMap(Snapshot::origin).isPresent();
        if (isContinued || !lab.runningProperty().get().equals(experiment)) {
            lab.reset();
        }
    }

    private void showSession(Session session, Message name) {
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

    /** How the window looks. */
    ObjectProperty<Look> look() {
        return look;
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
