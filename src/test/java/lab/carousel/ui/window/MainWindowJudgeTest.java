package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.stage.Window;
import lab.carousel.task.series.NumberReading;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.ui.controls.DropDown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A forecast that was made elsewhere is pasted into a window of its own. */
class MainWindowJudgeTest extends MainWindowFixture {

    private static final double[] SUNSPOTS = ShippedSeries.SUNSPOTS.data().values()[0];

    private Node part(String id) {
        return window.judge.window().orElseThrow().getScene().lookup("#" + id);
    }

    private String words(String id) {
        return ((Label) part(id)).getText();
    }

    private void put(String id, String text) {
        robot.interact(() -> ((TextInputControl) part(id)).setText(text));
    }

    /** Truth, and the last value as its forecast. */
    private static String echo() {
        StringBuilder text = new StringBuilder("truth,forecast\n");
        for (int row = 1; row < SUNSPOTS.length; row++) {
            text.append(SUNSPOTS[row]).append(',').append(SUNSPOTS[row - 1]).append('\n');
        }
        return text.toString();
    }

    @AfterEach
    void hide() {
        robot.interact(() -> window.judge.window().ifPresent(Window::hide));
    }

    @Test
    void whatIsPastedIsAnsweredAndWhatIsWrongStandsAtItsPlace() {
        choose("fileMenu", "judge");
        await(() -> window.judge.window().map(Window::isShowing).orElse(false));
        assertThat(words("judgeHeadline")).isEqualTo("Paste a truth and a forecast: the answer comes here.");
        assertThat(part("judgeExport").isDisabled() && part("judgeCopy").isDisabled())
                .isTrue();
        put("judgeTEXT", echo());
        await(() -> words("judgeHeadline").equals("not shown to be better than an echo; it echoes"));
        assertThat(((TableView<?>) part("judgeTable")).getItems()).hasSize(2);
        assertThat(part("judgeExport").isDisabled() || part("judgeCopy").isDisabled())
                .isFalse();
        put("judgeTRAIN", "205");
        await(() -> ((TableView<?>) part("judgeTable")).getItems().size() > 5);
        assertThat(words("judgeHeadline")).isEqualTo("not shown to be better than an echo; it echoes");
        for (String told : List.of("judgeHeadline", "judgeSentences", "judgeRecognised")) {
            Label label = (Label) part(told);
            await(() -> label.getHeight() >= label.prefHeight(label.getWidth()) - 1);
        }
        put("judgeTRAIN", "all");
        await(() -> !words("judgeProblemTRAIN").isEmpty());
        assertThat(words("judgeHeadline")).isEqualTo("Something is still missing");
        put("judgeTRAIN", "205");
        put("judgeTEXT", echo().replace("11.0,5.0", "eleven,5.0"));
        await(() -> words("judgeProblemTEXT").contains("eleven"));
        assertThat(part("judgeTEXT").getParent().getLayoutBounds().getWidth())
                .isLessThanOrEqualTo(
                        part("judgeOpen").getParent().getLayoutBounds().getWidth());
        assertThat(((TableView<?>) part("judgeTable")).getItems()).isEmpty();
        put("judgeTEXT", echo());
        await(() -> ((TableView<?>) part("judgeTable")).getItems().size() > 5);
        assertThat(words("judgeProblemTEXT")).isEmpty();
    }

    @Test
    void whatIsPastedAndChosenStaysWhileATextIsWrongAndWhileItIsClosed() {
        choose("fileMenu", "judge");
        await(() -> window.judge.window().map(Window::isShowing).orElse(false));
        put("judgeTEXT", echo());
        put("judgeTRAIN", "205");
        await(() -> ((DropDown<?>) part("judgeTRUTH")).getItems().size() == 3);
        robot.interact(() -> chosen("judgeTRUTH").setValue("forecast"));
        await(() -> words("judgeSentences").startsWith("Truth: forecast. Forecast: truth."));
        put("judgeTEXT", "truth,forecast\n1,x\n");
        await(() -> !words("judgeProblemTEXT").isEmpty());
        put("judgeTEXT", echo());
        await(() -> words("judgeSentences").startsWith("Truth: forecast. Forecast: truth."));
        robot.interact(() -> ((ButtonBase) part("judgeCopy")).fire());
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).startsWith("Predictor,Error,"));
        robot.interact(() -> window.judge.window().ifPresent(Window::hide));
        choose("fileMenu", "judge");
        await(() -> window.judge.window().map(Window::isShowing).orElse(false));
        assertThat(words("judgeSentences")).startsWith("Truth: forecast. Forecast: truth.");
    }

    @Test
    void aTextThatCanBeReadInTwoWaysIsAskedOf() {
        choose("fileMenu", "judge");
        await(() -> window.judge.window().map(Window::isShowing).orElse(false));
        assertThat(part("judgeREADING").getParent().isVisible()).isFalse();
        IntUnaryOperator value = row -> 100 + 370 * row % 890;
        put(
                "judgeTEXT",
                IntStream.range(0, 60)
                        .mapToObj(row -> value.applyAsInt(row + 1) + "," + value.applyAsInt(row))
                        .collect(Collectors.joining("\n")));
        await(() -> !words("judgeProblemREADING").isEmpty());
        assertThat(part("judgeREADING").getParent().isVisible()).isTrue();
        robot.interact(() -> ((DropDown<?>) part("judgeREADING"))
                .getSelectionModel()
                .select(((DropDown<?>) part("judgeREADING")).getItems().indexOf(NumberReading.COLUMNS)));
        await(() -> words("judgeHeadline").equals("not shown to be better than an echo; it echoes"));
    }

    @SuppressWarnings("unchecked") // names of columns
    private DropDown<String> chosen(String id) {
        return (DropDown<String>) part(id);
    }
}
