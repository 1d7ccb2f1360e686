package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.carousel.file.disk.Names;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.model.Experiment;
import lab.carousel.model.Presets;
import lab.carousel.model.Settings;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import org.junit.jupiter.api.Test;

/** What is told of a series is in its own unit, under the names of its rows. */
class TrainSeriesTest extends CommandInFolder {

    private static final Pattern JUDGED =
            Pattern.compile("(\\d{4}-\\d\\d) +(\\d+) +(\\d+) +([\\d.]+) +(nearer|farther)");

    /** The same numbers, as somebody's own. */
    private static Experiment own(String title) {
        SeriesData shipped = ShippedSeries.AIRLINE.data();
        SeriesData data = new SeriesData(SeriesData.OWN, shipped.channels(), shipped.values(), shipped.rows(), title);
        Experiment airline = Presets.preset("airline").experiment();
        return new Experiment(
                        Series.task(data, SeriesFeed.of(data.size())), airline.hyperparameters(), airline.engine())
                .with(all -> all.with(Settings.EPOCHS, 2));
    }

    @Test
    void printsItsRowsAndSaysWhichForecastIsNearerThanTheEcho() {
        assertThat(run("train --preset airline --epochs 2 --quiet")).isZero();
        List<String> lines = carousel.output.lines().toList();
        assertThat(lines.get(0)).isEqualTo("Airline passengers: Passengers, next value, 96 of 144 rows to train on");
        assertThat(lines.get(1)).isEqualTo("row      echo  truth  forecast  beside the echo");
        assertThat(lines.get(2)).matches("1949-02  112   118    [\\d.]+ +not judged");
        List<Matcher> judged =
                lines.stream().map(JUDGED::matcher).filter(Matcher::matches).toList();
        assertThat(judged).hasSize(48);
        assertThat(judged.get(0).group(1)).isEqualTo("1957-01");
        assertThat(judged.get(47).group(3)).isEqualTo("432");
        double squares = 0;
        int nearer = 0;
        for (Matcher row : judged) {
            double echo = Double.parseDouble(row.group(2)) - Double.parseDouble(row.group(3));
            double forecast = Double.parseDouble(row.group(4)) - Double.parseDouble(row.group(3));
            assertThat(row.group(5))
                    .as(row.group())
                    .isEqualTo(Math.abs(forecast) < Math.abs(echo) ? "nearer" : "farther");
            nearer += row.group(5).equals("nearer") ? 1 : 0;
            squares += forecast * forecast / 48;
        }
        assertThat(carousel.output)
                .contains("\nrows     " + nearer + " of 48 nearer than the echo\n")
                .doesNotContain("wrong", "recall", "margin");
        Matcher error = Pattern.compile("in Passengers: forecast ([\\d.]+)").matcher(carousel.output);
        assertThat(error.find()).isTrue();
        assertThat(Double.parseDouble(error.group(1))).isCloseTo(Math.sqrt(squares), within(0.1));
    }

    @Test
    void theJsonHasItsOwnValuesUnderTheSameNames() {
        assertThat(run("train --preset airline --epochs 1 --json")).isZero();
        JsonValue root = JsonText.parse("output", carousel.output);
        JsonValue last = root.member("predictions").elements().get(142);
        assertThat(last.members().keySet())
                .containsExactly("sequence", "step", "input", "expected", "predicted", "counts", "right");
        assertThat(last.member("input").text()).isEqualTo("390");
        assertThat(last.member("expected").text()).isEqualTo("432");
        assertThat(Double.parseDouble(last.member("predicted").text())).isBetween(0.0, 800.0);
        assertThat(root.members()).containsKeys("recall", "margin", "loss");
    }

    @Test
    void progressCountsRows() {
        carousel.terminal = true;
        assertThat(run("train --preset airline --epochs 2")).isZero();
        assertThat(carousel.errors).containsPattern("epoch 1/2   loss [\\d.]+   \\d+ of 48 nearer than the echo");
    }

    /** The line of a report under {@code Repeat it}, run in its folder. */
    private void repeat(String report) throws IOException {
        String line = Files.readString(folder.resolve(report))
                .lines()
                .filter(each -> each.startsWith("    carousel train"))
                .findFirst()
                .orElseThrow();
        String[] words = Pattern.compile("\"([^\"]*)\"|(\\S+)")
                .matcher(line)
                .results()
                .skip(1)
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(word -> word.matches(".*\\.(md|carousel)")
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
        assertThat(carousel.run(words)).as(line + carousel.errors).isZero();
    }

    @Test
    void theCommandOfAReportRunsAsPrintedAndWritesTheSameReport() throws IOException {
        ExperimentFile.write(folder.resolve("mine.carousel"), own("air"));
        for (String line : List.of(
                "train @mine.carousel --report %s",
                "train @mine.carousel --report %s --report-views samples",
                "train --preset airline --epochs 3 --report %s")) {
            assertThat(run(line, folder.resolve("my report.md"))).isZero();
            Map<String, String> before = contents();
            repeat("my report.md");
            assertThat(contents()).containsExactlyEntriesOf(before);
        }
        assertThat(ExperimentFile.read(folder.resolve("my report-files/experiment.carousel")))
                .isEqualTo(own("air"));
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String name : Names.in(folder.resolve("my report-files"))) {
            contents.put(
                    name,
                    Files.readString(folder.resolve("my report-files").resolve(name), StandardCharsets.ISO_8859_1));
        }
        contents.put("report", Files.readString(folder.resolve("my report.md")));
        return contents;
    }

    /** With other settings, or after a run that diverged, another experiment would take the place of what was read. */
    @Test
    void anotherExperimentBesideAReportIsNotWrittenOverTheOneThatIsRead() throws IOException {
        Files.createDirectory(folder.resolve("r-files"));
        ExperimentFile.write(folder.resolve("r-files/experiment.carousel"), own("air"));
        String refused = "--report would write over " + folder.resolve("r-files/experiment.carousel");
        String line = "train @r-files/experiment.carousel --report @r.md";
        assertRefused(refused, line + " --seed 5");
        carousel.engine = new FakeEngine(95 + 3);
        assertThat(run(line)).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(carousel.errors).contains("diverged in epoch 2", refused);
        carousel.engine = new FakeEngine(0);
        assertThat(ExperimentFile.read(folder.resolve("r-files/experiment.carousel")))
                .isEqualTo(own("air"));
        assertThat(folder.resolve("r.md")).doesNotExist();
        assertThat(run(line)).isZero();
    }
}
