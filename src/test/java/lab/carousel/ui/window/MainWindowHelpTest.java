package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.carousel.ui.Nodes;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The manual beside the window. */
class MainWindowHelpTest extends MainWindowFixture {

    @AfterEach
    void closeManual(FxRobot robot) {
        robot.interact(() -> manual().ifPresent(Stage::hide));
    }

    private static Optional<Stage> manual() {
        return Window.getWindows().stream()
                .filter(window -> window.getScene().lookup("#manual") != null)
                .map(Stage.class::cast)
                .findFirst();
    }

    private static <T extends Node> T inManual(String selector, Class<T> type) {
        return type.cast(manual().orElseThrow().getScene().lookup(selector));
    }

    private static List<String> headings() {
        return Nodes.all(inManual("#manualPage", ScrollPane.class).getContent())
                .filter(node -> node.getStyleClass().contains("markdown-heading"))
                .map(node -> words((TextFlow) node))
                .toList();
    }

    private static String words(TextFlow flow) {
        return flow.getChildren().stream()
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText())
                .collect(Collectors.joining());
    }

    private static String title() {
        return inManual("#manualTitle", Label.class).getText();
    }

    /** Where a heading is, in pixels below the upper edge of what is seen of the page. */
    private static double top(String heading) {
        ScrollPane page = inManual("#manualPage", ScrollPane.class);
        Node flow = Nodes.all(page.getContent())
                .filter(node -> node.getStyleClass().contains("markdown-heading")
                        && words((TextFlow) node).equals(heading))
                .findFirst()
                .orElseThrow();
        return flow.localToScene(0, 0).getY() - page.localToScene(0, 0).getY();
    }

    private void focus(FxRobot robot, String id) {
        robot.interact(() -> stage.requestFocus());
        robot.interact(() -> find(robot, id).requestFocus());
    }

    private void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        Frames.settle();
    }

    private static void search(FxRobot robot, String words) {
        robot.interact(() -> {
            TextField field = inManual("#manualSearch", TextField.class);
            field.requestFocus();
            field.setText(words);
        });
        Frames.settle();
    }

    private static List<Node> hits() {
        return Nodes.all(inManual("#manualHits", ScrollPane.class).getContent())
                .filter(node -> node.getStyleClass().contains("manual-hit"))
                .toList();
    }

    private static String titleOf(Node hit) {
        return words((TextFlow) Nodes.all(hit)
                .filter(node -> node.getStyleClass().contains("manual-hit-title"))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void f1ShowsAllKeysThoseOfThePlaceFirst(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        focus(robot, "stateHeatmap");
        press(robot, KeyCode.F1);

        assertThat(title()).isEqualTo("Keys");
        assertThat(headings()).startsWith("Keys", "In the heatmap").contains("The run", "Time travel");
        focus(robot, "lossPlot");
        press(robot, KeyCode.F1);
        assertThat(headings()).startsWith("Keys", "In the loss chart");
    }

    @Test
    void shiftF1TellsOfThePlaceWhereTheKeyboardIs(FxRobot robot) throws Exception {
        awaitHeatmap(robot);
        focus(robot, "lossPlot");
        press(robot, KeyCode.SHIFT, KeyCode.F1);
        assertThat(title()).isEqualTo("The window");
        assertThat(top("Loss")).isBetween(-1.0, 60.0);

        focus(robot, "hiddenUnits");
        press(robot, KeyCode.SHIFT, KeyCode.F1);
        assertThat(title()).startsWith("Networks");

        showPlace(robot, "resetSwitch");
        focus(robot, "microscopePlaces");
        press(robot, KeyCode.SHIFT, KeyCode.F1);
        assertThat(top("Reset switch")).isBetween(-1.0, 60.0);
    }

    @Test
    void aQuestionIsFoundWhileItIsTypedAndItsSectionOpened(FxRobot robot) {
        press(robot, KeyCode.CONTROL, KeyCode.F);
        robot.type(KeyCode.W, KeyCode.H, KeyCode.Y, KeyCode.SPACE, KeyCode.R, KeyCode.E, KeyCode.S);
        Frames.settle();

        assertThat(inManual("#manualSearch", TextField.class).getText()).isEqualTo("why res");
        assertThat(titleOf(hits().get(0))).isEqualTo("Why reset?");
        press(robot, KeyCode.ENTER);
        assertThat(title()).startsWith("Questions to a network");
        assertThat(top("Reset switch")).isBetween(-1.0, 60.0);

        press(robot, KeyCode.ESCAPE);
        assertThat(inManual("#manualSearch", TextField.class).getText()).isEmpty();
        assertThat(inManual("#manualContents", ScrollPane.class).isVisible()).isTrue();
        press(robot, KeyCode.ESCAPE);
        assertThat(manual()).isEmpty();
    }

    @Test
    void arrowKeysChooseTheHitThatIsOpened(FxRobot robot) {
        robot.interact(() -> item(robot, "helpMenu", "help-search").fire());
        search(robot, "time travel");
        String second = titleOf(hits().get(1));
        String third = titleOf(hits().get(2));
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.UP);
        press(robot, KeyCode.ENTER);

        assertThat(headings()).contains(second);
        assertThat(second).isNotEqualTo(third);
    }

    @Test
    void aHitOpensTheLessonAtTheStepThatAnswers(FxRobot robot) throws Exception {
        press(robot, KeyCode.CONTROL, KeyCode.F);
        search(robot, "what does stateful do?");
        Hyperlink link = (Hyperlink) Nodes.all(hits().get(0))
                .filter(node -> node.getStyleClass().contains("hitLesson"))
                .findFirst()
                .orElseThrow();
        robot.interact(link::fire);
        await(() -> window.lessons().progress().isPresent());

        assertThat(window.lessons().progress().orElseThrow().lesson().name()).isEqualTo("batch-size-and-state");
        assertThat(window.lessons().progress().orElseThrow().number()).isEqualTo(4);
        assertThat(text(robot, "lessonTitle")).isEqualTo("What stateful does, and what not");
        // What the steps before would have set up
        await(() -> text(robot, "presets").equals("The tutorial (reference)"));
        assertThat(manual()).as("the manual stays").isPresent();
        robot.interact(() -> ((Button) find(robot, "lessonBack")).fire());
        assertThat(text(robot, "lessonTitle")).isEqualTo("No state at all");
    }

    /** The first page comes piece by piece. */
    private static void awaitWholePage() throws TimeoutException {
        AtomicLong before = new AtomicLong();
        await(() -> {
            long now = Nodes.all(inManual("#manualPage", ScrollPane.class).getContent())
                    .count();
            return before.getAndSet(now) == now;
        });
    }

    @Test
    void linksLeadFromPageToPageAndBackToWhereOneHadRead(FxRobot robot) throws TimeoutException {
        robot.interact(() -> item(robot, "helpMenu", "help-manual").fire());
        Frames.settle();
        assertThat(title()).isEqualTo("Carousel: the manual");
        awaitWholePage();
        robot.interact(() -> inManual("#manualPage", ScrollPane.class).setVvalue(0.5));
        Hyperlink link = Nodes.all(inManual("#manualPage", ScrollPane.class).getContent())
                .filter(Hyperlink.class::isInstance)
                .map(Hyperlink.class::cast)
                .filter(each -> each.getText().equals("The heatmap"))
                .findFirst()
                .orElseThrow();
        robot.interact(link::fire);
        assertThat(title()).startsWith("The heatmap");
        press(robot, KeyCode.ALT, KeyCode.LEFT);
        assertThat(title()).isEqualTo("Carousel: the manual");
        assertThat(inManual("#manualPage", ScrollPane.class).getVvalue()).isEqualTo(0.5);
        press(robot, KeyCode.ALT, KeyCode.RIGHT);
        assertThat(title()).startsWith("The heatmap");
        robot.interact(() -> inManual("#contents-weights", Hyperlink.class).fire());
        assertThat(title()).isEqualTo("The weights");
    }

    @Test
    void whatIsNotFoundIsToldWithWhatCanBeTried(FxRobot robot) {
        press(robot, KeyCode.CONTROL, KeyCode.F);
        search(robot, "xyzzyq");
        assertThat(inManual("#manualNothing", Label.class).getText()).contains("xyzzyq");
        Hyperlink example =
                (Hyperlink) Nodes.all(inManual("#manualHits", ScrollPane.class).getContent())
                        .filter(Hyperlink.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        robot.interact(example::fire);
        assertThat(hits()).isNotEmpty();
    }

    @Test
    void aboutTellsTheVersionsThatRun(FxRobot robot) {
        robot.interact(() -> item(robot, "helpMenu", "help-about").fire());
        Frames.settle();
        assertThat(Nodes.all(inManual("#manualPage", ScrollPane.class).getContent())
                        .filter(TextFlow.class::isInstance)
                        .map(node -> words((TextFlow) node)))
                .anyMatch(words -> words.contains(System.getProperty("java.version"))
                        && words.contains(System.getProperty("javafx.runtime.version")));
    }

    @Test
    void everyPageCanBeShown(FxRobot robot) {
        robot.interact(() -> item(robot, "helpMenu", "help-manual").fire());
        Frames.settle();
        List<String> ids = Nodes.all(
                        inManual("#manualContents", ScrollPane.class).getContent())
                .map(Node::getId)
                .filter(id -> id != null && id.startsWith("contents-"))
                .toList();
        assertThat(ids).hasSizeGreaterThan(20);
        for (String id : ids) {
            robot.interact(() -> inManual("#" + id, Hyperlink.class).fire());
            assertThat(headings()).as(id).isNotEmpty();
            ScrollPane page = inManual("#manualPage", ScrollPane.class);
            assertThat(Nodes.all(page.getContent())
                            .filter(node -> node.getStyleClass().contains("markdown-table")))
                    .as("tables of %s fit", id)
                    .allSatisfy(table -> assertThat(table.getBoundsInParent().getMaxX())
                            .isLessThanOrEqualTo(page.getViewportBounds().getWidth()));
        }
    }
}
