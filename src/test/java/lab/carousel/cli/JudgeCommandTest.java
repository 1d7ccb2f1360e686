package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
