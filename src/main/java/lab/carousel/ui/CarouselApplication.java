package lab.carousel.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.util.Duration;
import lab.carousel.engine.choice.Engines;
import lab.carousel.file.command.RestartCommand;
import lab.carousel.file.disk.ChosenLanguage;
import lab.carousel.file.disk.DataFolder;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.session.ResumedWork;
import lab.carousel.file.window.WindowFile;
import lab.carousel.file.window.WindowState;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.text.Glossary;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Freeze;
import lab.carousel.ui.background.Urgency;
import lab.carousel.ui.background.Watchdog;
import lab.carousel.ui.file.FileDialogs;
import lab.carousel.ui.theme.Icons;
import lab.carousel.ui.theme.Look;
import lab.carousel.ui.theme.SystemMotion;
import lab.carousel.ui.theme.Theme;
import lab.carousel.ui.window.LanguageChoice;
import lab.carousel.ui.window.WindowRoot;
import lab.carousel.ui.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program with its window. A file named as the first argument is opened. */
public final class CarouselApplication extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(CarouselApplication.class);

    /** A hand does not feel less than a tenth of a second; what the log is told of is clearly felt. */
    private static final int MOST_MILLIS_STILL = 250;

    /** The bundles of the words in a new window, in the order in which they are needed. */
    private static final List<String> FIRST_WORDS =
            List.of("status", "editor", "hyperparameters", "verdict", "loss", "state", "microscope", "operation");

    /** The same after those of the places, each of which has one by its key. */
    private static final List<String> LATER_WORDS = List.of(
            "study",
            "notice",
            "help",
            "animation",
            "studyWindow",
            "view",
            "undo",
            "lesson",
            "answers",
            "toolbar",
            "preset",
            "history",
            "account",
            "picture",
            "ui");

    private final Background background = new Background();
    private final ChosenLanguage chosen = new ChosenLanguage(DataFolder.path().resolve("language.txt"));
    private final WindowFile windowFile = new WindowFile(DataFolder.path().resolve("window.json"));
    private CompletableFuture<Void> fonts = CompletableFuture.completedFuture(null);
    private WindowState left = WindowState.FIRST;
    private Language spoken = Language.current();
    private Runnable afterEnd = () -> {};

    @SuppressWarnings("NullAway.Init") // JavaFX calls start() first
    private Workspace workspace;

    @SuppressWarnings("NullAway.Init") // as above
    private WindowRoot root;

    @SuppressWarnings("NullAway.Init") // as above
    private WindowMemory memory;

    @SuppressWarnings("NullAway.Init") // as above
    private Watchdog watchdog;

    /** On the thread that launches the program, which draws nothing. */
    @Override
    public void init() {
        fonts = CompletableFuture.runAsync(
                Theme::loadFonts, work -> background.execute("fonts", Urgency.WAITED_FOR, work));
        // Also without a choice, so that the menus that come with JavaFX do not speak a third language
        spoken = chosen.read().orElseGet(Language::current);
        background.execute("words", Urgency.WAITED_FOR, () -> {
            Language.all();
            Message.prepare(spoken, FIRST_WORDS);
            Message.prepare(spoken, PlaceName.keys());
            Message.prepare(spoken, LATER_WORDS);
            Glossary.of(spoken);
        });
        left = windowFile.read();
    }

    @Override
    public void start(Stage stage) {
        Theme.deferStyling();
        spoken.speak();
        build(stage);
        stage.titleProperty().bind(workspace.title());
        Look look = workspace.screen().look().get();
        java.awt.Color ground = look.palette().background();
        // No white flashes up before a dark window is drawn
        // In its size from the beginning, so that it is laid out once
        memory.place();
        stage.setScene(new Scene(
                root,
                stage.getWidth(),
                stage.getHeight(),
                Color.rgb(ground.getRed(), ground.getGreen(), ground.getBlue())));
        look.theme().apply();
        stage.setOnCloseRequest(event -> {
            if (!root.window().mayClose()) {
                event.consume();
            }
        });
        stage.show();
        // Not before: some window managers would open the window in its least size
        Platform.runLater(memory::watch);
        pulseAtEachFrame(stage);
        background.beforeEnd(workspace::keepNow);
        askForMotion();
        FreezeWords words = new FreezeWords();
        watchdog = background.watch(
                Thread.currentThread(), MOST_MILLIS_STILL, freeze -> LOG.warn("While in use {}", words.of(freeze)));
    }

    private void build(Stage stage) {
        workspace = new Workspace(background, Engines::named, new FileDialogs(() -> stage), Experiment.reference());
        memory = new WindowMemory(
                stage, workspace, left, state -> background.disk().execute(() -> windowFile.write(state)));
        memory.restoreLook();
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> tell(error));
        fonts.join();
        LanguageChoice language = new LanguageChoice(
                workspace.notices(),
                each -> background.disk().execute(() -> chosen.remember(each)),
                RestartCommand.here().map(again -> () -> workspace.saveToResume(work -> end(again, work))));
        root = new WindowRoot(workspace, language::choose);
        root.takeOutHidden();
    }

    /** Ends the program, and starts it again when nothing of it is left that the next one needs. */
    private void end(RestartCommand again, ResumedWork work) {
        afterEnd = () -> {
            try {
                again.start(work);
            } catch (IOException impossible) {
                LOG.error("The program could not be started again by {}", again, impossible);
            }
        };
        Platform.exit();
    }

    private void pulseAtEachFrame(Stage stage) {
        StartupTimer opening = new StartupTimer(
                background, () -> drawn(stage), () -> root.window().warmUp());
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                workspace.pulse();
                root.window().pulse();
                opening.pulse();
                if (opening.isDrawn()) {
                    root.putBackHidden();
                }
            }
        }.start();
    }

    /** Whoever opens the program for the first time, and no file with it, is shown around. */
    private void drawn(Stage stage) {
        getParameters().getUnnamed().stream().findFirst().ifPresent(this::open);
        Optional<ResumedWork> before = ResumedWork.in(System.getenv());
        workspace.keepIn(
                DataFolder.path(), before.map(ResumedWork::session), () -> before.ifPresent(root.window()::goOn));
        giveIcons(stage);
        Language.broken().stream()
                .map(Message::text)
                .reduce((one, other) -> one + " " + other)
                .ifPresent(workspace.notices()::problem);
        if (!workspace.screen().toured().get() && getParameters().getUnnamed().isEmpty()) {
            root.window().tour();
        }
    }

    private void askForMotion() {
        background.execute("motion", Urgency.ASIDE, () -> {
            if (SystemMotion.isReduced()) {
                background.show(() -> workspace
                        .screen()
                        .look()
                        .set(workspace.screen().look().get().moving(false)));
            }
        });
    }

    private void giveIcons(Stage stage) {
        background.execute("icons", Urgency.WAITED_FOR, () -> {
            List<Image> icons = Icons.all();
            background.show(() -> stage.getIcons().addAll(icons));
        });
    }

    /** Whatever is wrong with the file that was named, the window opens. */
    private void open(String file) {
        try {
            root.window().open(FileProblem.path(file));
        } catch (InvalidInput noName) {
            workspace.errors().tell(noName);
        }
    }

    private void tell(Throwable error) {
        LOG.error("Unexpected error in the window", error);
        if (Platform.isFxApplicationThread()) {
            workspace.errors().tell(error);
        }
    }

    @Override
    public void stop() {
        watchdog.close();
        memory.remember();
        workspace.close();
        root.window().close();
        background.close();
        afterEnd.run();
    }

    /**
     * What a log says of times in which the window stood still: all calls only the first time in each place, so that a slow
     * machine does not fill the log with one and the same. Not thread-safe.
     */
    public static final class FreezeWords {

        private static final String OURS = "lab.carousel.";

        private final Set<String> told = new HashSet<>();

        public String of(Freeze freeze) {
            String place = place(freeze.where());
            return told.add(place)
                    ? freeze.toString()
                    : "the window stood still for " + freeze.millis() + " ms, again at " + place;
        }

        /** The innermost method of the program itself; what it was in on the way there changes with every look. */
        private static String place(List<StackTraceElement> where) {
            return where.stream()
                    .filter(call -> call.getClassName().startsWith(OURS))
                    .findFirst()
                    .or(() -> where.stream().findFirst())
                    .map(call -> call.getClassName() + "." + call.getMethodName())
                    .orElse("an unknown place");
        }
    }

    /**
     * The first moments of the window: the log says when it was drawn, and what is prepared for later waits until whoever
     * opened it has it in front of them.
     */
    static final class StartupTimer {

        private static final Logger LOG = LoggerFactory.getLogger(StartupTimer.class);

        /** The first pulse ends in the first picture, so that it is drawn when the second one begins. */
        private static final int DRAWN = 2;

        /** How the line of the log begins that the scripts of the packages wait for. */
        static final String DRAWN_WORDS = "The window was drawn";

        private static final Duration REST = Duration.seconds(3);

        private final Background background;
        private final Runnable drawn;
        private final Runnable later;
        private int pulses;

        /**
         * The first moments of a window.
         *
         * @param background writes to the log
         * @param drawn      what belongs to the window, but not to its first picture
         * @param later      what is only needed for what somebody does in it
         */
        StartupTimer(Background background, Runnable drawn, Runnable later) {
            this.background = background;
            this.drawn = drawn;
            this.later = later;
        }

        /** To be called once per frame. */
        void pulse() {
            pulses++;
            if (pulses == DRAWN) {
                long at = System.nanoTime();
                background.execute("opening", Urgency.ASIDE, () -> tell(at));
                drawn.run();
                PauseTransition rest = new PauseTransition(REST);
                rest.setOnFinished(event -> later.run());
                rest.play();
            }
        }

        boolean isDrawn() {
            return pulses >= DRAWN;
        }

        /** By the clock of the Java machine, which counts on; when the process began is known only to the second. */
        private static void tell(long at) {
            long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - at);
            LOG.info(
                    DRAWN_WORDS + " {} ms after the start of Java",
                    ManagementFactory.getRuntimeMXBean().getUptime() - since);
        }
    }
}
