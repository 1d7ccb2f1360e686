package lab.carousel.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.task.Task;
import lab.carousel.task.series.FedValues;
import lab.carousel.task.series.Leak;
import lab.carousel.task.series.Scaling;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.project.Field;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A series in the editor of the task. */
@ExtendWith(InWindow.class)
class SeriesCardTest extends TaskEditorFixture {

    private static final SeriesData AIRLINE = ShippedSeries.AIRLINE.data();

    @Start
    void show(Stage stage) {
        shown = ShownEditor.on(stage, 320);
    }

    private static void choose(FxRobot robot, String kind) {
        robot.interact(
                () -> robot.lookup("#task-" + kind).queryAs(ToggleButton.class).fire());
    }

    private static <T> void set(FxRobot robot, String id, T value) {
        robot.interact(() -> robot.lookup("#" + id).<ComboBox<T>>query().setValue(value));
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(
                () -> robot.lookup("#" + id).queryAs(TextInputControl.class).setText(text));
    }

    private static boolean isInvalid(FxRobot robot, String id) {
        return robot.lookup("#" + id).query().getPseudoClassStates().contains(PseudoClass.getPseudoClass("invalid"));
    }

    private Series series() {
        return (Series) shown.project().taskProperty().get().orElseThrow().supply();
    }

    @Test
    void aSeriesTakesThePlaceOfTheListAndGivesItBack(FxRobot robot) {
        choose(robot, "series");
        assertThat(series()).isEqualTo(new Series(AIRLINE, SeriesFeed.of(144)));
        assertThat(shown.project().state().hyperparameters().choice(Field.of(Settings.OUTPUT)))
                .isEqualTo(Output.LINEAR);
        assertThat(isShown(robot, "alphabetField")).isFalse();
        assertThat(label(robot, "seriesOrigin")).contains("1949-01 to 1960-12").contains("states no licence");
        assertThat(label(robot, "seriesSeason")).isEqualTo("A season of 12 rows is found in the training part.");
        assertThat(robot.lookup("#seriesCurve").queryAs(DrawingView.class).getAccessibleText())
                .isEqualTo("Airline passengers: Passengers, next value, 96 of 144 rows to train on");
        set(robot, "seriesName", "walk");
        assertThat(label(robot, "seriesSeason")).isEqualTo("No season is found in the training part.");

        choose(robot, "listed");
        assertThat(shown.project().taskProperty().get()).contains(Task.reference());
        assertThat(isShown(robot, "alphabetField")).isTrue();
        choose(robot, "series");
        assertThat(series().data()).as("what was shown last").isEqualTo(ShippedSeries.WALK.data());
    }

    @Test
    void whatIsFedAndWantedIsSetAndUndone(FxRobot robot) {
        choose(robot, "series");
        set(robot, "seriesFed", FedValues.SEASONAL);
        assertThat(field(robot, "seriesPeriod").getText()).isEqualTo("12");
        type(robot, "seriesAhead", "3");
        type(robot, "seriesTrain", "100");
        assertThat(series().feed())
                .isEqualTo(new SeriesFeed(0, FedValues.SEASONAL, 12, 3, 100, Leak.NONE, Scaling.STANDARD));
        robot.interact(shown.project()::undo);
        robot.interact(shown.project()::undo);
        assertThat(shown.project().state().task().series().isPresent()
                        && series().feed().fed() == FedValues.SEASONAL)
                .isFalse();
    }

    @Test
    void whatIsWrongStandsAtItsNumber(FxRobot robot) {
        choose(robot, "series");
        type(robot, "seriesTrain", "143");
        assertThat(shown.project().taskProperty().get()).isEmpty();
        assertThat(label(robot, "seriesTrainProblem")).isEqualTo("The training part has 5 to 142 rows here, not 143.");
        assertThat(List.of(
                        isInvalid(robot, "seriesPeriod"),
                        isInvalid(robot, "seriesAhead"),
                        isInvalid(robot, "seriesTrain")))
                .containsExactly(false, false, true);
        type(robot, "seriesAhead", "two");
        assertThat(label(robot, "seriesAheadProblem")).isEqualTo("“two” is not a whole number.");
        type(robot, "seriesAhead", "2");
        type(robot, "seriesTrain", "142");
        assertThat(isInvalid(robot, "seriesTrain")).isFalse();
        assertThat(series().feed()).isEqualTo(SeriesFeed.of(144).withAhead(2).withTrain(142));
    }

    @Test
    void aLeakIsNamedInRed(FxRobot robot) {
        choose(robot, "series");
        assertThat(isShown(robot, "seriesLeakProblem")).isFalse();
        set(robot, "seriesLeak", Leak.SCALER);
        assertThat(series().feed().leak()).isEqualTo(Leak.SCALER);
        assertThat(isInvalid(robot, "seriesLeak")).isTrue();
        assertThat(label(robot, "seriesLeakProblem")).startsWith("A leak: the scale");
        set(robot, "seriesLeak", Leak.NONE);
        assertThat(isInvalid(robot, "seriesLeak")).isFalse();
    }

    @Test
    void ofSeveralColumnsOneIsForecastAndOwnNumbersStayAtHand(FxRobot robot) {
        double[][] values = new double[2][];
        values[0] = IntStream.range(0, 40).mapToDouble(t -> t % 5).toArray();
        values[1] = IntStream.range(0, 40).mapToDouble(t -> t).toArray();
        SeriesData own = new SeriesData(SeriesData.OWN, List.of("heat", "sales"), values, List.of());
        choose(robot, "series");
        assertThat(isShown(robot, "seriesTarget")).isFalse();
        robot.interact(() ->
                shown.project().edit(state -> state.with(state.task().with(Series.task(own, SeriesFeed.of(40))))));
        assertThat(isShown(robot, "seriesTarget")).isTrue();
        assertThat(label(robot, "seriesOrigin")).isEqualTo("Your own numbers: 40 rows, 1 to 40, 2 columns.");
        set(robot, "seriesTarget", 1);
        assertThat(series().target()).isEqualTo(values[1]);
        set(robot, "seriesName", "sine");
        assertThat(isShown(robot, "seriesTarget")).isFalse();
        assertThat(series().data()).isEqualTo(ShippedSeries.SINE.data());
        set(robot, "seriesName", "own");
        assertThat(series().data()).isEqualTo(own);
    }

    @Test
    void ownNumbersAreAskedForByTheButtons(FxRobot robot) {
        AtomicInteger pasted = new AtomicInteger();
        AtomicInteger opened = new AtomicInteger();
        shown.editor().setOnOwnSeries(pasted::incrementAndGet, opened::incrementAndGet);
        choose(robot, "series");
        robot.interact(() -> robot.lookup("#pasteSeries").queryAs(Button.class).fire());
        robot.interact(() -> robot.lookup("#openSeries").queryAs(Button.class).fire());
        assertThat(List.of(pasted.get(), opened.get())).containsExactly(1, 1);
    }
}
