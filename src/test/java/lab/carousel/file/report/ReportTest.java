package lab.carousel.file.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.engine.choice.Engines;
import lab.carousel.file.command.CommandText;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Outputs;
import lab.carousel.model.Preset;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.picture.loss.LossDrawing;
import lab.carousel.picture.state.StatePicture;
import lab.carousel.study.ForkWords;
import lab.carousel.task.Alphabet;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Sequence;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnTasks;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.text.Citation;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;
import lab.carousel.view.Answer;
import lab.carousel.view.Chosen;
import lab.carousel.view.Look;
import lab.carousel.view.View;
import lab.carousel.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

    private static final Pattern PICTURE = Pattern.compile("!\\[.*?]\\(<(.*?)>\\)");

    @TempDir
    private Path folder;

    private static Snapshot run(Experiment experiment, int epochs) {
        try (Training training = new Training(experiment, Engines.named(experiment.engine()))) {
            while (training.epoch() < epochs) {
                training.advance();
            }
            return training.snapshot();
        }
    }

    private static Experiment listed(String... sequences) {
        List<Sequence> all = List.of(sequences).stream().map(Sequence::parse).toList();
        Task task = new Task(
                new Alphabet(all.stream()
                        .flatMap(sequence -> sequence.symbols().stream())
                        .distinct()
                        .toList()),
                all);
        return new Experiment(
                task,
                Experiment.reference().hyperparameters(),
                Experiment.reference().engine());
    }

    private String written(Snapshot run, String name) throws IOException {
        new Report(run, List.of()).write(folder.resolve(name));
        return Files.readString(folder.resolve(name));
    }

    @Test
    void saysWhatWasTrainedWhatCameOfItAndHowItIsRepeated() throws IOException {
        Snapshot run = run(Experiment.reference(), 3);
        String report = written(run, "my report.md");
        VerdictWords verdict = ForkWords.verdict(run);
        assertThat(verdict.sentence()).startsWith("After 0 1 2 comes 3 or 4; the symbol 3 steps back decides. ");
        assertThat(report.replace("\\", ""))
                .startsWith("# Carousel: The tutorial (reference)\n")
                .contains(verdict.headline(), verdict.reason())
                .contains(NumberText.inLine(run.evaluation().loss()))
                .contains(
                        "| Epoch | 3 of 250 |",
                        "| Seed | 1 |",
                        "| Cell | LSTM |",
                        "| Optimiser | Adam |",
                        "| Update interval | 1 |",
                        "    3 0 1 2 3\n    4 0 1 2 4\n")
                .contains("    carousel train --set epochs=3 --report \"my report.md\"\n")
                .contains(Citation.bibtex("(built from source)").indent(4));
        Matcher pictures = PICTURE.matcher(report);
        assertThat(pictures.results().map(found -> found.group(1)))
                .containsExactly("my report-files/loss.png", "my report-files/heatmap.png");
        assertThat(folder.resolve("my report-files/loss.png"))
                .hasBinaryContent(
                        PictureExport.png(LossDrawing.slide(run.history(), run.experiment(), false, Palette.LIGHT), 2));
        assertThat(folder.resolve("my report-files/heatmap.png"))
                .hasBinaryContent(PictureExport.png(StatePicture.of(run, Palette.LIGHT), 2));
    }

    @Test
    void leavesOutAndSaysWhatTheRunDoesNotHave() throws IOException {
        String begun = written(run(Experiment.reference(), 0), "begun.md");
        assertThat(begun)
                .contains(Message.text("report.noEpoch"), "heatmap.png")
                .doesNotContain("loss.png");
        assertThat(folder.resolve("begun-files/loss.png")).doesNotExist();
        assertThat(written(run(listed("a b c", "b c a"), 1), "easy.md")).contains(Message.text("report.noFork"));
        Preset paper = CommandText.preset("paper2cShort");
        String drawn = written(run(paper.experiment().with(all -> all.with(Settings.EPOCHS, 1)), 1), "drawn.md");
        assertThat(drawn)
                .contains("Its sequences are drawn fresh")
                .contains("carousel train --preset paper2cShort --set epochs=1 --report drawn.md")
                .contains(
                        "2c: random symbols, then the question (p = ",
                        "only for x and y. Its sequences are drawn fresh")
                .contains("| Criterion | not solved yet: ");
    }

    /** What is said of a kind is true of it: words that are counted are all there, a pool is drawn once, numbers have no margin. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anbn      | SIGMOID | (n = 10). S, n times a        | Nothing is drawn: these are all 10 sequences | memoryless floor",
                "reber     | SOFTMAX | Embedded Reber grammar. String | from the seed: 256 to train on               | ; grammar known: 0.4",
                "adding    | LINEAR  | (length = 100). Pairs of a     | Its sequences are drawn fresh                | (mean of 200 sequences; nothing known: 0.0402; one",
                "flipFlop  | LINEAR  | Flip-flop (bits = 3). Bits     | Its sequences are drawn fresh                | (mean of 200 sequences; nothing known: 1.0000; only"
            })
    void saysOfADrawnTaskWhatIsDrawn(
            String kind, @ConvertWith(Outputs.ByName.class) Output output, String what, String drawn, String floors)
            throws IOException {
        DrawnTask task = DrawnTasks.named(kind);
        Experiment experiment = new Experiment(
                Task.drawn(task),
                Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, 1)
                        .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                        .with(Settings.OUTPUT, output),
                EngineName.KERNEL);
        String report = written(run(experiment, 0), kind + ".md");
        assertThat(report).contains(what, drawn, floors);
        assertThat(report.contains("| Margin |")).isEqualTo(output.targets() == TargetKind.SYMBOLS);
        assertThat(report.contains("close enough")).isEqualTo(output.targets() == TargetKind.NUMBERS);
    }

    /** Of a series the report has the curve and the numbers as they were given, and nothing that was scaled to be fed. */
    @Test
    void showsASeriesInItsOwnUnitWithItsForecast() throws IOException {
        SeriesData shipped = ShippedSeries.AIRLINE.data();
        SeriesData data =
                new SeriesData(SeriesData.OWN, shipped.channels(), shipped.values(), shipped.rows(), "air <2020>");
        Experiment airline = CommandText.preset("airline").experiment();
        Experiment own =
                new Experiment(Series.task(data, SeriesFeed.of(144)), airline.hyperparameters(), airline.engine());
        Snapshot run = run(own, 2);
        String report = written(run, "air.md").replace("\\", "");
        Answer forecast = Views.named("forecast")
                .answer(Look.of(own, run.parameters(), 2), Chosen.of(Views.named("forecast"), own, Map.of()));
        assertThat(report)
                .startsWith("# Carousel: air 2020\n")
                .contains("## Forecast\n\n![" + forecast.title() + "](<air-files/forecast.svg>)\n\n")
                .contains(forecast.sentences().get("errors"))
                .contains("| Nearer than the echo | " + run.evaluation().right() + " of 48 rows |")
                .contains("## Task\n\nair 2020: Passengers, next value, 96 of 144 rows to train on\n\n"
                        + "Your own numbers: 144 rows, 1949-01 to 1960-12, one column.\n\n##")
                .contains("## The numbers\n\n    Row,Passengers\n    1949-01,112\n    1949-02,118\n")
                .endsWith("\n    1960-12,432\n")
                .contains("    carousel train air-files/experiment.carousel --report air.md\n")
                .doesNotContain("Recall", "Margin", "| Loss |", "0.02 ", "lstm", "adam", "heatmap");
        assertThat(folder.resolve("air-files/forecast.svg"))
                .hasBinaryContent(PictureExport.svg(forecast.titled(Palette.LIGHT)));
        assertThat(written(run, "air.html")).contains("<title>Carousel: air 2020</title>");
    }

    @Test
    void bringsTheExperimentThatNoCommandCanSayAndSignsMeanThemselves() throws IOException {
        Experiment experiment = listed("<b> | *x* `y`", "`y` | *x* <b>");
        String page = written(run(experiment, 2), "own.html");
        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<pre><code>&lt;b&gt; | *x* `y`\n`y` | *x* &lt;b&gt;\n</code></pre>")
                .contains("<img src=\"own-files/loss.png\"", "<table>", "<strong>Verdict: ")
                .contains("carousel train own-files/experiment.carousel --report own.html")
                .doesNotContain("<b>", "<em>x");
        assertThat(ExperimentFile.read(folder.resolve("own-files/experiment.carousel")))
                .isEqualTo(experiment.with(all -> all.with(Settings.EPOCHS, 2)));
    }

    @Test
    void hasTheViewsThatAreChosenWithTheirSentencesAndPictures() throws IOException {
        Snapshot run = run(Experiment.reference(), 3);
        new Report(run, List.of("stateMap", "twoSequences")).write(folder.resolve("seen.md"));
        String report = Files.readString(folder.resolve("seen.md")).replace("\\", "");
        int last = report.indexOf("heatmap.png");
        for (String name : List.of("stateMap", "twoSequences")) {
            View view = Views.named(name);
            Answer answer = view.answer(
                    Look.of(run.experiment(), run.parameters(), 3), Chosen.of(view, run.experiment(), Map.of()));
            String passage = "## " + Message.text(name + ".menu") + "\n\n![" + answer.title() + "](<seen-files/" + name
                    + ".svg>)\n\n"
                    + answer.sentences().values().stream()
                            .filter(words -> !words.isEmpty())
                            .collect(Collectors.joining("\n\n"))
                    + "\n\n";
            assertThat(report.indexOf(passage)).as(passage).isGreaterThan(last);
            last = report.indexOf(passage);
            assertThat(folder.resolve("seen-files/" + name + ".svg"))
                    .hasBinaryContent(PictureExport.svg(answer.titled(Palette.LIGHT)));
        }
        assertThat(report)
                .contains(
                        "    carousel train --set epochs=3 --report seen.md --report-views \"stateMap,twoSequences\"\n");
        assertThat(report.indexOf("## Task")).isGreaterThan(last);
    }

    @Test
    void saysWhyAViewSaysNothing() throws IOException {
        Experiment dense = Experiment.reference().with(all -> all.with(Settings.CELL, Cell.DENSE));
        new Report(run(dense, 1), List.of("stateMap")).write(folder.resolve("dense.html"));
        assertThat(folder.resolve("dense.html"))
                .content()
                .contains("<h2>State map</h2>\n<p>" + Message.text("stateMap.dense") + "</p>");
        assertThat(folder.resolve("dense-files/stateMap.svg")).doesNotExist();
    }

    @Test
    void refusesANameThatSaysNoFormat() {
        assertThatThrownBy(
                        () -> new Report(run(Experiment.reference(), 0), List.of()).write(folder.resolve("report.pdf")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(".md, .html")
                .hasMessageContaining("report.pdf");
        assertThat(folder).isEmptyDirectory();
    }
}
