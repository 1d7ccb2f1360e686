package lab.carousel.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.task.series.NumberReading;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Own numbers, how they are read, and what is wrong with them. */
@ExtendWith(InWindow.class)
class SeriesFormTest {

    private static final String TABLE = IntStream.range(0, 24)
            .mapToObj(row -> "%d-%02d;%d,5;%d".formatted(2015 + row / 12, row % 12 + 1, row, row % 7))
            .collect(Collectors.joining("\n", "Month;Sales;Heat\n", "\n"));

    private Stage stage;
    private SeriesForm form;

    @Start
    void start(Stage shown) {
        stage = shown;
        show("");
        stage.show();
    }

    private void show(String text) {
        form = new SeriesForm(ReadSeries.of(text, null), Experiment.reference());
        stage.setScene(new Scene(form, 600, 500));
    }

    private String text(String id) {
        return ((Label) form.lookup("#" + id)).getText();
    }

    private void type(FxRobot robot, String text) {
        robot.interact(() -> ((TextInputControl) form.lookup("#ownSeriesText")).setText(text));
    }

    private Series series() {
        return (Series) form.experiment().orElseThrow().task().supply();
    }

    @Test
    void aTableIsToldAndBecomesASeriesWithAnOutputOfNumbers(FxRobot robot) {
        assertThat(form.invalidProperty().get()).isTrue();
        type(robot, TABLE);
        assertThat(text("ownSeriesTold"))
                .startsWith("Your own numbers: 24 rows, 2015-01 to 2016-12, 2 columns.\n")
                .contains("Sales")
                .contains("Decimals follow a comma");
        assertThat(text("ownSeriesProblem")).isEmpty();
        assertThat(series().data().channels()).containsExactly("Sales", "Heat");
        assertThat(series().data().values()[0]).startsWith(0.5, 1.5).endsWith(23.5);
        assertThat(series().feed()).isEqualTo(SeriesFeed.of(24));
        assertThat(form.experiment().orElseThrow().hyperparameters().get(Settings.OUTPUT))
                .isEqualTo(Output.LINEAR);
    }

    @Test
    @SuppressWarnings("unchecked") // of the form
    void whatCanBeReadInSeveralWaysIsAsked(FxRobot robot) {
        type(robot, IntStream.range(0, 14).mapToObj(row -> "1,2" + (row + 10)).collect(Collectors.joining("\n")));
        ComboBox<NumberReading> reading = (ComboBox<NumberReading>) form.lookup("#ownSeriesReading");
        assertThat(form.invalidProperty().get()).isTrue();
        assertThat(text("ownSeriesProblem")).startsWith("Line 1, “1,210”, can be read in more than one way");
        assertThat(reading.isVisible()).isTrue();
        assertThat(reading.getItems()).contains(NumberReading.POINT, NumberReading.COMMA);

        robot.interact(() -> reading.setValue(NumberReading.COMMA));
        assertThat(series().target()).startsWith(1.21, 1.211);
        robot.interact(() -> reading.setValue(NumberReading.POINT));
        assertThat(series().target()).startsWith(1210, 1211);

        type(robot, TABLE);
        assertThat(reading.isVisible()).isFalse();
        assertThat(series().target()).startsWith(0.5, 1.5);
    }

    @Test
    void whatIsNoSeriesIsToldWithItsPlaceAndCanBeMended(FxRobot robot) {
        type(robot, TABLE.replace("\n2015-03;2,5;", "\n2015-03;;"));
        assertThat(text("ownSeriesProblem")).startsWith("Row 3 (2015-03) has no number in column Sales");
        assertThat(text("ownSeriesTold")).isEmpty();
        assertThat(form.experiment()).isEmpty();
        type(robot, "5\n".repeat(30));
        assertThat(text("ownSeriesProblem")).contains("the same number in all 30 rows");
        type(robot, "1 2 3\n4 5 6");
        assertThat(text("ownSeriesProblem")).isEqualTo("A series has 12 to 20,000 rows, not 2.");
        type(robot, (String.join(";", "123456789".split("")) + "\n" + "3;1;4;1;5;9;2;6;5\n").repeat(10));
        assertThat(text("ownSeriesProblem")).startsWith("There are 9 columns of numbers");
        type(robot, TABLE);
        assertThat(text("ownSeriesProblem")).isEmpty();
    }

    /** What is read before, in the background, is not read again, nor shown in an area that it would block. */
    @Test
    void aLongTextIsTakenButNotShown(FxRobot robot) {
        double[] numbers =
                IntStream.range(0, 20_000).mapToDouble(row -> row / 8.0).toArray();
        String text = Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining("\n"));
        robot.interact(() -> show(text));
        assertThat(form.lookup("#ownSeriesText").isVisible()).isFalse();
        assertThat(series().target()).isEqualTo(numbers);
        robot.interact(() -> show(text + "\n1\n2\n3"));
        assertThat(text("ownSeriesProblem")).startsWith("There are 20,003 rows, but at most 20,000 can be read");
        assertThat(form.invalidProperty().get()).isTrue();
    }
}
