package lab.carousel.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.study.forecast.ForecastJudge;
import lab.carousel.study.forecast.ForecastQuestion;
import lab.carousel.task.series.ColumnReader;
import lab.carousel.task.series.NumberColumns;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code judge}: what a forecast that was made elsewhere is worth, beside predictors that need no network. */
@Command(name = "judge", sortOptions = false)
final class JudgeCommand extends ToolCommand {

    private static final String TRAIN = "--train";
    private static final String PERIOD = "--period";

    @Parameters(paramLabel = "F.csv", descriptionKey = "cli.help.judgeFile")
    @SuppressWarnings("NullAway.Init") // picocli sees to it
    private String file;

    @Mixin
    private final CommandSpec given = CommandSpec.create()
            .addOption(option(TRAIN, "N", "cli.help.judgeTrain"))
            .addOption(option(PERIOD, "P", "cli.help.judgePeriod"))
            .addOption(option("--rows", "A-B", "cli.help.judgeRows"))
            .addOption(option("--truth", "COLUMN", "cli.help.judgeTruth"))
            .addOption(option("--forecast", "COLUMN", "cli.help.judgeForecast"));

    @Option(names = "--floor", paramLabel = "FLOOR", descriptionKey = "cli.help.judgeFloor")
    private List<String> floors = List.of();

    @Option(names = "--json", descriptionKey = "cli.help.judgeJson")
    private boolean json;

    JudgeCommand(Tools tools, Console console) {
        super(tools, console);
    }

    @Override
    public Integer call() {
        Path path = FileProblem.path(file);
        ForecastQuestion question = new ForecastQuestion(
                number(TRAIN), number(PERIOD), floors, given("--rows"), given("--truth"), given("--forecast"));
        NumberColumns columns = ColumnReader.read(TextFile.read(path));
        ForecastJudge judged = ForecastJudge.of(columns, question);
        PrintWriter output = console.output();
        if (json) {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            judged.toJson().forEach(root::putPOJO);
            output.print(JsonText.text(root));
        } else {
            output.println(judged.headline());
            judged.sentences().forEach(output::println);
            judged.table().forEach(output::println);
            columns.told().forEach(output::println);
        }
        return ExitStatus.DONE;
    }

    private Optional<String> given(String option) {
        @Nullable String value = given.findOption(option).getValue();
        return Optional.ofNullable(value);
    }

    private OptionalInt number(String option) {
        return given(option)
                .map(text -> OptionalInt.of((int) OptionNumber.read(option, text, 0, NumberColumns.MAX_ROWS)))
                .orElse(OptionalInt.empty());
    }
}
