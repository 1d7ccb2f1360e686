package lab.carousel.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.picture.forecast.ForecastDrawing;
import lab.carousel.study.forecast.ForecastJudge;
import lab.carousel.study.forecast.ForecastQuestion;
import lab.carousel.task.series.BesideFloor;
import lab.carousel.task.series.ColumnReader;
import lab.carousel.task.series.ErrorDifference;
import lab.carousel.task.series.ErrorFinding;
import lab.carousel.task.series.NumberColumns;
import lab.carousel.task.series.NumberReading;
import lab.carousel.task.series.TestPart;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;
import lab.carousel.text.TypedNumber;

/**
 * What is said of a forecast that was made elsewhere, from what is pasted and chosen: the same in window and page.
 *
 * @param problems by the field that they belong to
 * @param columns  of the text, if it could be read
 * @param readings ways to read the text, if there are several
 */
public record ForecastAnswer(
        Map<Field, Message> problems,
        Optional<NumberColumns> columns,
        List<NumberReading> readings,
        Optional<ForecastJudge> judged) {

    /** So many times the rows that are judged are shown of what was before them. */
    private static final int MOST_BEFORE = 3;

    private static final int FEWEST_BEFORE = 24;

    /** What is pasted and chosen; all may be empty. */
    public enum Field {
        TEXT,
        /** How the text is read, where there are several ways. */
        READING,
        /** So many rows are the training part. */
        TRAIN,
        PERIOD,
        /** The name of a column. */
        TRUTH,
        /** The name of a column. */
        FORECAST;

        public String key() {
            return "judge." + name();
        }
    }

    /** A line of the table. */
    public record Row(String name, String found, String error, String difference, String finding) {}

    /** The answer, or what keeps from one: it stands beside its field. */
    public static ForecastAnswer of(Map<Field, String> typed) {
        Map<Field, Message> problems = new LinkedHashMap<>();
        OptionalInt train = number(typed, Field.TRAIN, problems);
        OptionalInt period = number(typed, Field.PERIOD, problems);
        String text = typed.getOrDefault(Field.TEXT, "");
        if (text.isBlank()) {
            return new ForecastAnswer(problems, Optional.empty(), List.of(), Optional.empty());
        }
        List<NumberReading> readings = List.of();
        NumberColumns columns;
        try {
            readings = ColumnReader.readings(text);
            columns = reading(typed, readings).isPresent()
                    ? ColumnReader.read(text, reading(typed, readings).get())
                    : ColumnReader.read(text);
        } catch (InvalidInput unread) {
            problems.put(readings.size() > 1 ? Field.READING : Field.TEXT, unread.problem());
            return new ForecastAnswer(problems, Optional.empty(), readings, Optional.empty());
        }
        ForecastQuestion question = new ForecastQuestion(
                train,
                period,
                List.of(),
                Optional.empty(),
                column(typed, Field.TRUTH, columns),
                column(typed, Field.FORECAST, columns));
        Optional<ForecastJudge> judged = Optional.empty();
        try {
            judged = problems.isEmpty() ? Optional.of(ForecastJudge.of(columns, question)) : judged;
        } catch (InvalidInput unclear) {
            problems.put(field(unclear.problem()), unclear.problem());
        }
        return new ForecastAnswer(problems, Optional.of(columns), readings.size() > 1 ? readings : List.of(), judged);
    }

    private static OptionalInt number(Map<Field, String> typed, Field field, Map<Field, Message> problems) {
        String text = typed.getOrDefault(field, "").strip();
        OptionalLong number = TypedNumber.whole(text, 0, NumberColumns.MAX_ROWS);
        if (number.isEmpty() && !text.isEmpty()) {
            problems.put(field, Message.of("judge.whole", 0, NumberColumns.MAX_ROWS));
        }
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    private static Optional<NumberReading> reading(Map<Field, String> typed, List<NumberReading> readings) {
        return readings.stream()
                .filter(each -> each.name().equals(typed.get(Field.READING)))
                .findFirst();
    }

    /** One that the text no longer has is chosen no longer. */
    private static Optional<String> column(Map<Field, String> typed, Field field, NumberColumns columns) {
        return Optional.ofNullable(typed.get(field)).filter(columns.names()::contains);
    }

    private static Field field(Message problem) {
        return switch (problem.key()) {
            case "forecast.train", "forecast.nothing" -> Field.TRAIN;
            case "forecast.column.truth" -> Field.TRUTH;
            case "forecast.column.forecast", "forecast.column.same" -> Field.FORECAST;
            default -> Field.TEXT;
        };
    }

    public ForecastAnswer {
        problems = Map.copyOf(problems);
        readings = List.copyOf(readings);
    }

    public String headline() {
        return judged.map(ForecastJudge::headline)
                .orElseGet(() -> Message.of(problems.isEmpty() ? "judge.empty" : "judge.wrong"))
                .text();
    }

    /** What is known of the forecast, and behind it what was recognised in the text. */
    public List<String> sentences() {
        return Stream.concat(
                        judged.stream().flatMap(found -> found.sentences().stream()),
                        columns.stream().flatMap(read -> read.told().stream()))
                .map(Message::text)
                .toList();
    }

    /** The names of the columns of the text. */
    public List<String> names() {
        return columns.map(NumberColumns::names).orElse(List.of());
    }

    /** The forecast, and below it each floor. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        judged.ifPresent(found -> {
            TestPart part = found.part();
            found.forecast()
                    .ifPresent(name ->
                            rows.add(new Row(name, "", NumberText.significant(part.error(part.forecast())), "", "")));
            IntStream.range(0, part.floors().size()).forEach(floor -> rows.add(row(found, floor)));
        });
        return rows;
    }

    public Table<Row> table() {
        return Table.<Row>of(rows())
                .column(Message.text("judge.column.name"), Row::name)
                .column(Message.text("judge.column.error"), Row::error)
                .column(Message.text("judge.column.finding"), Row::finding)
                .column(Message.text("judge.column.difference"), Row::difference)
                .column(Message.text("judge.column.found"), Row::found);
    }

    private static Row row(ForecastJudge judged, int floor) {
        TestPart part = judged.part();
        Optional<BesideFloor> against =
                judged.verdict().map(verdict -> verdict.against().get(floor));
        return new Row(
                part.floors().get(floor).name().text(),
                part.floors().get(floor).found().text(),
                NumberText.significant(part.error(part.said()[floor])),
                against.map(each -> difference(each.difference())).orElse(""),
                against.map(each -> Message.text(
                                "judge.finding." + each.difference().finding()))
                        .orElse(""));
    }

    private static String difference(ErrorDifference difference) {
        String mean = NumberText.significant(difference.mean());
        return difference.finding() == ErrorFinding.TOO_FEW
                ? mean
                : Message.text(
                        "judge.difference",
                        mean,
                        NumberText.significant(difference.low()),
                        NumberText.significant(difference.high()));
    }

    /** The rows that are judged with the end of those before: truth, forecast and echo. */
    public Optional<Drawing> drawing() {
        return judged.map(found -> {
            TestPart part = found.part();
            NumberColumns read = columns.orElseThrow();
            int from = found.train().orElse(part.places()[0]);
            int first = Math.max(0, from - Math.max(FEWEST_BEFORE, MOST_BEFORE * (read.rows() - from)));
            List<String> rows = read.steps().isEmpty()
                    ? IntStream.rangeClosed(1, read.rows())
                            .mapToObj(Integer::toString)
                            .toList()
                    : read.steps();
            return new ForecastDrawing(read.columns().get(read.column(found.truth())), rows, first, part, 0);
        });
    }

    /** For a slide. */
    public Optional<DrawnPicture> picture(Palette palette) {
        return drawing().map(drawn -> DrawnPicture.slide(headline(), "", drawn, palette));
    }
}
