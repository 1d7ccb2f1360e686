package lab.carousel.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.carousel.task.series.ShippedSeries;
import org.junit.jupiter.api.Test;

/** What is said of a forecast that was made elsewhere; {@code JudgeCommandTest} sees to it that command line and page say the same. */
class ForecastAnswerTest {

    private static final double[] SUNSPOTS = ShippedSeries.SUNSPOTS.data().values()[0];

    /** Truth, and the last value as its forecast. */
    private static String echo() {
        StringBuilder text = new StringBuilder("year;truth;forecast\n");
        for (int row = 0; row < SUNSPOTS.length; row++) {
            String said = row < 206 ? "" : String.valueOf(SUNSPOTS[row - 1]);
            text.append(1700 + row)
                    .append(';')
                    .append(SUNSPOTS[row])
                    .append(';')
                    .append(said)
                    .append('\n');
        }
        return text.toString();
    }

    private static ForecastAnswer answer(String text, String train) {
        return ForecastAnswer.of(Map.of(JudgedField.TEXT, text, JudgedField.TRAIN, train));
    }

    @Test
    void withoutATrainingPartItSaysAtMostBetterThanAnEcho() {
        StringBuilder text = new StringBuilder("truth,forecast\n");
        for (int row = 0; row < SUNSPOTS.length; row++) {
            text.append(SUNSPOTS[row])
                    .append(',')
                    .append(SUNSPOTS[row] + (row % 2 == 0 ? 0.5 : -0.5))
                    .append('\n');
        }
        assertThat(answer(text.toString(), "").headline())
                .isEqualTo("better than an echo; a line cannot be judged without the training part");
        assertThat(answer(text.toString(), "206").headline()).startsWith("forecasts");
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        assertThat(answer(echo(), "many").problems()).containsOnlyKeys(JudgedField.TRAIN);
        assertThat(answer(echo(), "309").problems()).containsOnlyKeys(JudgedField.TRAIN);
        String hostile = echo().replace("1850;", "1850;x");
        ForecastAnswer wrong = answer(hostile, "206");
        assertThat(wrong.problems()).containsOnlyKeys(JudgedField.TEXT);
        assertThat(wrong.problems().get(JudgedField.TEXT).text()).contains("152", "x");
        assertThat(wrong.drawing()).isEmpty();
        assertThat(answer("", "").headline()).isEqualTo("Paste a truth and a forecast: the answer comes here.");
    }

    @Test
    void theForecastStandsAboveTheFloors() {
        List<String> names = new ArrayList<>();
        answer(echo(), "206").rows().forEach(row -> names.add(row.name()));
        assertThat(names).startsWith("forecast", "echo", "mean");
        assertThat(answer(echo(), "206").rows().get(1).finding()).isEqualTo("the same");
    }
}
