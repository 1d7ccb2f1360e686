package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.carousel.Sample;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.ui.Nodes;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The manual beside the window. */
class MainWindowHelpTest extends MainWindowFixture {

    @AfterEach
    void closeManual() {
        robot.interact(() -> manual().ifPresent(Stage::hide));
    }

    private static Optional<Stage> manual() {
        return Window.getWindows().stream()
                .filter(window -> window.getScene().lookup("#manual") != null)
                .map(Stage.class::cast)
                .findFirst();
    }

    private static <T extends Node> T inManual(String id, Class<T> type) {
        return type.cast(manual().orElseThrow().getScene().lookup("#" + id));
    }

    /** What stands in a part of the manual that can be scrolled. */
    private static Stream<Node> all(String id) {
        return Nodes.all(inManual(id, ScrollPane.class).getContent());
    }

    private static Stream<Node> styled(Stream<Node> nodes, String style) {
        return nodes.filter(node -> node.getStyleClass().contains(style));
    }

    private static List<String> headings() {
        return styled(all("manualPage"), "markdown-heading")
                .map(MainWindowHelpTest::words)
                .toList();
    }

    private static String words(Node flow) {
        return ((TextFlow) flow)
                .getChildren().stream()
                        .filter(Text.class::isInstance)
                        .map(text -> ((Text) text).getText())
                        .collect(Collectors.joining());
    }

    private static String title() {
        return inManual("manualTitle", Label.class).getText();
    }

    /** Where a heading is, in pixels below the upper edge of what is seen of the page. */
    private static double top(String heading) {
        Node flow = styled(all("manualPage"), "markdown-heading")
                .filter(node -> words(node).equals(heading))
                .findFirst()
                .orElseThrow();
        return bounds(flow).getMinY()
                - bounds(inManual("manualPage", ScrollPane.class)).getMinY();
    }

    private void focusInWindow(String id) {
        robot.interact(stage::requestFocus);
        focus(id);
    }

    private static void search(String words) {
        robot.interact(() -> {
            TextField field = inManual("manualSearch", TextField.class);
            field.requestFocus();
            field.setText(words);
        });
    }

    private static List<Node> hits() {
        return styled(all("manualHits"), "manual-hit").toList();
    }

    private static String titleOf(Node hit) {
        return words(styled(Nodes.all(hit), "manual-hit-title").findFirst().orElseThrow());
    }

    private static void follow(Stream<Node> nodes, Predicate<Hyperlink> wanted) {
        Hyperlink link = nodes.filter(Hyperlink.class::isInstance)
                .map(Hyperlink.class::cast)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
        robot.interact(link::fire);
    }

    @Test
    void f1ShowsTheKeysOfThePlaceFirstAndWithShiftWhatIsToldOfIt() {
        focusInWindow("stateHeatmap");
        robot.push(KeyCode.F1);
        assertThat(title()).isEqualTo("Keys");
        assertThat(headings()).startsWith("Keys", "In the heatmap").contains("The run", "Time travel");
        focusInWindow("lossPlot");
        robot.push(KeyCode.F1);
        assertThat(headings()).startsWith("Keys", "In the loss chart");
        focusInWindow("lossPlot");
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        assertThat(title()).isEqualTo("The window");
        assertThat(top("Loss")).isBetween(-1.0, 60.0);
        focusInWindow("hiddenUnits");
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        assertThat(title()).startsWith("Networks");
        showPlace("resetSwitch");
        focusInWindow("microscopePlaces");
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        assertThat(top("Reset switch")).isBetween(-1.0, 60.0);
    }

    @Test
    void aQuestionIsFoundWhileItIsTypedAndItsSectionOpened() {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.type(KeyCode.W, KeyCode.H, KeyCode.Y, KeyCode.SPACE, KeyCode.R, KeyCode.E, KeyCode.S);
        Frames.settle();
        assertThat(inManual("manualSearch", TextField.class).getText()).isEqualTo("why res");
        assertThat(titleOf(hits().get(0))).isEqualTo("Why reset?");
        robot.push(KeyCode.ENTER);
        assertThat(title()).startsWith("Questions to a network");
        assertThat(top("Reset switch")).isBetween(-1.0, 60.0);
        robot.push(KeyCode.ESCAPE);
        assertThat(inManual("manualSearch", TextField.class).getText()).isEmpty();
        assertThat(inManual("manualContents", ScrollPane.class).isVisible()).isTrue();
        search("xyzzyq");
        assertThat(inManual("manualNothing", Label.class).getText()).contains("xyzzyq");
        follow(all("manualHits"), example -> true);
        assertThat(hits()).isNotEmpty();
        search("time travel");
        String second = titleOf(hits().get(1));
        assertThat(titleOf(hits().get(2))).isNotEqualTo(second);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ENTER);
        assertThat(headings()).contains(second);
        robot.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE);
        assertThat(manual()).isEmpty();
    }

    @Test
    void aHitOpensTheLessonAtTheStepThatAnswers() {
        choose("helpMenu", "help-search");
        search("what does stateful do?");
        follow(Nodes.all(hits().get(0)), link -> link.getStyleClass().contains("hitLesson"));
        await(() -> window.lessons().player().progress().isPresent());
        LessonProgress progress = window.lessons().player().progress().orElseThrow();
        assertThat(progress.lesson().name()).isEqualTo("batch-size-and-state");
        assertThat(progress.number()).isEqualTo(4);
        assertThat(text("lessonTitle")).isEqualTo("What stateful does, and what it does not");
        // What the steps before would have set up
        awaitText("presets", "The tutorial (reference)");
        assertThat(manual()).as("the manual stays").isPresent();
        fire("lessonBack");
        assertThat(text("lessonTitle")).isEqualTo("No state at all");
    }

    @Test
    void linksLeadFromPageToPageAndBackToWhereOneHadRead() {
        choose("helpMenu", "help-manual");
        assertThat(title()).isEqualTo("Carousel: the manual");
        // The first page comes piece by piece
        AtomicLong before = new AtomicLong();
        await(() -> {
            long now = all("manualPage").count();
            return before.getAndSet(now) == now;
        });
        robot.interact(() -> inManual("manualPage", ScrollPane.class).setVvalue(0.5));
        follow(all("manualPage"), link -> link.getText().equals("The heatmap"));
        assertThat(title()).startsWith("The heatmap");
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(title()).isEqualTo("Carousel: the manual");
        assertThat(inManual("manualPage", ScrollPane.class).getVvalue()).isEqualTo(0.5);
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(title()).startsWith("The heatmap");
        robot.interact(() -> inManual("contents-weights", Hyperlink.class).fire());
        assertThat(title()).isEqualTo("The weights");
        choose("helpMenu", "help-about");
        assertThat(all("manualPage").filter(TextFlow.class::isInstance).map(MainWindowHelpTest::words))
                .anyMatch(words -> words.contains(System.getProperty("java.version"))
                        && words.contains(System.getProperty("javafx.runtime.version")));
    }

    @Test
    void everyPageCanBeShown() {
        choose("helpMenu", "help-manual");
        List<String> ids = all("manualContents")
                .map(Node::getId)
                .filter(id -> id != null && id.startsWith("contents-"))
                .toList();
        assertThat(ids).hasSizeGreaterThan(20);
        for (String id : Sample.of(1, ids).toList()) {
            robot.interact(() -> inManual(id, Hyperlink.class).fire());
            assertThat(headings()).as(id).isNotEmpty();
            double width =
                    inManual("manualPage", ScrollPane.class).getViewportBounds().getWidth();
            assertThat(styled(all("manualPage"), "markdown-table"))
                    .as("tables of %s fit", id)
                    .allSatisfy(table ->
                            assertThat(table.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(width));
        }
    }
}
