package lab.carousel.picture.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastDrawingTest {

    private static final double WIDTH = 400;

    private final Series series = Series.of(Series.task(ShippedSeries.AIRLINE.data(), SeriesFeed.of(144)))
            .orElseThrow();
    private final ForecastDrawing drawing = new ForecastDrawing(
            series.target(),
            IntStream.range(0, 144).mapToObj(series.data()::row).toList(),
            0,
            series.part(new double[48]),
            0);

    private static Stream<Mark.Words> written(List<Mark> marks) {
        return marks.stream()
                .flatMap(mark -> mark instanceof Mark.Group group
                        ? written(group.marks())
                        : mark instanceof Mark.Words words ? Stream.of(words) : Stream.empty());
    }

    private List<String> words(double height) {
        return written(drawing.marks(WIDTH, height)).map(Mark.Words::words).toList();
    }

    @Test
    void withLittleHeightTheCurveHasAllOfIt() {
        assertThat(words(400)).contains(Message.text("forecast.value.axis"), Message.text("forecast.error.axis"));
        assertThat(words(200))
                .contains(Message.text("forecast.value.axis"))
                .doesNotContain(Message.text("forecast.error.axis"));
    }

    /** One name at the bottom of both charts stands at one place. */
    @Test
    void theSameRowStandsAtTheSamePlaceInBothCharts() {
        List<Double> places = written(drawing.marks(WIDTH, 400))
                .filter(mark -> mark.words().equals("1949-01"))
                .map(mark -> mark.room().x())
                .toList();
        assertThat(places).hasSize(2);
        assertThat(places.get(0)).isEqualTo(places.get(1));
    }

    /** Names with a time of day ran together. */
    @ParameterizedTest
    @ValueSource(ints = {220, 300, 334, 400, 640, 1000})
    void asManyRowsAreNamedAsHaveRoom(int width) {
        List<String> names = IntStream.range(0, 144)
                .mapToObj(row -> "2020-01-%02d %02d:00:00".formatted(1 + row / 24, row % 24))
                .toList();
        ForecastDrawing dated = new ForecastDrawing(series.target(), names, 0, series.part(new double[48]), 0);
        List<Box> named = written(dated.marks(width, 200))
                .filter(mark -> names.contains(mark.words()))
                .map(Mark.Words::room)
                .toList();
        assertThat(named).hasSizeBetween(1 + width / 450, width / 120);
        for (int place = 1; place < named.size(); place++) {
            assertThat(named.get(place).x()).isGreaterThan(named.get(place - 1).right());
        }
        assertThat(named.get(named.size() - 1).right()).isLessThanOrEqualTo(width);
    }
}
