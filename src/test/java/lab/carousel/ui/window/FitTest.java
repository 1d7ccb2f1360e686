package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import lab.carousel.training.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Every text in the window fits its control in the least size that is promised, 1280 by 800, in every language. */
class FitTest extends MainWindowFixture {

    private final InLanguage before = new InLanguage(Language.ENGLISH);
    private final Misfits misfits = new Misfits();

    @AfterEach
    void putBack() {
        before.close();
    }

    private void speak(FxRobot robot, Language language) throws TimeoutException {
        robot.interact(() -> ((RadioMenuItem) item(robot, "viewMenu", "language-" + language.code())).fire());
        await(() -> Language.current() == language);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> ((ButtonBase) find(robot, id)).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void look(FxRobot robot, String place) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> misfits.look(place, window));
    }

    private void assertNothingFound(Language language) {
        assertThat(misfits.found()).as("texts that do not fit, " + language).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theLab(Language language, FxRobot robot) throws TimeoutException {
        speak(robot, language);
        look(robot, "before training");
        await(() -> workspace.state() == RunState.PAUSED);
        fire(robot, "play");
        await(() -> workspace.state() == RunState.FINISHED);
        awaitHeatmap(robot);
        robot.interact(() -> {
            workspace.selection().unitProperty().set(3);
            workspace
                    .selection()
                    .stepProperty()
                    .set(workspace.snapshot().orElseThrow().experiment().task().step(1, 4));
        });
        List<MenuItem> places = ((MenuButton) find(robot, "microscopePlaces"))
                .getItems().stream()
                        .filter(item -> item.getId() != null && item.getId().startsWith("show-"))
                        .toList();
        assertThat(places).hasSizeGreaterThan(10);
        for (MenuItem place : places) {
            robot.interact(place::fire);
            settle();
            look(robot, place.getId());
            for (String more : List.of("pinRun", "lesionPart-FIND")) {
                robot.lookup("#" + more).tryQuery().filter(FitTest::isShown).ifPresent(button -> {
                    robot.interact(((ButtonBase) button)::fire);
                    settle();
                    look(robot, place.getId() + " with " + more);
                });
            }
        }
        for (HeatmapLayer layer : HeatmapLayer.of(Cell.LSTM)) {
            robot.interact(() -> workspace.selection().layerProperty().set(layer));
            look(robot, "heatmap of " + layer);
        }
        fire(robot, "microscopeWide");
        look(robot, "wide");
        fire(robot, "microscopeWide");
        assertNothingFound(language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theEditors(Language language, FxRobot robot) throws TimeoutException {
        speak(robot, language);
        for (String preset :
                List.of("softmax", "letters", "paper2a", "paper2b", "paper2c", "batchOfFour", "tutorial")) {
            robot.interact(() -> item(robot, "presets", "preset-" + preset).fire());
            settle();
            look(robot, preset);
        }
        for (Node node : robot.lookup(found -> found instanceof ToggleButton && isWithin(found, "taskEditor"))
                .queryAll()) {
            robot.interact(((ToggleButton) node)::fire);
            look(robot, "task, " + node.getId());
        }
        for (MenuItem recipe :
                all(((MenuButton) find(robot, "generate")).getItems()).toList()) {
            robot.interact(recipe::fire);
            settle();
            look(robot, "task, " + recipe.getId());
        }
        type(robot, "seed", "x");
        type(robot, "updateInterval", "0");
        look(robot, "mistakes");
        robot.interact(() -> item(robot, "exportMenu", "exportAnimation").fire());
        look(robot, "animation");
        assertNothingFound(language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theStudies(Language language, FxRobot robot) throws TimeoutException {
        speak(robot, language);
        fire(robot, "showStudies");
        settle();
        look(robot, "studies");
        List<Toggle> studies =
                ((ToggleButton) find(robot, "study-own")).getToggleGroup().getToggles();
        for (Toggle study : List.copyOf(studies)) {
            robot.interact(((ToggleButton) study)::fire);
            settle();
            look(robot, ((ToggleButton) study).getId());
        }
        robot.interact(((ToggleButton) find(robot, "study-manyseeds"))::fire);
        type(robot, "studySeeds", "3");
        await(() -> !find(robot, "runStudy").isDisabled());
        fire(robot, "runStudy");
        await(() -> find(robot, "cancelStudy").isDisabled());
        settle();
        look(robot, "study with results");
        assertNothingFound(language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theLessons(Language language, FxRobot robot) throws TimeoutException {
        speak(robot, language);
        for (Lesson shipped : ShippedLessons.all(window.lessons().spots())) {
            Lesson lesson = shipped.spoken();
            for (int number = 1; number <= lesson.steps().size(); number++) {
                LessonStep step = lesson.steps().get(number - 1);
                String where = lesson.name() + ", step " + number;
                // Each as a lesson of its own, so that what it needs must not be done
                robot.interact(() -> window.lessons().start(alone(lesson, step)));
                assertThat(text(robot, "lessonTitle")).as(where).isEqualTo(step.title());
                look(robot, where);
                assertIsRead(robot, where);
                if (step.question().isPresent()) {
                    fire(robot, "lessonChoice1");
                    fire(robot, "lessonReveal");
                    look(robot, where + ", revealed");
                }
            }
        }
        assertNothingFound(language);
    }

    private static Lesson alone(Lesson lesson, LessonStep step) {
        return new Lesson(
                lesson.name(),
                lesson.title(),
                lesson.minutes(),
                lesson.summary(),
                lesson.answers(),
                List.of(step),
                lesson.pictures(),
                Map.of());
    }

    /** The text of a step needs no scrolling, so that a class sees all of it. */
    private void assertIsRead(FxRobot robot, String where) {
        ScrollPane text = (ScrollPane) find(robot, "lessonText");
        // What stands in the last step alone comes after all that is read
        double answers = Stream.of("#lessonAnswers", "#lessonSave", "#lessonTries")
                .flatMap(id -> robot.lookup(id).tryQuery().stream())
                .mapToDouble(list -> list.getBoundsInParent().getHeight() + 12)
                .sum();
        double needed = text.getContent().getLayoutBounds().getHeight() - answers;
        double there = text.getViewportBounds().getHeight();
        if (needed > there + 1) {
            misfits.add(where, "the text is " + Math.round(needed) + " high, in " + Math.round(there));
        }
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null && !node.isDisabled();
    }

    private static boolean isWithin(Node node, String id) {
        Parent at = node.getParent();
        while (at != null && !id.equals(at.getId())) {
            at = at.getParent();
        }
        return at != null && isShown(node);
    }

    /** Waits until what places work out in the background is on the screen. */
    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
