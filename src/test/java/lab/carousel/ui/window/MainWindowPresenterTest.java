package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.LabelSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import lab.carousel.training.RunState;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.loss.LossView;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.status.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/** A teacher presents the window to a room, and chooses colours. */
class MainWindowPresenterTest extends MainWindowFixture {

    private static final List<String> PANELS =
            List.of("taskEditor", "hyperparameters", "lossView", "state", "microscope");

    @AfterEach
    void leave(FxRobot robot) {
        robot.interact(() -> {
            workspace
                    .lookProperty()
                    .set(workspace.lookProperty().get().presenting(false).withDark(false));
            stage.setFullScreen(false);
            stage.sizeToScene();
        });
    }

    @Test
    void oneEscapeLeavesWithATipOpenToo(FxRobot robot) throws TimeoutException {
        press(robot, KeyCode.F12);
        robot.moveTo("#play");
        robot.interact(() -> find(robot, "play").getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .map(Tooltip.class::cast)
                .findFirst()
                .orElseThrow()
                .show(stage));
        press(robot, KeyCode.ESCAPE);
        await(() -> !workspace.lookProperty().get().presenting());
    }

    private void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
    }

    private static List<String> onScreen(FxRobot robot) {
        return PANELS.stream()
                .filter(id -> robot.lookup("#" + id)
                        .tryQuery()
                        .filter(FirstControl::isOnScreen)
                        .isPresent())
                .toList();
    }

    /** The height of the letters on the screen. */
    private static double letters(FxRobot robot, String id) {
        Labeled label = (Labeled) find(robot, id);
        return label.getFont().getSize() * label.getLocalToSceneTransform().getMyy();
    }

    private List<Bounds> places(FxRobot robot) {
        return Stream.concat(PANELS.stream(), Stream.of("toolbar", "history", "status", "verdict", "presets", "speed"))
                .map(id -> find(robot, id))
                .map(MainWindowPresenterTest::bounds)
                .toList();
    }

    private double[] dividers() {
        return window.lookupAll(".split-pane").stream()
                .flatMap(pane -> ((SplitPane) pane).getDividers().stream())
                .mapToDouble(SplitPane.Divider::getPosition)
                .toArray();
    }

    private void startLesson(FxRobot robot, String name) {
        var lesson = ShippedLessons.read(name, window.lessons().spots());
        robot.interact(() -> window.lessons().player().start(lesson));
    }

    @Test
    void aLongVerdictLeavesTheMarginWhereItIs(FxRobot robot) throws TimeoutException {
        awaitHeatmap(robot);
        press(robot, KeyCode.F12);
        await(() -> onScreen(robot).equals(List.of("lossView", "state")));
        StatusBar bar = (StatusBar) find(robot, "status");
        double height = bar.getHeight();
        Experiment experiment = workspace.snapshot().orElseThrow().experiment();
        Optional<Snapshot> remembers = Optional.of(SampleSnapshot.judged(experiment, Verdict.REMEMBERS));
        robot.interact(() -> bar.show(remembers, remembers));
        Frames.settle();
        Label verdict = (Label) find(robot, "verdict");
        assertThat(verdict.getText()).hasSizeGreaterThan(24);
        assertThat(find(robot, "margin").getParent().isVisible()).isTrue();
        assertThat(bar.getHeight()).isEqualTo(height);
        assertFits(robot);
    }

    @Test
    void oneKeyPresentsLossHeatmapAndVerdictTwiceAsLarge(FxRobot robot) throws TimeoutException {
        awaitHeatmap(robot);
        double verdict = letters(robot, "verdict");
        double epoch = letters(robot, "epoch");
        press(robot, KeyCode.F12);
        await(() -> robot.lookup("#presenter").tryQuery().isPresent());
        await(() -> onScreen(robot).equals(List.of("lossView", "state")));
        assertThat(letters(robot, "verdict")).isGreaterThanOrEqualTo(2 * verdict);
        assertThat(letters(robot, "epoch")).isGreaterThanOrEqualTo(2 * epoch);
        assertFits(robot);
        for (String hidden : List.of("presets", "speed", "liveBox", "history", "reason", "viewMenu")) {
            assertThat(robot.lookup("#" + hidden).tryQuery().filter(FirstControl::isOnScreen))
                    .as(hidden)
                    .isEmpty();
        }
        robot.moveTo("#verdict");
        await(() -> FirstControl.isOnScreen(find(robot, "pointerRing")));
    }

    /** Nothing of the run, the verdict and the lesson is cut off or lies over something else. */
    private void assertFits(FxRobot robot) {
        for (String id :
                List.of("epoch", "presenterLeave", "recall", "margin", "verdict", "lessonNext", "lessonWhere")) {
            robot.lookup("#" + id).tryQuery().filter(FirstControl::isOnScreen).ifPresent(node -> {
                Bounds bounds = bounds(node);
                assertThat(bounds.getMaxX()).as(id).isLessThanOrEqualTo(window.getWidth());
                assertThat(bounds.getMaxY()).as(id).isLessThanOrEqualTo(window.getHeight());
                if (node instanceof Label label && label.getSkin() instanceof LabelSkin) {
                    Text words = (Text) label.lookup(".text");
                    assertThat(words.getText()).as(id).isEqualTo(label.getText());
                }
            });
        }
        assertThat(bounds(find(robot, "epoch")).getMaxX())
                .isLessThanOrEqualTo(bounds(find(robot, "presenterLeave")).getMinX());
    }

    @Test
    void thePlacesAreToldInLettersAlmostAsLargeAsTheirNames(FxRobot robot) throws TimeoutException {
        press(robot, KeyCode.F12);
        await(() -> robot.lookup("#presenter").tryQuery().isPresent());
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT4);
        await(() -> onScreen(robot).equals(List.of("microscope")));
        MenuButton places = (MenuButton) find(robot, "microscopePlaces");
        robot.interact(places::show);
        Frames.settle();
        robot.interact(() -> {
            for (MenuItem place : places.getItems()) {
                if (place instanceof CustomMenuItem item && item.getContent() instanceof HBox line) {
                    Label name = (Label) line.getChildren().get(0);
                    Label words = (Label) line.getChildren().get(1);
                    assertThat(name.getFont().getSize()).isGreaterThanOrEqualTo(2 * 13);
                    assertThat(words.getFont().getSize())
                            .isGreaterThanOrEqualTo(0.7 * name.getFont().getSize());
                    assertThat(((Text) words.lookup(".text")).getText()).isEqualTo(words.getText());
                }
            }
            assertThat(places.getItems().get(1).getParentPopup().getWidth()).isLessThanOrEqualTo(window.getWidth());
            places.hide();
        });
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    @SuppressWarnings("try") // the language is only spoken meanwhile
    void leavingItMakesTheWindowAsItWas(Language language, FxRobot robot) throws TimeoutException {
        try (InLanguage before = new InLanguage(Language.ENGLISH)) {
            robot.interact(() -> ((RadioMenuItem) item(robot, "viewMenu", "language-" + language.code())).fire());
            await(() -> Language.current() == language);
            assertIsAsBeforeWhenLeft(robot);
        }
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    @SuppressWarnings("try") // as above
    void theStepOfALessonHasRoomBesideItsPanel(Language language, FxRobot robot) throws TimeoutException {
        try (InLanguage before = new InLanguage(Language.ENGLISH)) {
            MainWindow old = window;
            robot.interact(() -> ((RadioMenuItem) item(robot, "viewMenu", "language-" + language.code())).fire());
            await(() -> language == Language.ENGLISH || window != old);
            var lesson = ShippedLessons.read("tutorial", window.lessons().spots());
            robot.interact(
                    () -> window.lessons().player().start(lesson, lesson.steps().size()));
            press(robot, KeyCode.F12);
            await(() -> onScreen(robot).contains("microscope"));
            Frames.settle();
            Bounds card = bounds(find(robot, "lessonCard"));
            assertThat(card.getMinX()).isNotNegative();
            assertThat(card.getMaxX())
                    .isLessThanOrEqualTo(bounds(find(robot, "microscope")).getMinX() + 1);
        }
    }

    private void assertIsAsBeforeWhenLeft(FxRobot robot) throws TimeoutException {
        awaitHeatmap(robot);
        robot.interact(() -> ((SplitPane) window.lookup(".split-pane")).setDividerPositions(0.31, 0.68));
        robot.interact(() -> window.layout());
        List<Bounds> before = places(robot);
        double[] dividers = dividers();
        String session = window.lessons().progress().toString();
        for (KeyCode way : List.of(KeyCode.ESCAPE, KeyCode.F12)) {
            press(robot, KeyCode.F12);
            await(() -> onScreen(robot).equals(List.of("lossView", "state")));
            press(robot, KeyCode.CONTROL, KeyCode.DIGIT4);
            await(() -> onScreen(robot).equals(List.of("microscope")));
            press(robot, way);
            await(() -> robot.lookup("#presenter").tryQuery().isEmpty());
            await(() -> onScreen(robot).equals(PANELS));
            robot.interact(() -> {
                stage.setFullScreen(false);
                stage.sizeToScene();
            });
            await(() -> near(places(robot), before));
            assertThat(dividers()).usingComparatorWithPrecision(0.002).containsExactly(dividers);
        }
        assertThat(window.lessons().progress().toString()).isEqualTo(session);
        assertThat(workspace.lookProperty().get().presenting()).isFalse();
    }

    private static boolean near(List<Bounds> now, List<Bounds> before) {
        for (int index = 0; index < now.size(); index++) {
            Bounds one = now.get(index);
            Bounds other = before.get(index);
            boolean same = Math.abs(one.getMinX() - other.getMinX()) <= 1
                    && Math.abs(one.getMinY() - other.getMinY()) <= 1
                    && Math.abs(one.getWidth() - other.getWidth()) <= 1
                    && Math.abs(one.getHeight() - other.getHeight()) <= 1;
            if (!same) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aLessonShowsWhatItsStepNeedsAndARemoteTurnsItsPages(FxRobot robot) throws TimeoutException {
        awaitHeatmap(robot);
        startLesson(robot, "was-it-memory");
        press(robot, KeyCode.F12);
        await(() -> onScreen(robot).equals(List.of("microscope")));
        assertThat(FirstControl.isOnScreen(find(robot, "lessonCard"))).isTrue();
        assertThat(letters(robot, "lessonTitle")).isGreaterThanOrEqualTo(2 * 16);
        await(() -> workspace.state() == RunState.PAUSED);
        press(robot, KeyCode.F5);
        await(() -> !find(robot, "lessonNext").isDisabled());
        assertFits(robot);
        turnUntil(robot, KeyCode.PAGE_DOWN, 2);
        assertFits(robot);
        await(() -> onScreen(robot).equals(List.of("hyperparameters", "lossView")));
        await(() -> FirstControl.isOnScreen(find(robot, "ring-seed")));
        turnUntil(robot, KeyCode.PAGE_UP, 1);
        press(robot, KeyCode.ESCAPE);
        await(() -> onScreen(robot).equals(List.of("lossView", "state", "microscope")));
        assertThat(FirstControl.isOnScreen(find(robot, "lessonCard")))
                .as("the lesson goes on")
                .isTrue();
        robot.interact(() -> window.lessons().close());
        await(() -> onScreen(robot).equals(PANELS));
    }

    /** As often as it takes to read the text, and not much more. */
    private void turnUntil(FxRobot robot, KeyCode key, int number) throws TimeoutException {
        for (int press = 0; press < 8 && number(robot) != number; press++) {
            press(robot, key);
        }
        assertThat(number(robot)).isEqualTo(number);
    }

    private int number(FxRobot robot) {
        return window.lessons().progress().orElseThrow().number();
    }

    @Test
    void whatAQuestionHidesStaysHiddenWhicheverPanelIsShown(FxRobot robot) throws TimeoutException {
        awaitHeatmap(robot);
        startLesson(robot, "batch-size-and-state");
        press(robot, KeyCode.F12);
        await(() -> robot.lookup("#cover-microscope")
                .tryQuery()
                .filter(Node::isVisible)
                .isPresent());
        assertThat(onScreen(robot)).isEmpty();
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
        await(() ->
                robot.lookup("#cover-loss").tryQuery().filter(Node::isVisible).isPresent());
        assertThat(onScreen(robot)).isEmpty();
        press(robot, KeyCode.ESCAPE);
        await(() ->
                window.lookup("#history") != null && window.lookup("#history").getScene() != null);
        await(() -> onScreen(robot).isEmpty());
        robot.interact(() -> ((ButtonBase) find(robot, "lessonChoice1")).fire());
        robot.interact(() -> ((ButtonBase) find(robot, "lessonReveal")).fire());
        await(() -> onScreen(robot).equals(List.of("lossView", "state", "microscope")));
    }

    @Test
    void chosenColoursAreInAllPicturesAndInTheSession(FxRobot robot) throws TimeoutException {
        awaitHeatmap(robot);
        int[] before = heatmap(robot);
        robot.interact(() -> item(robot, "viewMenu", "view-colours-TOL").fire());
        await(() -> !java.util.Arrays.equals(heatmap(robot), before));
        Palette tol = Colours.TOL.palette(false);
        assertThat(((LossView) find(robot, "lossView")).picture().palette()).isEqualTo(tol);
        setSelected(robot, "view-dark", true);
        assertThat(((LossView) find(robot, "lossView")).picture().palette()).isEqualTo(Colours.TOL.palette(true));
        press(robot, KeyCode.F12);
        await(() -> workspace.lookProperty().get().presenting());
        assertThat(((LossView) find(robot, "lossView")).picture().palette())
                .isEqualTo(Colours.TOL.palette(true).highContrast());
        assertThat(Optional.of(workspace.lookProperty().get().colours())).contains(Colours.TOL);
    }
}
