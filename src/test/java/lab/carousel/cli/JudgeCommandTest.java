package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import lab.carousel.file.page.PageJudge;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.view.ForecastAnswer;
import lab.carousel.view.JudgedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeCommandTest {

    private static final String AIRLINE = "assets/series/airline-passengers.csv";

    @TempDir
    private Path folder;

    private final CommandLineFixture line = new CommandLineFixture();

    @Test
    void oneColumnGivesTheErrorsOfTheFloors() {
        assertThat(line.run(
                        "judge", AIRLINE, "--train", "96", "--rows", "98-143", "--floor", "line:12", "--floor",
                        "line:13"))
                .isZero();
        assertThat(line.output)
                .startsWith("floors over 46 steps\necho: error 48.6641 (the last value known, 1 step before)\n")
                .contains("\nline of 12 values: error 21.3482 (as asked for)\n")
                .contains("\nline of 13 values: error 14.5542 (as asked for)\n");
    }

    /** Name, text and rows of the training part. */
    private record Judged(String name, String text, String train) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Judged judged(String name, DoubleUnaryOperator forecast, String train) {
        double[] truth = ShippedSeries.AIRLINE.data().values()[0];
        StringBuilder table = new StringBuilder("month,truth,forecast\n");
        for (int row = 1; row < truth.length; row++) {
            double said = forecast.applyAsDouble(row);
            table.append(row)
                    .append(',')
                    .append(truth[row])
                    .append(',')
                    .append(said)
                    .append('\n');
        }
        return new Judged(name, table.toString(), train);
    }

    static Stream<Judged> surfaces() {
        double[] truth = ShippedSeries.AIRLINE.data().values()[0];
        return Stream.of(
                judged("echo", row -> truth[(int) row - 1], "95"),
                judged("echo without a training part", row -> truth[(int) row - 1], ""),
                judged("nearly the truth", row -> truth[(int) row] + row % 3, "95"),
                judged("has seen the future", row -> truth[Math.min(143, (int) row + 1)], "95"),
                judged("another scale", row -> truth[(int) row] / 1000, "95"),
                judged("always the same", row -> 400, "95"),
                judged("too few rows", row -> truth[(int) row - 1], "130"),
                judged("worse", row -> 50 + row % 7, "95"));
    }

    /** The window shows a {@link ForecastAnswer} itself. */
    @ParameterizedTest
    @MethodSource("surfaces")
    void commandLinePageAndWindowSayTheSame(Judged asked) throws IOException {
        ForecastAnswer answer = ForecastAnswer.of(Map.of(JudgedField.TEXT, asked.text, JudgedField.TRAIN, asked.train));
        Map<String, Object> page = new PageJudge().told(Map.of("TEXT", asked.text, "TRAIN", asked.train), 700, 400);
        assertThat(page)
                .containsEntry("headline", answer.headline())
                .containsEntry("words", answer.sentences())
                .containsEntry("recognised", answer.recognised())
                .containsEntry("rows", answer.table().values());
        Path file = Files.writeString(folder.resolve("mine.csv"), asked.text);
        List<String> command = new ArrayList<>(List.of("judge", file.toString()));
        if (!asked.train.isEmpty()) {
            command.addAll(List.of("--train", asked.train));
        }
        assertThat(line.run(command.toArray(String[]::new))).isZero();
        List<String> told = line.output.lines().toList();
        assertThat(told.get(0)).isEqualTo(answer.headline());
        assertThat(told.subList(1, told.size()))
                .containsAll(answer.sentences())
                .endsWith(answer.recognised().toArray(String[]::new));
        answer.rows().stream().skip(1).forEach(row -> assertThat(told)
                .anyMatch(each -> each.startsWith(row.name() + ": error ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"truth,forecast\n1,2\n3,x\n", "1,2\n3\n", "truth\nNaN\n2\n", "5\n5\n5\n"})
    void whatCannotBeReadIsRefusedInTheSameWords(String text) throws IOException {
        ForecastAnswer answer = ForecastAnswer.of(Map.of(JudgedField.TEXT, text));
        Path file = Files.writeString(folder.resolve("mine.csv"), text);
        assertThat(line.run("judge", file.toString())).isNotZero();
        assertThat(line.errors)
                .contains(answer.problems().values().iterator().next().text());
        assertThat(answer.drawing()).isEmpty();
    }

    @Test
    void aForecastIsJudgedInWordsAndAsJson() throws IOException {
        StringBuilder table = new StringBuilder("month,passengers,prediction\n");
        String before = "";
        for (String each : Files.readAllLines(Path.of(AIRLINE)).subList(1, 145)) {
            table.append(each.replace("\"", "")).append(',').append(before).append('\n');
            before = each.substring(each.indexOf(',') + 1);
        }
        Path file = Files.writeString(folder.resolve("mine.csv"), table);
        assertThat(line.run("judge", file.toString(), "--train", "96")).isZero();
        assertThat(line.output)
                .startsWith(
                        "not shown to be better than an echo; it echoes\nTruth: passengers. Forecast: prediction.\n");
        assertThat(line.run("judge", file.toString(), "--train", "96", "--period", "12", "--json"))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(line.output);
        assertThat(json.get("verdict").textValue()).isEqualTo("NOT_SHOWN_BETTER");
        assertThat(json.get("floors").findValuesAsText("key"))
                .containsExactly("echo", "mean", "season", "drift", "line", "lineDifferences", "lineSeasonal");
        assertThat(json.get("floors").findValuesAsText("finding")).startsWith("EQUAL", "BETTER");
    }

    @Test
    void wrongUseIsBadInput() {
        assertThat(line.run("judge", AIRLINE)).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(line.errors).startsWith("There is one column of numbers and no training part");
        assertThat(line.run("judge", AIRLINE, "--train", "many")).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(line.run("judge", AIRLINE, "--train", "96", "--truth", "Month?"))
                .isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(line.run("judge", "nowhere.csv")).isEqualTo(ExitStatus.BAD_INPUT);
    }
}
