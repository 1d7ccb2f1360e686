package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import lab.carousel.Sample;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.Lesson;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Language;
import lab.carousel.training.Pace;
import lab.carousel.training.RunState;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.loss.LossView;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.status.StatusBar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A teacher presents the window to a room, and chooses colours. */
class MainWindowPresenterTest extends MainWindowFixture {

    /** On a screen as high as the one of tests. */
    private static final double LARGER = 24.0 / 13 - 0.001;

    private static final List<String> PANELS =
            List.of("taskEditor", "hyperparameters", "lossView", "state", "microscope");

    static Stream<Language> language() {
        return Sample.one(2, Language.all());
    }

    private void present() {
        robot.push(KeyCode.F12);
        await(() -> isThere("presenter"));
    }

    private static void awaitOnScreen(String... panels) {
        await(() ->
                PANELS.stream().filter(MainWindowFixture::isOnScreen).toList().equals(List.of(panels)));
    }

    /** The height of the letters on the screen. */
    private static double letters(String id) {
        Labeled label = (Labeled) find(id);
        return label.getFont().getSize() * label.getLocalToSceneTransform().getMyy();
    }

    private double[] dividers() {
        return window.lookupAll(".split-pane").stream()
                .flatMap(pane -> ((SplitPane) pane).getDividers().stream())
                .mapToDouble(SplitPane.Divider::getPosition)
                .toArray();
    }

    @Test
    void oneKeyPresentsLossHeatmapAndVerdictMuchLarger() {
        awaitHeatmap();
        double verdict = letters("verdict");
        double epoch = letters("epoch");
        present();
        awaitOnScreen("lossView", "state");
        assertThat(letters("verdict")).isGreaterThanOrEqualTo(LARGER * verdict);
        assertThat(letters("epoch")).isGreaterThanOrEqualTo(LARGER * epoch);
        assertFits();
        assertThat(Stream.of("presets", "speed", "liveBox", "history", "viewMenu"))
                .noneMatch(MainWindowFixture::isOnScreen);
        assertThat(letters("reason")).isGreaterThanOrEqualTo(LARGER * 11);
        robot.moveTo("#verdict");
        await(() -> isOnScreen("pointerRing"));
        // A long verdict leaves the margin where it is
        StatusBar bar = (StatusBar) find("status");
        double height = bar.getHeight();
        Optional<Snapshot> remembers =
                Optional.of(SampleSnapshot.judged(network().experiment(), Verdict.REMEMBERS));
        robot.interact(() -> bar.show(remembers, remembers));
        assertThat(text("verdict")).hasSizeGreaterThan(24);
        assertThat(isOnScreen("margin")).isTrue();
        assertThat(bar.getHeight()).isEqualTo(height);
        assertFits();
        // One Escape leaves with a tip open, too
        robot.moveTo("#play");
        robot.interact(() -> find("play").getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .map(Tooltip.class::cast)
                .findFirst()
                .orElseThrow()
                .show(stage));
        robot.push(KeyCode.ESCAPE);
        await(() -> !workspace.screen().look().get().presenting());
    }

    /** Nothing of the run, the verdict and the lesson is cut off or lies over something else. */
    private void assertFits() {
        Stream.of("epoch", "presenterLeave", "recall", "margin", "verdict", "reason", "lessonNext", "lessonWhere")
                .filter(MainWindowFixture::isOnScreen)
                .forEach(id -> {
                    assertThat(bounds(find(id)).getMaxX()).as(id).isLessThanOrEqualTo(window.getWidth());
                    assertThat(bounds(find(id)).getMaxY()).as(id).isLessThanOrEqualTo(window.getHeight());
                    if (find(id) instanceof Label label) {
                        assertThat(((Text) label.lookup(".text")).getText())
                                .as(id)
                                .isEqualTo(label.getText());
                    }
                });
        assertThat(bounds(find("epoch")).getMaxX())
                .isLessThanOrEqualTo(bounds(find("presenterLeave")).getMinX());
    }

    @Test
    void thePlacesAreToldInLettersAlmostAsLargeAsTheirNames() {
        present();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        awaitOnScreen("microscope");
        MenuButton places = (MenuButton) find("microscopePlaces");
        robot.interact(places::show);
        robot.interact(() -> {
            for (MenuItem place : places.getItems()) {
                if (place instanceof CustomMenuItem item && item.getContent() instanceof HBox line) {
                    Label name = (Label) line.getChildren().get(0);
                    Label words = (Label) line.getChildren().get(1);
                    assertThat(name.getFont().getSize()).isGreaterThanOrEqualTo(LARGER * 13);
                    assertThat(words.getFont().getSize())
                            .isGreaterThanOrEqualTo(0.7 * name.getFont().getSize());
                    assertThat(((Text) words.lookup(".text")).getText()).isEqualTo(words.getText());
                }
            }
            assertThat(places.getItems().get(1).getParentPopup().getWidth()).isLessThanOrEqualTo(window.getWidth());
            places.hide();
        });
    }

    @Test
    void formulasWithManyDecimalsStandWhole() {
        showPlace("cell");
        select("cellDigits", 3);
        await(() -> text("cellFormula-0").length() > 30);
        present();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        awaitOnScreen("microscope");
        // Also in the frames in which what scrolls is fitted again
        robot.interact(() -> IntStream.range(0, 30).forEach(frame -> {
            Frames.make();
            double top = bounds(find("status")).getMinY() + 1;
            assertThat(bounds(find("microscope")).getMaxY()).isLessThanOrEqualTo(top);
            assertThat(bounds(find("cellFormula-7")).getMaxY()).isLessThanOrEqualTo(top);
        }));
    }

    @ParameterizedTest
    @MethodSource("language")
    void leavingItMakesTheWindowAsItWasAndALessonHasRoomBesideItsPanel(Language language) {
        speak(language);
        awaitHeatmap();
        robot.interact(() -> ((SplitPane) window.lookup(".split-pane")).setDividerPositions(0.31, 0.68));
        robot.interact(() -> window.layout());
        List<Bounds> before = places();
        double[] dividers = dividers();
        for (KeyCode way : List.of(KeyCode.ESCAPE, KeyCode.F12)) {
            present();
            awaitOnScreen("lossView", "state");
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
            awaitOnScreen("microscope");
            robot.push(way);
            await(() -> !isThere("presenter"));
            awaitOnScreen(PANELS.toArray(String[]::new));
            robot.interact(() -> {
                stage.setFullScreen(false);
                stage.sizeToScene();
            });
            await(() -> isNear(places(), before));
            assertThat(dividers()).usingComparatorWithPrecision(0.002).containsExactly(dividers);
        }
        assertThat(window.lessons().player().progress()).isEmpty();
        assertThat(workspace.screen().look().get().presenting()).isFalse();
        Lesson lesson = ShippedLessons.read("tutorial");
        robot.interact(
                () -> window.lessons().player().start(lesson, lesson.steps().size()));
        present();
        assertIsBesideTheCard("lessonVote");
        fire("lessonChoice1");
        fire("lessonReveal");
        assertIsBesideTheCard("microscope");
        await(() -> FirstControl.isIn(find("lessonVote"), find("lessonCard")));
    }

    private static void assertIsBesideTheCard(String panel) {
        await(() -> isOnScreen(panel) && !FirstControl.isIn(find(panel), find("lessonCard")));
        Bounds card = bounds(find("lessonCard"));
        assertThat(card.getMinX()).isNotNegative();
        assertThat(card.getMaxX()).isLessThanOrEqualTo(bounds(find(panel)).getMinX() + 1);
    }

    private List<Bounds> places() {
        return Stream.concat(PANELS.stream(), Stream.of("toolbar", "history", "status", "verdict", "presets", "speed"))
                .map(id -> bounds(find(id)))
                .toList();
    }

    private static boolean isNear(List<Bounds> now, List<Bounds> before) {
        return IntStream.range(0, now.size()).allMatch(index -> {
            Bounds one = now.get(index);
            Bounds other = before.get(index);
            return Math.abs(one.getMinX() - other.getMinX()) <= 1
                    && Math.abs(one.getMinY() - other.getMinY()) <= 1
                    && Math.abs(one.getMaxX() - other.getMaxX()) <= 1
                    && Math.abs(one.getMaxY() - other.getMaxY()) <= 1;
        });
    }

    @Test
    void aLessonShowsWhatItsStepNeedsAndARemoteTurnsItsPages() {
        awaitHeatmap();
        startLesson("was-it-memory");
        present();
        awaitOnScreen("microscope");
        assertThat(isOnScreen("lessonCard")).isTrue();
        assertThat(letters("lessonTitle")).isGreaterThanOrEqualTo(LARGER * 16);
        await(() -> workspace.run().state() == RunState.PAUSED);
        // The pace is one for eyes
        robot.interact(() -> workspace.lab().paceProperty().set(Pace.FASTEST));
        robot.push(KeyCode.F5);
        await(() -> workspace.run().state() == RunState.FINISHED);
        assertFits();
        fire("lessonChoice1");
        fire("lessonReveal");
        await(() -> !find("lessonNext").isDisabled());
        assertFits();
        turnUntil(KeyCode.PAGE_DOWN, 2);
        assertFits();
        awaitOnScreen("hyperparameters");
        await(() -> isOnScreen("ring-seed"));
        fire("lessonChoice1");
        fire("lessonReveal");
        awaitOnScreen("hyperparameters", "lossView");
        turnUntil(KeyCode.PAGE_UP, 1);
        robot.push(KeyCode.ESCAPE);
        awaitOnScreen("lossView", "state", "microscope");
        assertThat(isOnScreen("lessonCard")).as("the lesson goes on").isTrue();
        robot.interact(() -> window.lessons().player().close());
        awaitOnScreen(PANELS.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("language")
    void aStepThatGoesOnFromAnEpochHasTheHistory(Language language) {
        speak(language);
        awaitHeatmap();
        Lesson lesson = ShippedLessons.read("was-it-memory");
        robot.interact(() -> window.lessons().player().start(lesson, 7));
        present();
        await(() -> isOnScreen("historySlider") && isOnScreen("historyContinue"));
        assertThat(isOnScreen("stepSlider")).isFalse();
        assertFits();
        for (String id : List.of("historyContinue", "historyWords")) {
            assertThat(bounds(find(id)).getMaxX()).as(id).isLessThanOrEqualTo(window.getWidth());
        }
        robot.interact(() -> window.lessons().player().start(lesson, 6));
        await(() -> !isOnScreen("history"));
        robot.push(KeyCode.ESCAPE);
        await(() -> isOnScreen("historyLive") && isOnScreen("stepSlider"));
    }

    /** As often as it takes to read the text, and not much more. */
    private void turnUntil(KeyCode key, int number) {
        for (int press = 0; press < 8 && number() != number; press++) {
            robot.push(key);
        }
        assertThat(number()).isEqualTo(number);
    }

    private int number() {
        return window.lessons().player().progress().orElseThrow().number();
    }

    @ParameterizedTest
    @MethodSource("language")
    void aRoomIsAskedAsAClassWithOneClickBesideTheQuestionAndSeesItWhole(Language language) {
        speak(language);
        awaitHeatmap();
        workspace.lesson().audienceProperty().set(Audience.ALONE);
        Lesson lesson = ShippedLessons.read("was-it-memory");
        robot.interact(() -> window.lessons().player().start(lesson, 4));
        assertThat(isThere("lessonAsked-CLASS")).isFalse();
        present();
        assertIsBesideTheCard("lessonVote");
        double width = bounds(find("lessonVote")).getWidth();
        assertThat(isThere("lessonHands1")).isFalse();
        fire("lessonAsked-CLASS");
        await(() -> isOnScreen("lessonHands3"));
        assertThat(bounds(find("lessonVote")).getWidth())
                .as("large for a class, too")
                .isEqualTo(width);
        type("lessonHands2", "12");
        fire("lessonReveal");
        await(() -> FirstControl.isIn(find("lessonVote"), find("lessonCard")));
        robot.interact(() -> IntStream.range(0, 15).forEach(frame -> Frames.make()));
        assertThat(isThere("lessonAsked-CLASS")).as("committed to").isFalse();
        Bounds text = bounds(find("lessonText"));
        assertThat(bounds(find("lessonHands3")).getMaxY()).isLessThanOrEqualTo(text.getMaxY() + 1);
        assertThat(bounds(find("lessonHands1")).getMinY()).isGreaterThanOrEqualTo(text.getMinY() - 1);
    }

    @Test
    void theSecondClickOfADoubleClickOnRevealGoesNowhere() {
        awaitHeatmap();
        Lesson lesson = ShippedLessons.read("was-it-memory");
        robot.interact(() -> window.lessons().player().start(lesson, 3));
        present();
        fire("lessonChoice2");
        fire("lessonReveal");
        click("lessonBack", 2);
        assertThat(number()).isEqualTo(3);
        click("lessonBack", 1);
        assertThat(number()).isEqualTo(2);
        click("lessonBack", 2);
        assertThat(number()).as("a double click there is one").isEqualTo(1);
    }

    /** The click of that number, from 1, of those that follow one another at once. */
    private void click(String id, int count) {
        robot.interact(() -> Stream.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)
                .forEach(type -> find(id).fireEvent(new MouseEvent(
                        type,
                        5,
                        5,
                        5,
                        5,
                        MouseButton.PRIMARY,
                        count,
                        false,
                        false,
                        false,
                        false,
                        type == MouseEvent.MOUSE_PRESSED,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null))));
    }

    @Test
    void whatAQuestionHidesStaysHiddenWhicheverPanelIsShown() {
        awaitHeatmap();
        startLesson("batch-size-and-state");
        present();
        await(() -> isOnScreen("lessonVote"));
        assertThat(isOnScreen("status")).isFalse();
        awaitOnScreen();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await(() -> isOnScreen("cover-loss"));
        awaitOnScreen();
        robot.push(KeyCode.ESCAPE);
        await(() -> isThere("history"));
        awaitOnScreen();
        fire("lessonChoice1");
        fire("lessonReveal");
        awaitOnScreen("lossView", "state", "microscope");
    }

    @Test
    void chosenColoursAreInAllPicturesAndInTheSession() {
        int[] before = awaitHeatmap();
        choose("viewMenu", "view-colours-TOL");
        await(() -> !Arrays.equals(heatmap(), before));
        assertThat(palette()).isEqualTo(Colours.TOL.palette(false));
        setSelected("view-dark", true);
        assertThat(palette()).isEqualTo(Colours.TOL.palette(true));
        present();
        assertThat(palette()).isEqualTo(Colours.TOL.palette(true).highContrast());
        assertThat(workspace.screen().look().get().colours()).isEqualTo(Colours.TOL);
    }

    private static Palette palette() {
        return ((LossView) find("lossView")).picture().palette();
    }
}
