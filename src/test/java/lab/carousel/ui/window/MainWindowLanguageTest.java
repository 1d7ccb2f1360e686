package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.workspace.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The language is changed while everything goes on. */
class MainWindowLanguageTest extends MainWindowFixture {

    private Workspace another;
    private LanguageSwitch anotherShown;
    private final InLanguage before = new InLanguage(Language.ENGLISH);

    @AfterEach
    void putBack() {
        before.close();
    }

    private void choose(FxRobot robot, Language language) throws TimeoutException {
        MainWindow old = window;
        robot.interact(() -> ((RadioMenuItem) item(robot, "viewMenu", "language-" + language.code())).fire());
        await(() -> window != old);
        Frames.settle();
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> ((ButtonBase) find(robot, id)).fire());
    }

    private void trainToTheEnd(FxRobot robot) throws TimeoutException {
        await(() -> workspace.state() == RunState.PAUSED);
        fire(robot, "play");
        await(() -> workspace.state() == RunState.FINISHED);
    }

    private static String verdict(Snapshot end) {
        return VerdictWords.of(end.evaluation()).headline();
    }

    @Test
    void aFinishedRunIsToldInTheOtherLanguageAndBack(FxRobot robot) throws TimeoutException {
        trainToTheEnd(robot);
        Snapshot end = workspace.snapshot().orElseThrow();
        String loss = text(robot, "loss");
        String english = text(robot, "verdict");
        choose(robot, Language.GERMAN);
        assertThat(remembered).hasValue(Language.GERMAN);
        assertThat(workspace.snapshot().orElseThrow()).isSameAs(end);
        assertThat(workspace.state()).isEqualTo(RunState.FINISHED);
        assertThat(text(robot, "loss")).isEqualTo(loss);
        assertThat(text(robot, "verdict")).isNotEqualTo(english).isEqualTo(verdict(end));
        assertThat(text(robot, "fileMenu")).isEqualTo("Datei");
        choose(robot, Language.ENGLISH);
        assertThat(text(robot, "verdict")).isEqualTo(english);
        assertThat(text(robot, "loss")).isEqualTo(loss);
        assertThat(text(robot, "fileMenu")).isEqualTo("File");
        assertThat(workspace.snapshot().orElseThrow()).isSameAs(end);
    }

    @Test
    void theNewWindowIsPutTogetherBehindTheOneBeforePartByPart(FxRobot robot) throws TimeoutException {
        MainWindow old = window;
        List<Integer> places = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        AnimationTimer everyFrame = new AnimationTimer() {
            @Override
            public void handle(long now) {
                List<Node> windows = old.getScene() == null
                        ? List.of()
                        : old.getScene().getRoot().getChildrenUnmodifiable();
                if (windows.size() == 2) {
                    Node next = windows.get(0);
                    seen.add(next.isVisible() ? next : windows.get(1));
                    titles.add(((Labeled) old.lookup("#fileMenu")).getText());
                    places.add((int)
                            Stream.of("taskEditor", "hyperparameters", "lossView", "state", "cellDigits", "toolbar")
                                    .filter(id -> next.lookup("#" + id) != null)
                                    .count());
                }
            }
        };
        robot.interact(everyFrame::start);
        choose(robot, Language.GERMAN);
        robot.interact(everyFrame::stop);
        assertThat(places).isEqualTo(List.of(0, 1, 2, 3, 4, 5));
        assertThat(seen).containsExactly(old);
        assertThat(titles).containsOnly("File");
        assertThat(window.getScene().getRoot().getChildrenUnmodifiable()).containsExactly(window);
        assertThat(window.isVisible()).isTrue();
        assertThat(text(robot, "fileMenu")).isEqualTo("Datei");
        assertThat(find(robot, "taskEditor").getLayoutBounds()).isEqualTo(sizes(old, "taskEditor"));
        assertThat(find(robot, "lossView").getLayoutBounds()).isEqualTo(sizes(old, "lossView"));
        assertThat(find(robot, "microscope").getLayoutBounds()).isEqualTo(sizes(old, "microscope"));
    }

    private static Bounds sizes(MainWindow of, String id) {
        return of.lookup("#" + id).getLayoutBounds();
    }

    @Test
    void keysStillLeadToTheMenusOfTheWindowThatIsShown(FxRobot robot) throws TimeoutException {
        choose(robot, Language.GERMAN);
        choose(robot, Language.ENGLISH);
        choose(robot, Language.GERMAN);
        Map<KeyCombination, Runnable> keys = window.getScene().getAccelerators();
        assertThat(keys).containsKey(KeyCombination.valueOf("F9"));
        robot.interact(() -> keys.get(KeyCombination.valueOf("F9")).run());
        assertThat(window.getStyleClass()).contains("dark");
        assertThat(((CheckMenuItem) item(robot, "viewMenu", "view-dark")).isSelected())
                .isTrue();
        robot.interact(() -> keys.get(KeyCombination.valueOf("F9")).run());
        assertThat(window.getStyleClass()).doesNotContain("dark");
    }

    @Test
    void aRunGoesOn(FxRobot robot) throws TimeoutException {
        type(robot, "epochs", "1000000");
        await(() -> workspace.state() == RunState.PAUSED);
        fire(robot, "play");
        await(() -> workspace.updates() > 1_000);
        choose(robot, Language.GERMAN);
        long then = workspace.updates();
        assertThat(workspace.isTraining()).isTrue();
        await(() -> workspace.updates() > then);
        fire(robot, "play");
        await(() -> workspace.state() == RunState.PAUSED);
        assertThat(text(robot, "epochs")).isEqualTo("1000000");
    }

    @Test
    void whatIsLookedAtStays(FxRobot robot) throws TimeoutException {
        trainToTheEnd(robot);
        awaitHeatmap(robot);
        robot.interact(() -> {
            workspace.selection().layerProperty().set(HeatmapLayer.FORGET_GATE);
            workspace.selection().unitProperty().set(7);
            workspace
                    .selection()
                    .stepProperty()
                    .set(workspace.snapshot().orElseThrow().experiment().task().step(1, 3));
            ((Slider) find(robot, "speed")).setValue(2);
            ((ToggleButton) find(robot, "lossLogarithmic")).fire();
            ((Slider) find(robot, "historySlider")).setValue(40);
        });
        showPlace(robot, "twoSequences");
        await(() -> !((ComboBox<?>) find(robot, "twoSequencesFirst")).getItems().isEmpty());
        robot.interact(() -> select(robot, "twoSequencesFirst", 1));
        int epoch = workspace.shown().orElseThrow().position().epoch();
        choose(robot, Language.GERMAN);
        awaitHeatmap(robot);
        await(() -> ((ComboBox<?>) find(robot, "twoSequencesFirst"))
                        .getSelectionModel()
                        .getSelectedIndex()
                == 1);
        assertThat(workspace.shown().orElseThrow().position().epoch())
                .isEqualTo(epoch)
                .isLessThan(250);
        assertThat(workspace.selection().unitProperty().get()).isEqualTo(7);
        assertThat(workspace.selection().stepProperty().get().number()).isEqualTo(3);
        assertThat(workspace.selection().layerProperty().get()).isEqualTo(HeatmapLayer.FORGET_GATE);
        assertThat(((Slider) find(robot, "speed")).getValue()).isEqualTo(2);
        assertThat(((ToggleButton) find(robot, "lossLogarithmic")).isSelected()).isTrue();
        assertThat(text(robot, "microscopePlaces")).isEqualTo(Message.text("microscope.twoSequences"));
    }

    @Test
    void editsPinnedRunsAndLesionsStay(FxRobot robot) throws TimeoutException {
        trainToTheEnd(robot);
        awaitHeatmap(robot);
        showPlace(robot, "compare");
        fire(robot, "pinRun");
        showPlace(robot, "lesion");
        type(robot, "lesionUnitsField", "3");
        fire(robot, "lesionAdd");
        type(robot, "seed", "77");
        setSelected(robot, "view-dark", true);
        choose(robot, Language.GERMAN);
        assertThat(item(robot, "editMenu", "undo").getText())
                .isEqualTo(Message.text("undo.undo.name", Message.text("hyperparameters.seed.label")));
        robot.interact(() -> item(robot, "editMenu", "undo").fire());
        assertThat(text(robot, "seed")).isEqualTo("1");
        robot.interact(() -> item(robot, "editMenu", "redo").fire());
        assertThat(text(robot, "seed")).isEqualTo("77");
        assertThat(window.getStyleClass()).contains("dark");
        // Not there before it is looked at
        showPlace(robot, "compare");
        assertThat(robot.lookup("#pinnedSummary1").tryQuery()).isPresent();
        showPlace(robot, "lesion");
        await(() -> text(robot, "lesionCount").contains("1"));
        setSelected(robot, "view-dark", false);
    }

    @Test
    void aLessonGoesOn(FxRobot robot) throws Exception {
        Files.writeString(folder.resolve("text.md"), "Some words");
        Files.writeString(folder.resolve("text.de.md"), "Ein paar Worte");
        Files.writeString(
                folder.resolve("lesson.de.json"), "{\"title\": \"Meine\", \"steps\": [{}, {\"title\": \"Zwei\"}]}");
        dialogs.answer = Files.writeString(
                folder.resolve("lesson.json"),
                """
                {"format": "carousel lesson", "version": 1, "title": "Mine", "minutes": 5, "summary": "s", "steps": [
                  {"title": "One", "text": "text.md", "set": {"seed": 5},
                   "question": {"text": "Which?", "choices": ["this", "that"]}},
                  {"title": "Two", "text": "text.md", "editors": ["seed"], "needs": [{"change": "seed"}]}
                ]}
                """);
        robot.interact(() -> item(robot, "lessonMenu", "openLesson").fire());
        fire(robot, "lessonChoice2");
        fire(robot, "lessonReveal");
        fire(robot, "lessonNext");
        type(robot, "seed", "6");
        await(() -> window.lessons().progress().orElseThrow().missing().isEmpty());
        choose(robot, Language.GERMAN);
        assertThat(text(robot, "lessonTitle")).isEqualTo("Zwei");
        assertThat(window.lessons().progress().orElseThrow().missing()).isEmpty();
        assertThat(text(robot, "seed")).as("not set up again").isEqualTo("6");
        fire(robot, "lessonBack");
        assertThat(text(robot, "lessonHands2")).isEqualTo("1");
        fire(robot, "lessonNext");
        fire(robot, "lessonNext");
        assertThat(window.lessons().progress()).isEmpty();
        assertThat(text(robot, "seed")).as("as before the lesson").isEqualTo("1");
    }

    @Test
    void aStudyGoesOn(FxRobot robot) throws TimeoutException {
        fire(robot, "showStudies");
        type(robot, "studySeeds", "400");
        await(() -> !find(robot, "runStudy").isDisabled());
        fire(robot, "runStudy");
        await(() -> !text(robot, "studyProgress").isEmpty());
        choose(robot, Language.GERMAN);
        assertThat(find(robot, "studies").isVisible()).isTrue();
        assertThat(text(robot, "studySeeds")).isEqualTo("400");
        assertThat(text(robot, "studyTitle")).isEqualTo(Message.text("studies.manySeeds.title"));
        await(() -> !find(robot, "cancelStudy").isDisabled());
        fire(robot, "cancelStudy");
        await(() -> !find(robot, "runStudy").isDisabled());
    }

    /** In a stage of its own: TestFX remembers the events of the other one, and with them the views they went to. */
    @Test
    void theViewsBeforeAreForgotten(FxRobot robot) throws Exception {
        Stage stage = WaitForAsyncUtils.asyncFx(this::openAnother).get();
        AtomicReference<WeakReference<MainWindow>> old = new AtomicReference<>();
        robot.interact(() -> {
            MainWindow first = anotherShown.window();
            old.set(new WeakReference<>(first));
            another.pulse();
            anotherShown.pulse();
            ((ToggleButton) first.lookup("#showStudies")).fire();
            for (MenuItem place : ((MenuButton) first.lookup("#microscopePlaces")).getItems()) {
                place.fire();
            }
            all(((MenuButton) first.lookup("#viewMenu")).getItems())
                    .filter(item -> "language-de".equals(item.getId()))
                    .forEach(MenuItem::fire);
        });
        await(() -> {
            anotherShown.pulse();
            return anotherShown.window() != old.get().get();
        });
        for (int attempt = 0; attempt < 100 && old.get().get() != null; attempt++) {
            System.gc();
            Thread.sleep(100);
            Frames.settle();
        }
        robot.interact(() -> {
            another.close();
            anotherShown.window().close();
            stage.close();
        });
        assertThat(old.get().get()).isNull();
    }

    private Stage openAnother() {
        another = new Workspace(new Background(), name -> new KernelEngine(), dialogs, Experiment.reference());
        Stage stage = new Stage();
        anotherShown = new LanguageSwitch(another, built -> {}, language -> {});
        stage.setScene(new Scene(anotherShown.root(), 1280, 800));
        stage.show();
        return stage;
    }
}
