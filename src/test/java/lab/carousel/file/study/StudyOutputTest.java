package lab.carousel.file.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.picture.study.StudyPicture;
import lab.carousel.picture.study.StudyPictures;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.Change;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.Studies;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyOutputTest {

    private static List<String[]> runs(Results results) {
        return rows(StudyOutput.runs(results));
    }

    private static List<String[]> rows(String text) {
        return text.lines().map(line -> line.split(",", -1)).toList();
    }

    @Test
    void hasARowForEachRunAtFullPrecision() {
        Results results = Studies.results(Studies.study(Question.TUNING, 20, 2, Studies.units(1, 20)), 1);
        List<String[]> rows = runs(results);
        assertThat(String.join(" ", rows.get(0)))
                .isEqualTo("run hiddenUnits seed verdict right steps recall margin loss deciding_loss epochs"
                        + " first_remembered sequences_to_solve diverged_in_epoch bits steps_back forks"
                        + " forks_remembered best separation in_a_row pairs pairs_right pairs_passing");
        assertThat(rows).hasSize(5).allMatch(row -> row.length == 24);
        assertThat(rows.stream().skip(1).map(row -> row[0] + " " + row[1]))
                .containsExactly("1 1", "2 20", "3 1", "4 20");
        String[] fourth = rows.get(4);
        assertThat(Long.parseLong(fourth[2])).isEqualTo(results.plan().run(3).seed());
        Snapshot end = RecordedRuns.end(results.plan().run(3).experiment());
        assertThat(Double.parseDouble(fourth[8])).isEqualTo(end.evaluation().loss());
        assertThat(Double.parseDouble(fourth[7])).isEqualTo(end.evaluation().margin());
        assertThat(Double.parseDouble(fourth[19])).isEqualTo(end.evaluation().separation());
        assertThat(Integer.parseInt(fourth[4])).isEqualTo(end.evaluation().right());
        assertThat(fourth[3]).isEqualTo("not yet");
    }

    @Test
    void tellsEverythingThatAnAxisVaries() {
        Axis networks = Studies.listed(
                "network",
                Studies.named("LSTM, small", Change.of(all -> all.with(Settings.HIDDEN_UNITS, 2))),
                Studies.named("GRU", Change.of(all -> all.with(Settings.CELL, Cell.GRU))));
        Results results = Studies.results(Studies.study(Question.RACE, 1, 1, networks), 1);
        String text = StudyOutput.runs(results);
        assertThat(text.lines().limit(2)).first().asString().startsWith("run,network,cell,hiddenUnits,seed,");
        assertThat(text).contains("1,\"LSTM, small\",lstm,2,1,").contains("2,GRU,gru,20,1,");
    }

    @Test
    void sumsUpEachCell() {
        Results results = Studies.results(Studies.study(Question.TUNING, 2, 3, Studies.units(1, 20)), 1);
        List<String[]> rows = rows(StudyOutput.summary(results));
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).startsWith("hiddenUnits", "runs", "floor", "remembers", "remembers_share");
        assertThat(rows).allMatch(row -> row.length == rows.get(0).length);
        String[] second = rows.get(2);
        assertThat(second).startsWith("20", "3", "0.06931471805599453", "0", "0.0", "0.0");
        double[] losses = results.finished().stream()
                .filter(run -> run.cell() == 1)
                .mapToDouble(run -> run.end().orElseThrow().loss())
                .sorted()
                .toArray();
        int median = Stream.of(rows.get(0)).toList().indexOf("loss_median");
        assertThat(Double.parseDouble(second[median])).isEqualTo(losses[1]);
    }

    @Test
    void tellsTheTaskWhereItDiffers() {
        Axis tasks = Studies.listed(
                "sequences",
                Studies.named("two", same -> same),
                Studies.named("paper", Change.to(Task.drawn(NoisyGap.of(4, 2)))));
        List<String[]> rows = runs(Studies.results(Studies.study(Question.RACE, 1, 1, tasks), 1));
        assertThat(rows.get(0)).startsWith("run", "sequences", "task", "seed");
        assertThat(rows.get(1)).startsWith("1", "two", "3 0 1 2 3 / 4 0 1 2 4");
        assertThat(rows.get(2)).startsWith("2", "paper", "2c p=4 q=2");
        int pairs = List.of(rows.get(0)).indexOf("pairs");
        assertThat(rows.get(1)[pairs]).isEmpty();
        assertThat(rows.get(2)[4]).isEqualTo("not yet");
        assertThat(rows.get(2)[pairs])
                .as("all, though ten wrong ones were enough")
                .isEqualTo("200");
        assertThat(Integer.parseInt(rows.get(2)[pairs + 1])).isBetween(0, 190);
    }

    @Test
    void allOfAStudyIsSavedInAFolder(@TempDir Path folder) throws IOException {
        Results results = Studies.results(Studies.study(Question.TUNING, 20, 2, Studies.units(1, 20)), 1);
        List<StudyPicture> pictures = StudyPictures.of(results, Palette.LIGHT);
        StudyOutput.saveTables(folder, results);
        StudyOutput.savePictures(
                folder, pictures.subList(0, 1), (picture, format) -> format.bytes(picture), () -> false);

        String name = pictures.get(0).name();
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("results.csv", "summary.csv", "study.json", name + ".svg", name + ".png");
        assertThat(folder.resolve("results.csv")).hasContent(StudyOutput.runs(results));
        assertThat(folder.resolve("summary.csv")).hasContent(StudyOutput.summary(results));
        assertThat(StudyFile.read(folder.resolve("study.json")).seeds())
                .isEqualTo(results.plan().study().seeds());
        assertThat(folder.resolve(name + ".svg")).content().startsWith("<");
        assertThat(Files.readAllBytes(folder.resolve(name + ".png"))).startsWith(0x89, 'P', 'N', 'G');
    }
}
