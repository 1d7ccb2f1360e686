package lab.carousel.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
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
        Map<JudgedField, Message> problems,
        Optional<NumberColumns> columns,
        List<NumberReading> readings,
        Optional<ForecastJudge> judged) {

    /** So many times the rows that are judged are shown of what was before them. */
    private static final int MOST_BEFORE = 3;

    private static final int FEWEST_BEFORE = 24;

    /** The answer, or what keeps from one: it stands beside its field. */
    public static ForecastAnswer of(Map<JudgedField, String> typed) {
        Map<JudgedField, Message> problems = new LinkedHashMap<>();
        OptionalInt train = number(typed, JudgedField.TRAIN, problems);
        OptionalInt period = number(typed, JudgedField.PERIOD, problems);
        String text = typed.getOrDefault(JudgedField.TEXT, "");
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
            problems.put(readings.size() > 1 ? JudgedField.READING : JudgedField.TEXT, unread.problem());
            return new ForecastAnswer(problems, Optional.empty(), readings, Optional.empty());
        }
        ForecastQuestion question = new ForecastQuestion(
                train,
                period,
                List.of(),
                Optional.empty(),
                column(typed, JudgedField.TRUTH, columns),
                column(typed, JudgedField.FORECAST, columns));
        Optional<ForecastJudge> judged = Optional.empty();
        try {
            judged = problems.isEmpty() ? Optional.of(ForecastJudge.of(columns, question)) : judged;
        } catch (InvalidInput unclear) {
            problems.put(field(unclear.problem()), unclear.problem());
        }
        return new ForecastAnswer(problems, Optional.of(columns), readings.size() > 1 ? readings : List.of(), judged);
    }

    private static OptionalInt number(
            Map<JudgedField, String> typed, JudgedField field, Map<JudgedField, Message> problems) {
        String text = typed.getOrDefault(field, "").strip();
        OptionalLong number = TypedNumber.whole(text, 0, NumberColumns.MAX_ROWS);
        if (number.isEmpty() && !text.isEmpty()) {
            problems.put(field, Message.of("judge.whole", 0, NumberColumns.MAX_ROWS));
        }
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    private static Optional<NumberReading> reading(Map<JudgedField, String> typed, List<NumberReading> readings) {
        return readings.stream()
                .filter(each -> each.name().equals(typed.get(JudgedField.READING)))
                .findFirst();
    }

    /** One that the text no longer has is chosen no longer. */
    private static Optional<String> column(Map<JudgedField, String> typed, JudgedField field, NumberColumns columns) {
        return Optional.ofNullable(typed.get(field)).filter(columns.names()::contains);
    }

    private static JudgedField field(Message problem) {
        return switch (problem.key()) {
            case "forecast.train", "forecast.nothing" -> JudgedField.TRAIN;
            case "forecast.column.truth" -> JudgedField.TRUTH;
            case "forecast.column.forecast", "forecast.column.same" -> JudgedField.FORECAST;
            default -> JudgedField.TEXT;
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

    /** What is known of the forecast. */
    public List<String> sentences() {
        return judged.stream()
                .flatMap(found -> found.sentences().stream())
                .map(Message::text)
                .toList();
    }

    /** What was recognised in the text. */
    public List<String> recognised() {
        return columns.stream()
                .flatMap(read -> read.told().stream())
                .map(Message::text)
                .toList();
    }

    /** The names of the columns of the text. */
    public List<String> names() {
        return columns.map(NumberColumns::names).orElse(List.of());
    }

    /** The forecast, and below it each floor. */
    public List<JudgedRow> rows() {
        List<JudgedRow> rows = new ArrayList<>();
        judged.ifPresent(found -> {
            TestPart part = found.part();
            found.forecast()
                    .ifPresent(name -> rows.add(
                            new JudgedRow(name, "", NumberText.significant(part.error(part.forecast())), "", "")));
            IntStream.range(0, part.floors().size()).forEach(floor -> rows.add(row(found, floor)));
        });
        return rows;
    }

    public Table<JudgedRow> table() {
        return Table.<JudgedRow>of(rows())
                .column(Message.text("judge.column.name"), JudgedRow::name)
                .column(Message.text("judge.column.error"), JudgedRow::error)
                .column(Message.text("judge.column.finding"), JudgedRow::finding)
                .column(Message.text("judge.column.difference"), JudgedRow::difference)
                .column(Message.text("judge.column.found"), JudgedRow::found);
    }

    private static JudgedRow row(ForecastJudge judged, int floor) {
        TestPart part = judged.part();
        Optional<BesideFloor> against =
                judged.verdict().map(verdict -> verdict.against().get(floor));
        return new JudgedRow(
                part.floors().get(floor).name().text(),
                part.floors().get(floor).found().text(),
                NumberText.significant(part.error(part.said()[floor])),
                against.map(each -> difference(each.difference())).orElse(""),
                against.map(each -> Message.text("judge.finding." + each.finding()))
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
