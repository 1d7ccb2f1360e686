package lab.carousel.ui.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.carousel.task.series.ColumnReader;
import lab.carousel.task.series.NumberColumns;
import lab.carousel.task.series.NumberReading;
import lab.carousel.task.series.SeriesData;
import lab.carousel.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A series as it is read from a text.
 *
 * @param chosen   how; null while nobody has said it
 * @param readings the ways in which it can be read
 * @param found    the series; empty if there is none
 * @param words    what was recognised, or what is wrong
 */
record ReadSeries(
        String text,
        @Nullable NumberReading chosen,
        List<NumberReading> readings,
        Optional<SeriesData> found,
        String words) {

    /** Takes a while for a long text. */
    static ReadSeries of(String text, @Nullable NumberReading chosen) {
        List<NumberReading> readings = List.of();
        try {
            readings = ColumnReader.readings(text);
            NumberColumns columns =
                    (chosen == null ? ColumnReader.read(text) : ColumnReader.read(text, chosen)).complete();
            for (int column = 0; column < columns.names().size(); column++) {
                columns.requireVariation(column);
            }
            SeriesData data = new SeriesData(
                    SeriesData.OWN, columns.names(), columns.columns().toArray(double[][]::new), columns.steps());
            String words = data.origin().text()
                    + columns.told().stream().map(each -> "\n" + each.text()).collect(Collectors.joining());
            return new ReadSeries(text, chosen, readings, Optional.of(data), words);
        } catch (InvalidInput wrong) {
            return new ReadSeries(text, chosen, readings, Optional.empty(), wrong.getMessage());
        }
    }
}
