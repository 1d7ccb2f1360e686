package lab.carousel.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.lesson.LessonFile;
import lab.carousel.file.session.ResumedWork;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.model.Experiment;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.controls.Motion;
import lab.carousel.ui.controls.NodeVisibility;
import lab.carousel.ui.controls.Whereabouts;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.export.AnimationPanel;
import lab.carousel.ui.export.ExportMenu;
import lab.carousel.ui.export.Exporter;
import lab.carousel.ui.file.FileDrop;
import lab.carousel.ui.file.FileMenu;
import lab.carousel.ui.help.Help;
import lab.carousel.ui.history.HistoryBar;
import lab.carousel.ui.history.StepScrubber;
import lab.carousel.ui.hyperparameters.HyperparametersPanel;
import lab.carousel.ui.judge.JudgeWindow;
import lab.carousel.ui.lesson.LessonMenu;
import lab.carousel.ui.loss.LossView;
import lab.carousel.ui.microscope.Microscope;
import lab.carousel.ui.notice.NoticeBar;
import lab.carousel.ui.palette.CommandPalette;
import lab.carousel.ui.project.Document;
import lab.carousel.ui.project.UndoMenu;
import lab.carousel.ui.state.StateView;
import lab.carousel.ui.status.Readout;
import lab.carousel.ui.status.StatusBar;
import lab.carousel.ui.studies.StudiesOverlay;
import lab.carousel.ui.studies.StudySurroundings;
import lab.carousel.ui.task.TaskEditor;
import lab.carousel.ui.theme.Look;
import lab.carousel.ui.theme.Stylesheets;
import lab.carousel.ui.toolbar.Toolbar;
import lab.carousel.ui.tour.Tour;
import lab.carousel.ui.verification.VerificationBadge;
import lab.carousel.ui.workspace.Workspace;
import lab.carousel.view.PlaceNeed;

/** The window on what is worked on: it puts the rooms together. */
public final class MainWindow extends BorderPane {

    private static final String DARK = "dark";
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Workspace workspace;
    final Commands commands = new Commands();
    final TaskEditor task;
    final HyperparametersPanel hyperparameters;
    final LossView loss;
    final StateView state;
    final Microscope microscope;
    final JudgeWindow judge;
    final StatusBar statusBar;
    final Panels panels;
    private final SnapshotPresenter snapshotPresenter;
    private final Readout readout;
    private final Runnable stopTelling;
    final NoticeBar notices;
    private final AnimationPanel animation;
    final StudiesOverlay studies;
    final LessonController lessons;
    private final HelpController help;
    private final UndoMenu undo;
    private final LessonMenu lessonMenu;
    private final ClassControl classroom;
    final Toolbar toolbar;
    final HistoryBar history;
    private final Presenter presenter;
    private final FocusRing focusRing = new FocusRing();
    /** What lies over the window, and is no part of it. */
    private final StackPane overlay = new StackPane();

    private final CommandPalette palette;
    final Tour tour;
    private final ViewMenu view;
    final ScopeControl scope;
    private final NextStep next;
    /** The width that the toolbar needs with the names of its menus, while no class is open. */
    private double namesWidth;

    private final TooltipPlacement tooltipPlacement = new TooltipPlacement(this);

    public MainWindow(Workspace workspace, Consumer<Language> onLanguage) {
        this.workspace = workspace;
        statusBar = new StatusBar(workspace.background(), workspace.traces());
        readout = new Readout(workspace.lab().statusProperty());
        task = new TaskEditor(workspace.project(), workspace.lab(), this, workspace.background());
        hyperparameters =
                new HyperparametersPanel(workspace.project(), workspace.lab(), this, ScopeControl.wanted(workspace));
        stopTelling = task.tellMemory(workspace.background(), workspace.run().editedAsShown());
        loss = new LossView(workspace.background(), workspace.screen().zoom());
        loss.putBesideTitle(readout);
        snapshotPresenter = new SnapshotPresenter(this, workspace, loss, statusBar);
        state = new StateView(
                workspace.background(),
                workspace.traces(),
                workspace.selection(),
                workspace.screen().explained());
        if (workspace.screen().simple().get()
                && workspace.screen().place().get().isEmpty()) {
            // So that no other one is made, to be hidden at once
            workspace.screen().place().set(workspace.screen().firstPlace().get());
        }
        microscope = new Microscope(
                Places.of(workspace),
                workspace.screen().place(),
                workspace.screen().firstPlace());
        notices = new NoticeBar(workspace.notices());
        Exporter exporter = exporter();
        judge = new JudgeWindow(workspace.background(), workspace.fileAccess(), exporter);
        lessons = new LessonController(workspace, microscope, task, hyperparameters, statusBar, exporter);
        help = new HelpController(commands, workspace.background(), microscope, lessons, this::find, this::tour);
        animation = new AnimationPanel(
                workspace.animation(), workspace.fileAccess(), workspace.run()::shown, this::colours);
        studies = studies(exporter);
        panels = new Panels(task, hyperparameters, loss, state, microscope);
        panels.visibleProperty().bind(studies.visibleProperty().not());
        view = viewMenu(onLanguage);
        new LayoutControl(workspace.project(), panels, view, microscope);
        undo = new UndoMenu(commands, workspace.project());
        scope = new ScopeControl(this, workspace);
        next = new NextStep(this, workspace);
        WindowCommands listed = new WindowCommands(this, view, scope, help.help());
        palette = new CommandPalette(listed::all, listed::search, Help::vocabulary);
        help.help().onRead(palette::refresh);
        lessonMenu = lessons.library().menu(commands);
        classroom = new ClassControl(workspace, lessons.library(), overlay);
        lessonMenu.getItems().addListener((Observable change) -> palette.refresh());
        toolbar = toolbar(exporter, view);
        classroom.moveInto(toolbar, lessonMenu);
        history = historyBar();
        tour = newTour();
        build();
        presenter = new Presenter(this, workspace.screen().look());
        listen();
        getChildren().add(focusRing);
        if (!workspace.screen().look().get().equals(Look.INITIAL)) {
            show(workspace.screen().look().get());
        }
        scope.show();
        snapshotPresenter.show();
    }

    private ViewMenu viewMenu(Consumer<Language> onLanguage) {
        return new ViewMenu(
                commands,
                panels,
                workspace.screen().look(),
                new Zoom(this, workspace.screen().look(), workspace.notices()),
                workspace.screen().simple(),
                onLanguage,
                readout::setOpen);
    }

    private Exporter exporter() {
        return new Exporter(
                workspace.fileAccess(),
                workspace.run()::shown,
                workspace.traces().stepByStepProperty()::get,
                this::colours,
                () -> workspace.lesson().progress().map(LessonProgress::original),
                this::savedIn);
    }

    private HistoryBar historyBar() {
        return new HistoryBar(
                commands,
                workspace.travel(),
                workspace.lab(),
                workspace::continueFromHere,
                workspace.background().barrier(),
                new StepScrubber(commands, workspace.selection(), workspace.traces()));
    }

    private Tour newTour() {
        return new Tour(
                List.of(
                        new Tour.Stop("task", task),
                        new Tour.Stop("play", toolbar.playButton()),
                        new Tour.Stop("loss", loss),
                        new Tour.Stop("state", state),
                        new Tour.Stop("verdict", statusBar)),
                task,
                () -> !palette.isVisible(),
                () -> workspace.screen().toured().set(true));
    }

    /** Begins the tour, with all that it shows on the screen. */
    public void tour() {
        workspace.screen().look().set(workspace.screen().look().get().presenting(false));
        if (studies.visibleProperty().get()) {
            studies.switchOver();
        }
        List.of("editors", "loss", "state").forEach(panel -> view.panel(panel).setSelected(true));
        applyCss();
        layout();
        tour.begin();
    }

    private void find() {
        palette.toggle();
        // What is not read yet comes as soon as it is
        help.help().prepare();
        lessonMenu.prepare();
    }

    /** The experiment file in which an experiment is saved just so. */
    private Optional<Path> savedIn(Experiment experiment) {
        Document document = workspace.project().state().document();
        return document.path()
                .filter(path -> path.toString().endsWith(ExperimentFile.EXTENSION))
                .filter(path -> document.saved().equals(experiment));
    }

    private Colours colours() {
        return workspace.screen().look().get().colours();
    }

    private StudiesOverlay studies(Exporter exporter) {
        return new StudiesOverlay(
                commands,
                workspace.studies(),
                new StudySurroundings(
                        workspace.background(),
                        workspace.lab().editedProperty(),
                        workspace.fileAccess(),
                        exporter,
                        run -> workspace.project().open(Message.of("undo.study"), run)));
    }

    private void judge() {
        judge.open(workspace.screen().look().get(), getScene().getWindow());
    }

    private Toolbar toolbar(Exporter exporter, ViewMenu view) {
        return new Toolbar(
                commands,
                workspace.lab(),
                workspace.background().barrier(),
                workspace::choose,
                workspace.notices()::invalid,
                List.of(scope.button(), lessonMenu, studies.toggle()),
                new FileMenu(commands, workspace.files(), this::judge),
                undo,
                view,
                new ExportMenu(
                        commands,
                        exporter,
                        snapshotPresenter::lossPicture,
                        state::picture,
                        microscope::picture,
                        workspace.selection(),
                        () -> animation.setOpen(true),
                        animation::plan),
                help.menu());
    }

    private void build() {
        statusBar.offer(next);
        statusBar.getChildren().add(new VerificationBadge(workspace.verification()));
        getStyleClass().add("window");
        setTop(toolbar);
        setCenter(new Center(panels, studies, animation, notices));
        setBottom(new VBox(history, statusBar));
        Stylesheets.addToSceneOf(this);
        commands.listen(this);
        // Before the lists, which use Escape up although they cannot be edited
        addEventFilter(KeyEvent.KEY_PRESSED, this::leaveStudies);
        loss.offer(toolbar.play());
        // What its buttons have no use for means the window below
        tour.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            event.consume();
            fireEvent(event.copyFor(this, this));
        });
        InputEcho echo = new InputEcho(workspace.screen().look().map(Look::echoing));
        echo.follow(this);
        echo.follow(overlay);
        StackPane.setAlignment(palette, Pos.TOP_CENTER);
        StackPane.setAlignment(echo, Pos.BOTTOM_CENTER);
        overlay.setPickOnBounds(false);
        overlay.getChildren().addAll(tour, palette, echo);
        Bindings.bindContent(overlay.getStyleClass(), getStyleClass());
        Runnable onScope = () -> {
            scope.show();
            next.show();
        };
        lessons.moveInto(this, panels, studies, onScope, classroom::showPictures);
    }

    @Override
    protected void layoutChildren() {
        // Not its own width, which is never less than its parts need
        if (getParent() instanceof Region around) {
            fit(around.getWidth());
        }
        super.layoutChildren();
    }

    /** Shows signs in the place of names where the room is not enough for these. */
    private void fit(double room) {
        double classWidth = workspace.openClass().isOpen() ? ClassControl.WIDTH : 0;
        boolean isNarrow = getPseudoClassStates().contains(NARROW);
        if (!isNarrow) {
            namesWidth = Math.max(namesWidth, toolbar.minWidth(-1) - classWidth);
        }
        if (isNarrow != room < namesWidth + classWidth) {
            pseudoClassStateChanged(NARROW, !isNarrow);
            toolbar.setNarrow(!isNarrow);
            applyCss();
        }
    }

    private void leaveStudies(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && studies.visibleProperty().get()) {
            studies.switchOver();
            event.consume();
        }
    }

    private void listen() {
        undo.watch(this, List.of(task, hyperparameters));
        new PlaceKeys(commands, this, this::parts);
        focusRing.follow(this);
        FileDrop.install(this, workspace.files());
        task.setOnOwnSeries(
                () -> workspace
                        .files()
                        .takeSeries(Objects.requireNonNullElse(
                                Clipboard.getSystemClipboard().getString(), "")),
                workspace.files()::takeSeriesFile);
        microscope
                .shownProperty()
                .addListener((observable, before, now) -> workspace.lab().watchUpdates(now.needs(PlaceNeed.UPDATES)));
        WindowListeners.of(this, workspace.screen().look(), (observable, before, now) -> show(now));
        snapshotPresenter.listen();
        LongRun.watch(this, workspace.lab(), workspace.notices());
    }

    /** Gives theme and colours to the window, and to what draws for itself. */
    private void show(Look now) {
        now.theme().apply();
        Motion.set(this, now.moving());
        getStyleClass().remove(DARK);
        if (now.isDark()) {
            getStyleClass().add(DARK);
        }
        Palette palette = now.palette();
        setStyle(String.format("-color-wrong: #%06x;", palette.wrong().getRGB() & 0xffffff));
        task.setPalette(palette);
        loss.setPalette(palette);
        state.setPalette(palette);
        microscope.setPalette(palette);
        studies.setPalette(palette);
        judge.setLook(now);
        help.help().setDark(now.isDark());
    }

    /** The parts of the window that the keyboard goes to, from left to right and from top to bottom. */
    private List<? extends Region> parts() {
        return Stream.of(
                        Stream.of(toolbar, studies),
                        lessons.shown().stream(),
                        Stream.of(task, hyperparameters, loss, state, microscope),
                        Stream.of(animation, notices, history))
                .flatMap(each -> each)
                .toList();
    }

    /** Shows what has happened since the last frame. Called once per frame, after the workspace was told. */
    public void pulse() {
        presenter.pulse();
        focusRing.pulse();
        tour.pulse();
        lessons.player().pulse();
        readout.pulse(System.nanoTime());
        microscope.pulse();
        studies.note();
    }

    /** Prepares what the first drawings need, and what is not seen yet. Called when the window is on the screen. */
    public void warmUp() {
        microscope.prepare();
        lessonMenu.prepare();
        loss.warmUp();
        studies.prepare();
        help.help().prepare();
    }

    /** Goes on with the lesson and the class of a program that has started again, once its session is there. */
    public void goOn(ResumedWork before) {
        Runnable withClass = () -> before.openClass().ifPresent(classroom::goOn);
        before.lesson().ifPresentOrElse(name -> lessons.goOn(name, before.step(), withClass), withClass);
    }

    public void open(Path file) {
        workspace.background().disk().ask(() -> LessonFile.isLesson(file), isLesson -> {
            if (isLesson) {
                lessons.library().open(file);
            } else {
                workspace.files().open(file);
            }
        });
    }

    /** Whether the window may be closed: nothing would be lost, or the user agrees. */
    public boolean mayClose() {
        return workspace.files().mayLeave(lessons::edited, lessons.library()::unsaved, lessons.player()::close);
    }

    public void close() {
        judge.close();
        microscope.close();
        toolbar.close();
        notices.close();
        statusBar.close();
        stopTelling.run();
        tooltipPlacement.close();
        studies.close();
        help.help().close();
    }

    /** What lies over the window. */
    Region overlay() {
        return overlay;
    }

    HistoryBar history() {
        return history;
    }

    LessonController lessons() {
        return lessons;
    }

    /** The middle of the window: the panels or the studies, and what lies over them in the corners. */
    static final class Center extends StackPane {

        private static final double NOTICE_WIDTH = 328;
        private static final double MARGIN = 8;

        Center(Node panels, Node studies, Node animation, Region notices) {
            super(panels, studies, animation, notices);
            setAlignment(animation, Pos.TOP_RIGHT);
            setMargin(animation, new Insets(MARGIN));
            setAlignment(notices, Pos.BOTTOM_RIGHT);
            setMargin(notices, new Insets(MARGIN));
            notices.setMaxSize(NOTICE_WIDTH, Region.USE_PREF_SIZE);
        }
    }

    /**
     * Where the keyboard is: a ring around whatever has the focus, the same around all of it, in every theme. Only for
     * those who go about with the keyboard: a mouse click takes it away.
     */
    static final class FocusRing extends Region {

        private static final double OUTSET = 3;

        private final Whereabouts ringed = new Whereabouts();
        private final Whereabouts house = new Whereabouts();
        private boolean isByKey;

        FocusRing() {
            setId("focusRing");
            getStyleClass().add("focus-ring");
            setManaged(false);
            setMouseTransparent(true);
            setVisible(false);
        }

        void follow(Node window) {
            window.addEventFilter(KeyEvent.KEY_PRESSED, event -> isByKey |= event.getCode() == KeyCode.TAB);
            window.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> isByKey = false);
        }

        /** Goes to what has the focus. Called once per frame. */
        void pulse() {
            Node owner = !isByKey || getScene() == null ? null : getScene().getFocusOwner();
            if (owner == null) {
                setVisible(false);
                return;
            }
            boolean hasOwnerMoved = ringed.haveChanged(owner);
            boolean hasHouseMoved = house.haveChanged(getParent());
            if (hasOwnerMoved || hasHouseMoved || !isVisible()) {
                place(owner);
            }
        }

        private void place(Node owner) {
            Bounds around = NodeVisibility.of(owner);
            boolean isThere = around.getWidth() > 0 && around.getHeight() > 0;
            setVisible(isThere);
            if (isThere) {
                toFront();
                Bounds here = getParent().sceneToLocal(around);
                // Within the window, so that it is seen whole around what touches its edge
                double left = Math.max(0, here.getMinX() - OUTSET);
                double top = Math.max(0, here.getMinY() - OUTSET);
                Bounds window = getParent().getLayoutBounds();
                double right = Math.min(window.getWidth(), here.getMaxX() + OUTSET);
                double bottom = Math.min(window.getHeight(), here.getMaxY() + OUTSET);
                resizeRelocate(left, top, right - left, bottom - top);
            }
        }
    }
}
