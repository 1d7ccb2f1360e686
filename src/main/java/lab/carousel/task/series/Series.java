package lab.carousel.task.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Judge;
import lab.carousel.task.JudgedForecast;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.PredictorFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Supply;
import lab.carousel.task.Target;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;
import lab.carousel.task.ToldForecast;
import lab.carousel.text.FileNumber;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;
import lab.carousel.text.TypedNumber;
import org.jspecify.annotations.Nullable;

/**
 * A series of numbers that is to be forecast: its earlier part is learned, its later part judges the forecast, one step after the
 * other with the true values fed. What is fed and wanted is scaled by the training part. A forecast is right that is nearer to the
 * truth than the echo. Immutable.
 */
public final class Series implements Supply, Judge {

    /** Names of its {@link #values}. */
    public static final String SERIES = "series";

    public static final String TITLE = "title";
    public static final String CHANNELS = "channels";
    public static final String ROWS = "rows";
    public static final String VALUES = "values";
    public static final String TARGET = "target";
    public static final String FED = "fed";
    public static final String PERIOD = "period";
    public static final String AHEAD = "ahead";
    public static final String TRAIN = "train";
    public static final String LEAK = "leak";
    public static final String SCALING = "scaling";

    /** The name of the output. */
    static final String FORECAST = "ŷ";

    private static final long DRAWN_WINDOWS = 1_997;

    private final SeriesData data;
    private final SeriesFeed feed;
    private final Scale[] inputs;
    private final Scale output;
    private final Steps steps;
    /** Null until somebody asks. */
    private volatile @Nullable List<SeriesFloor> floors;

    private volatile @Nullable TestPart part;

    /** @throws lab.carousel.text.InvalidInput if they do not go together */
    public Series(SeriesData data, SeriesFeed feed) {
        feed.check(data);
        this.data = data;
        this.feed = feed;
        double[][] fed = Arrays.stream(data.values())
                .map(values -> differences(values, back()))
                .toArray(double[][]::new);
        double[] wanted = differences(target(), feed.fed() == FedValues.VALUES ? 0 : feed.steps());
        int known = feed.leak() == Leak.SCALER ? data.size() : feed.train();
        this.inputs = Arrays.stream(fed)
                .map(each -> feed.scaling().of(each, back(), known))
                .toArray(Scale[]::new);
        this.output = feed.scaling().of(wanted, first() + feed.ahead(), known);
        double[][] rows = new double[data.size() - feed.ahead() - first()][inputs.length];
        Target[] targets = new Target[rows.length];
        for (int step = 0; step < rows.length; step++) {
            for (int channel = 0; channel < inputs.length; channel++) {
                rows[step][channel] = inputs[channel].fed(fed[channel][first() + step]);
            }
            double echoIsOff = target()[wantedRow(step)] - target()[wantedRow(step) - feed.ahead()];
            targets[step] = Target.within(Math.abs(echoIsOff) / output.spread(), output.fed(wanted[wantedRow(step)]));
        }
        this.steps = Steps.ofRows(rows, targets);
    }

    /** A task of it. */
    public static Task task(SeriesData data, SeriesFeed feed) {
        Series series = new Series(data, feed);
        return new Task(series, series);
    }

    /** The series of a task; empty if it has none. */
    public static Optional<Series> of(Task task) {
        return Optional.of(task.supply()).filter(Series.class::isInstance).map(Series.class::cast);
    }

    private static double[] differences(double[] values, int back) {
        double[] differences = values.clone();
        for (int t = back; t < values.length && back > 0; t++) {
            differences[t] = values[t] - values[t - back];
        }
        return differences;
    }

    public SeriesData data() {
        return data;
    }

    public SeriesFeed feed() {
        return feed;
    }

    /** The values of the channel that is forecast: not to be written to. */
    public double[] target() {
        return data.values()[feed.target()];
    }

    private int back() {
        return feed.fed().back(feed.period());
    }

    /** The first row that is fed, counted from 0. */
    public int first() {
        return Math.max(back(), feed.fed() == FedValues.VALUES ? 0 : feed.steps() - feed.ahead());
    }

    /** The row that is wanted at a step, both counted from 0. */
    public int wantedRow(int step) {
        return first() + step + feed.ahead();
    }

    /** The first step whose wanted row is in the test part. */
    @Override
    public int firstJudged() {
        return feed.train() - feed.ahead() - first();
    }

    /** The row that is fed last. */
    @Override
    public String stepName(int step) {
        return data.row(first() + step);
    }

    /** In the unit of the series: the last value known, the true one, and the forecast. */
    @Override
    public List<String> stepTexts(Steps of, int step, Target predicted) {
        int row = wantedRow(step);
        return List.of(
                Table.mostlyWhole(target()[row - feed.ahead()]).toString(),
                Table.mostlyWhole(target()[row]).toString(),
                NumberText.inLine(forecast(step, predicted.number(0))));
    }

    @Override
    public String fed(Step step) {
        return Arrays.stream(data.values())
                .map(channel -> TypedNumber.text(channel[first() + step.number() - 1]))
                .collect(Collectors.joining(";"));
    }

    @Override
    public String told(Step step, Target said) {
        return said.equals(step.target())
                ? TypedNumber.text(target()[wantedRow(step.number() - 1)])
                : NumberText.significant(forecast(step.number() - 1, said.number(0)));
    }

    /** The forecast of a step in the unit of the series, from what the network says. */
    public double forecast(int step, double said) {
        return forecast(target(), wantedRow(step), said);
    }

    /** That of a row, after another course of the channel that is forecast. */
    public double forecast(double[] course, int row, double said) {
        double number = output.told(said);
        return feed.fed() == FedValues.VALUES ? number : number + course[row - feed.steps()];
    }

    /** What is fed of a row of another course of the first channel. */
    public double fed(double[] course, int row) {
        return inputs[0].fed(back() == 0 ? course[row] : course[row] - course[row - back()]);
    }

    /** The root mean squared error in the unit of the series, from a loss. */
    public double error(double loss) {
        return Math.sqrt(loss) * output.spread();
    }

    @Override
    public Alphabet alphabet() {
        List<String> names = new ArrayList<>(List.of(FORECAST));
        names.addAll(data.channels());
        return new Alphabet(names);
    }

    @Override
    public int inputs() {
        return inputs.length;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public TargetKind targets() {
        return TargetKind.NUMBERS;
    }

    @Override
    public boolean isFromZeroToOne() {
        return false;
    }

    @Override
    public List<Steps> shown() {
        return List.of(steps);
    }

    @Override
    public IntStream listed() {
        return IntStream.of(steps.size());
    }

    /** The training part; with leaking windows the whole series, of which two thirds of the steps count. */
    @Override
    public Steps[] learned() {
        if (feed.leak() != Leak.WINDOWS) {
            return new Steps[] {steps.first(firstJudged())};
        }
        SplittableRandom random = new SplittableRandom(DRAWN_WINDOWS);
        double share = (double) firstJudged() / steps.size();
        BitSet leftOut = new BitSet();
        for (int step = 0; step < steps.size(); step++) {
            leftOut.set(step, random.nextDouble() >= share);
        }
        return new Steps[] {steps.without(leftOut)};
    }

    @Override
    public List<Message> parts() {
        return List.of(Message.of("series.part.test"), Message.of("series.part.training"));
    }

    @Override
    public Message rightName() {
        return Message.of("series.right");
    }

    @Override
    public String wordKind() {
        return SERIES;
    }

    @Override
    public int shortestSteps() {
        return firstJudged();
    }

    @Override
    public int longestSteps() {
        return firstJudged();
    }

    @Override
    public String words() {
        return Message.text(
                "series.words", title(), data.size(), data.channels().get(feed.target()), feed.ahead(), feed.train());
    }

    /** What the series is called. */
    public String title() {
        return data.title().isEmpty() ? Message.text("series.name." + data.name()) : data.title();
    }

    /** What a file about a task is called; empty unless it has a series that has a name. */
    public static Optional<String> fileName(Task task) {
        return of(task).map(
                        series -> series.data.name().equals(SeriesData.OWN) ? series.data.title() : series.data.name())
                .filter(name -> !name.isEmpty());
    }

    /** The same for a file of a kind, which is said behind it. */
    public static String fileName(Task task, String kind) {
        return fileName(task).map(name -> name + "-" + kind).orElse(kind);
    }

    /** A task of the same numbers under a title. */
    public Task titled(String title) {
        return task(new SeriesData(data.name(), data.channels(), data.values(), data.rows(), title), feed);
    }

    @Override
    public String line() {
        return SERIES + " " + data.name() + " "
                + data.channels().get(feed.target()) + " " + word(feed.fed()) + " train=" + feed.train() + " ahead="
                + feed.ahead();
    }

    /** As files have it. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(SERIES, data.name());
        if (data.name().equals(SeriesData.OWN)) {
            if (!data.title().isEmpty()) {
                values.put(TITLE, data.title());
            }
            values.put(CHANNELS, data.channels());
            values.put(ROWS, data.rows());
            values.put(VALUES, Arrays.stream(data.values()).map(Series::written).toList());
        }
        values.put(TARGET, data.channels().get(feed.target()));
        values.put(FED, word(feed.fed()));
        values.put(PERIOD, feed.period());
        values.put(AHEAD, feed.ahead());
        values.put(TRAIN, feed.train());
        values.put(LEAK, word(feed.leak()));
        values.put(SCALING, word(feed.scaling()));
        return values;
    }

    /** @throws InvalidInput if a text is none */
    public static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            throw new InvalidInput("series.text", text);
        }
    }

    private static String written(double[] values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.isEmpty() ? "" : " ").append(FileNumber.text(value));
        }
        return text.toString();
    }

    @Override
    public boolean isByFloors() {
        return true;
    }

    /** The predictors without a network, found on the training part. */
    public List<SeriesFloor> seriesFloors() {
        List<SeriesFloor> known = floors;
        if (known == null) {
            known = floorsAhead(feed.ahead());
            floors = known;
        }
        return known;
    }

    /** The same so many rows ahead. */
    public List<SeriesFloor> floorsAhead(int ahead) {
        OptionalInt period = feed.period() == SeriesFeed.FOUND ? OptionalInt.empty() : OptionalInt.of(feed.period());
        return SeriesFloors.of(data.values(), feed.target(), feed.train(), ahead, period, List.of());
    }

    /** The test part, with what the floors say. */
    public TestPart part() {
        TestPart known = part;
        if (known == null) {
            known = TestPart.of(data.values(), feed.target(), feed.train(), data.size(), new double[0], seriesFloors());
            part = known;
        }
        return known;
    }

    /** The same with the forecasts of a network, from what it says at the steps that are judged. */
    public TestPart part(double[] said) {
        double[] forecast = new double[data.size()];
        for (int place = 0; place < said.length; place++) {
            int step = firstJudged() + place;
            forecast[wantedRow(step)] = forecast(step, said[place]);
        }
        return part().with(forecast);
    }

    /** One row ahead; of more it is said how many floors the error is clearly under. */
    @Override
    public Optional<JudgedForecast> forecast(double[] said) {
        ForecastVerdict verdict = ForecastVerdict.of(part(said));
        int notBeaten = 0;
        for (int floor = 0; floor < verdict.against().size(); floor++) {
            boolean isBetter = verdict.against().get(floor).difference().isBetter();
            notBeaten |= isBetter ? 0 : 1 << floor;
        }
        return Optional.of(new JudgedForecast(
                feed.ahead() == 1 ? verdict.word() : "BY_FLOORS",
                verdict.against().size(),
                notBeaten));
    }

    @Override
    public Optional<ToldForecast> told(double loss, int notBeaten) {
        List<String> names = IntStream.range(0, seriesFloors().size())
                .filter(floor -> (notBeaten >> floor & 1) == 1)
                .mapToObj(floor -> seriesFloors().get(floor).name().text())
                .toList();
        double echo = part().error(part().said()[0]);
        return Optional.of(new ToldForecast(
                names,
                Message.of(
                        "series.errors",
                        NumberText.significant(error(loss)),
                        NumberText.significant(echo),
                        data.channels().get(feed.target()))));
    }

    @Override
    public List<PredictorFloor> floors(int symbolsSeen, ScoredSteps scored) {
        return IntStream.range(0, seriesFloors().size()).mapToObj(this::floor).toList();
    }

    private PredictorFloor floor(int place) {
        SeriesFloor floor = seriesFloors().get(place);
        double error = part().error(part().said()[place]) / output.spread();
        return new PredictorFloor(floor.key(), floor.name(), new MemorylessFloor(1, error * error, error * error, 0));
    }

    /** The echo's. */
    @Override
    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        return floor(0).floor();
    }

    @Override
    public Optional<Message> whyNoForks() {
        return Optional.of(Message.of(targets().key("forks.none.")));
    }

    @Override
    public Message floorName() {
        return seriesFloors().get(0).name();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that && feed.equals(that.feed) && data.equals(that.data);
    }

    @Override
    public int hashCode() {
        return 31 * data.hashCode() + feed.hashCode();
    }

    @Override
    public String toString() {
        return line();
    }
}
