package lab.carousel.picture.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.Experiment;
import lab.carousel.model.Share;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.picture.study.DotStrips.Strip;
import lab.carousel.picture.study.LineChart.Form;
import lab.carousel.picture.study.LineChart.Level;
import lab.carousel.picture.study.LineChart.Line;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Checkpoints;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.Study;
import lab.carousel.study.many.Variation;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.study.summary.Quantiles;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** The pictures that answer the question of a study, as far as its runs have ended. */
public final class StudyPictures {

    /** More lines cannot be told apart. */
    private static final int MOST_LINES = 12;
    /** More strips have no room for their names. */
    private static final int MOST_STRIPS = 30;
    /** More single curves would be one grey area. */
    private static final int MOST_FAINT = 100;

    private static final int MOST_COLUMNS = 25;
    /** Numbers that differ by more stand on a logarithmic axis. */
    private static final double LONG_SCALE = 20;

    private static final int PERCENT = 100;

    private final Results results;
    private final Palette palette;
    private final Study study;
    private final List<CellSummary> summaries;
    private final List<StudyPicture> pictures = new ArrayList<>();

    private StudyPictures(Results results, Palette palette) {
        this.results = results;
        this.palette = palette;
        this.study = results.plan().study();
        this.summaries = CellSummary.of(results);
    }

    /** The pictures of a study, the one that answers most first: at least one. */
    public static List<StudyPicture> of(Results results, Palette palette) {
        StudyPictures made = new StudyPictures(results, palette);
        made.make();
        return List.copyOf(made.pictures);
    }

    private void make() {
        switch (study.question()) {
            case SEEDS, RACE -> {
                String name = study.question() == Question.SEEDS ? "loss" : "race";
                addIf(MOST_LINES, name, () -> losses(Message.text("studies.picture." + name)));
                if (results.finished().isEmpty()
                        || summaries.stream()
                                .anyMatch(summary -> summary.separation(-1).median() >= 0)) {
                    addIf(MOST_LINES, "separation", this::separations);
                }
                addIf(MOST_LINES, "verdicts", this::verdicts);
            }
            case TUNING -> addTuning();
            case SPAN -> add("span", span());
            case SUCCESS -> {
                add("success", success());
                addIf(MOST_LINES, "verdicts", this::verdicts);
            }
            default -> throw new AssertionError(study.question());
        }
        if (study.question() != Question.SUCCESS) {
            addIf(pictures.isEmpty() ? Study.MAX_CELLS : MOST_STRIPS, "margins", this::margins);
        }
    }

    private void add(String name, StudyChart content) {
        pictures.add(new StudyPicture(name, content, palette));
    }

    private void addIf(int mostCells, String name, Supplier<StudyChart> content) {
        if (summaries.size() <= mostCells) {
            add(name, content.get());
        }
    }

    private void addTuning() {
        if (study.isRandomSearch()) {
            for (int axis = 0; axis < study.axes().size(); axis++) {
                add("search-" + (axis + 1), along(axis));
            }
        } else {
            add("heatmap", study.axes().size() == 1 ? overEpochs() : overBothAxes());
        }
    }

    // ---- Lines
    // -------------------------------------------------------------------------------------------------------------

    /** Median and 10 to 90 % band of the loss over the epochs, for each cell, with the memoryless floors. */
    private StudyChart losses(String title) {
        List<Line> lines = linesOfCells(summary -> point -> {
            Quantiles loss = summary.loss(point);
            return new double[] {shown(loss.median()), shown(loss.low()), shown(loss.high())};
        });
        List<Line> faint = new ArrayList<>();
        if (summaries.size() == 1) {
            Checkpoints checkpoints = summaries.get(0).checkpoints();
            summaries.get(0).runs().stream().limit(MOST_FAINT).forEach(run -> faint.add(single(run, checkpoints)));
        }
        List<Level> floors = Floors.of(summaries);
        DoubleStream all = Stream.concat(lines.stream(), faint.stream())
                .flatMapToDouble(
                        line -> DoubleStream.concat(DoubleStream.of(line.low()), DoubleStream.of(line.high())));
        double[] known = DoubleStream.concat(all, floors.stream().mapToDouble(Level::value))
                .filter(loss -> !Double.isNaN(loss))
                .toArray();
        return new LineChart(title, subtitle(), epochs(), lossAxis(known), lines, faint, floors, Form.BAND);
    }

    /** A loss of 0 has no place on a logarithmic axis. */
    private static double shown(double loss) {
        return Double.isNaN(loss) ? loss : Math.max(1e-6, loss);
    }

    private static Line single(RunResult run, Checkpoints checkpoints) {
        return Line.of("", 0, run.course().size(), point -> {
            double loss = shown(run.course().loss(point));
            return new double[] {checkpoints.epoch(point), loss, loss, loss};
        });
    }

    private static ChartAxis lossAxis(double[] losses) {
        double room = 1.25;
        double most = DoubleStream.of(losses).max().orElse(0);
        return most == 0
                ? ChartAxis.logarithmic(Message.text("studies.axis.loss"), 0.01, 1)
                : ChartAxis.logarithmic(
                        Message.text("studies.axis.loss"),
                        DoubleStream.of(losses).min().orElseThrow() / room,
                        most * room);
    }

    /** Median and 10 to 90 % band of the separation over the epochs, from the untrained network on, for each cell. */
    private StudyChart separations() {
        List<Line> lines = new ArrayList<>();
        for (CellSummary summary : summaries) {
            Checkpoints checkpoints = summary.checkpoints();
            String name = StudyWords.name(results, summary.cell());
            lines.add(Line.of(name, lines.size(), 1 + checkpoints.size(), place -> {
                Quantiles found = summary.separation(place - 1);
                double epoch = place == 0 ? 0 : checkpoints.epoch(place - 1);
                return at(epoch, new double[] {found.median(), found.low(), found.high()});
            }));
        }
        double most = lines.stream()
                .flatMapToDouble(line -> DoubleStream.of(line.high()))
                .reduce(1, (sofar, value) -> value > sofar ? value : sofar);
        String title = Message.text("studies.picture.separation");
        ChartAxis up = ChartAxis.linear(Message.text("studies.axis.separation"), 0, 1.05 * most);
        return new LineChart(title, subtitle(), epochs(0), up, lines, List.of(), List.of(), Form.BAND);
    }

    /** The share of runs with each verdict over the epochs, or, for several cells, of those that remember. */
    private StudyChart verdicts() {
        boolean single = summaries.size() == 1;
        List<Line> lines = single
                ? linesOfVerdicts(summaries.get(0))
                : linesOfCells(summary -> point -> percents(summary.at(point, Verdict.REMEMBERS)));
        String title = Message.text(single ? "studies.picture.verdicts" : "studies.picture.remembers");
        return shares(title, epochs(), lines, Form.BAND);
    }

    private static List<Line> linesOfVerdicts(CellSummary summary) {
        List<Line> lines = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (summary.canEnd(verdict)) {
                String name = Message.text("verdict." + verdict + ".name");
                lines.add(overEpochs(name, lines.size(), summary, point -> percents(summary.at(point, verdict))));
            }
        }
        return lines;
    }

    /** The share that remembers over the first axis, with its interval at each point: a line for each of the other values. */
    private StudyChart span() {
        Axis span = study.axes().get(0);
        Map<String, List<CellSummary>> groups = new LinkedHashMap<>();
        summaries.forEach(summary -> groups.computeIfAbsent(study.name(summary.cell(), 1), any -> new ArrayList<>())
                .add(summary));
        List<Line> lines = new ArrayList<>();
        groups.forEach((name, group) -> lines.add(remembering(name, lines.size(), group, 0)));
        double[] spans = span.choices().stream()
                .mapToDouble(choice -> choice.number().orElseThrow())
                .toArray();
        return shares(Message.text("studies.picture.span"), numbers(span.title(), spans), lines, Form.INTERVALS);
    }

    private StudyChart shares(String title, ChartAxis across, List<Line> lines, Form form) {
        return new LineChart(title, subtitle(), across, percent(), lines, List.of(), List.of(), form);
    }

    /** The cells of a random search along one of its axes. */
    private StudyChart along(int axis) {
        Axis shown = study.axes().get(axis);
        Line points = remembering("", 0, summaries, axis);
        return shares(
                Message.text("studies.picture.along", shown.title()),
                shown.isScale()
                        ? numbers(shown.title(), points.x())
                        : ChartAxis.categories(shown.title(), labels(shown)),
                List.of(points),
                Form.POINTS);
    }

    /** The share of each cell that remembers, over the value that it has on an axis. */
    private Line remembering(String name, int colour, List<CellSummary> cells, int axis) {
        return Line.of(name, colour, cells.size(), place -> {
            AxisValue choice = cells.get(place).cell().choices().get(axis);
            double x = choice.number().orElse(study.axes().get(axis).choices().indexOf(choice));
            return at(x, percents(cells.get(place).ended(Verdict.REMEMBERS)));
        });
    }

    /** A line over the epochs for each cell. */
    private List<Line> linesOfCells(Function<CellSummary, IntFunction<double[]>> values) {
        List<Line> lines = new ArrayList<>();
        for (CellSummary summary : summaries) {
            String name = StudyWords.name(results, summary.cell());
            lines.add(overEpochs(name, lines.size(), summary, values.apply(summary)));
        }
        return lines;
    }

    private static Line overEpochs(String name, int colour, CellSummary summary, IntFunction<double[]> values) {
        Checkpoints checkpoints = summary.checkpoints();
        return Line.of(name, colour, checkpoints.size(), point -> at(checkpoints.epoch(point), values.apply(point)));
    }

    private static double[] at(double x, double[] values) {
        return new double[] {x, values[0], values[1], values[2]};
    }

    private static double[] percents(Share share) {
        return new double[] {PERCENT * share.value(), PERCENT * share.low(), PERCENT * share.high()};
    }

    // ---- Strips of dots
    // ----------------------------------------------------------------------------------------------------

    private StudyChart margins() {
        List<Strip> strips = new ArrayList<>();
        for (CellSummary summary : summaries) {
            strips.add(strip(
                    StudyWords.name(results, summary.cell()),
                    summary.runs().stream().filter(StudyPictures::hasMargin).toList(),
                    StudyPictures::margin,
                    summary.atEnd(Evaluation::margin),
                    OptionalDouble.empty()));
        }
        double least = Math.min(0, values(strips).min().orElse(0));
        double most = Math.max(0, values(strips).max().orElse(0));
        double room = 0.05 * (most > least ? most - least : 1);
        return new DotStrips(
                Message.text("studies.picture.margins"),
                subtitle(),
                ChartAxis.linear(Message.text("studies.axis.margin"), least - room, most + room),
                strips,
                Message.text("studies.picture.median"),
                "");
    }

    private static Strip strip(
            String name,
            List<RunResult> runs,
            ToDoubleFunction<RunResult> value,
            Quantiles quantiles,
            OptionalDouble mark) {
        return new Strip(
                name,
                runs.stream().mapToInt(RunResult::run).toArray(),
                runs.stream().mapToDouble(value).toArray(),
                quantiles.median(),
                mark.orElse(Double.NaN));
    }

    private static boolean hasMargin(RunResult run) {
        return !run.isDiverged() && run.end().isPresent() && !Double.isNaN(margin(run));
    }

    private static double margin(RunResult run) {
        return run.end().orElseThrow().margin();
    }

    private static DoubleStream values(List<Strip> strips) {
        return strips.stream().flatMapToDouble(strip -> DoubleStream.of(strip.values()));
    }

    /** After how many sequences each run solved its drawn task, beside the paper's figure where it gives one. */
    private StudyChart success() {
        List<Strip> strips = new ArrayList<>();
        for (CellSummary summary : summaries) {
            Share share = summary.solved();
            String name = StudyWords.name(results, summary.cell());
            strips.add(strip(
                    Message.text("studies.picture.solved", name, share.count(), share.of()),
                    summary.runs().stream().filter(RunResult::isSolved).toList(),
                    run -> Math.max(1, run.sequencesToSolve().orElseThrow()),
                    summary.sequencesToSolve(),
                    summary.cell().experiment().task().judge().publishedSequences()));
        }
        double least = Math.min(1_000, values(strips).min().orElse(1_000));
        DoubleStream papers = strips.stream().mapToDouble(Strip::mark).filter(mark -> !Double.isNaN(mark));
        double most =
                Math.max(10, DoubleStream.concat(values(strips), papers).max().orElse(10));
        double room = 1.6;
        return new DotStrips(
                Message.text("studies.picture.success"),
                subtitle(),
                ChartAxis.logarithmic(Message.text("studies.axis.sequences"), least / room, most * room),
                strips,
                Message.text("studies.picture.median"),
                Message.text("studies.picture.paper"));
    }

    // ---- Grids: the share of runs that remembers
    // -----------------------------------------------------------------------------

    private StudyChart overBothAxes() {
        Axis down = study.axes().get(0);
        Axis across = study.axes().get(1);
        int[][] count = new int[down.choices().size()][across.choices().size()];
        int[][] of = new int[count.length][across.choices().size()];
        for (CellSummary summary : summaries) {
            int row = down.choices().indexOf(summary.cell().choices().get(0));
            int column = across.choices().indexOf(summary.cell().choices().get(1));
            Share share = summary.ended(Verdict.REMEMBERS);
            count[row][column] += share.count();
            of[row][column] += share.of();
        }
        double[][] percent = new double[count.length][across.choices().size()];
        for (int row = 0; row < percent.length; row++) {
            for (int column = 0; column < percent[row].length; column++) {
                percent[row][column] = (double) PERCENT * count[row][column] / of[row][column];
            }
        }
        return grid(across.title(), labels(across), labels(down), percent);
    }

    private StudyChart overEpochs() {
        CellSummary longest = summaries.get(0);
        int points = longest.checkpoints().size();
        int columns = Math.min(MOST_COLUMNS, points);
        Set<Integer> epochs = new LinkedHashSet<>();
        for (int column = 0; column < columns; column++) {
            epochs.add((column + 1) * points / columns - 1);
        }
        double[][] percent = summaries.stream()
                .map(summary -> epochs.stream()
                        .mapToDouble(point -> point < summary.checkpoints().size()
                                ? PERCENT * summary.at(point, Verdict.REMEMBERS).value()
                                : Double.NaN)
                        .toArray())
                .toArray(double[][]::new);
        return grid(
                Message.text("studies.axis.epoch"),
                epochs.stream()
                        .map(point -> Integer.toString(longest.checkpoints().epoch(point)))
                        .toList(),
                summaries.stream().map(CellSummary::cell).map(Variation::label).toList(),
                percent);
    }

    private StudyChart grid(String across, List<String> columns, List<String> rows, double[][] percent) {
        String title = Message.text("studies.picture.heatmap");
        return new ShareGrid(title, subtitle(), across, study.axes().get(0).title(), columns, rows, percent);
    }

    // ---- Axes and words
    // ------------------------------------------------------------------------------------------------------

    private String subtitle() {
        return StudyWords.subtitle(results);
    }

    private ChartAxis epochs() {
        return epochs(Integer.MAX_VALUE);
    }

    /** Epochs from the first that is shown on, or from an earlier one. */
    private ChartAxis epochs(int earlier) {
        int first = earlier;
        int last = 1;
        for (CellSummary summary : summaries) {
            Checkpoints checkpoints = summary.checkpoints();
            first = Math.min(first, checkpoints.epoch(0));
            last = Math.max(last, checkpoints.epoch(checkpoints.size() - 1));
        }
        return ChartAxis.whole(Message.text("studies.axis.epoch"), Math.min(first, last - 1), last);
    }

    /** An axis of shares of runs, with room for points at the ends. */
    static ChartAxis percent() {
        return ChartAxis.linear(Message.text("studies.axis.share"), -2, PERCENT + 2);
    }

    private static List<String> labels(Axis axis) {
        return axis.choices().stream().map(AxisValue::label).toList();
    }

    /** A scale for some numbers: logarithmic where they differ much. */
    private static ChartAxis numbers(String label, double[] values) {
        double least = DoubleStream.of(values).min().orElseThrow();
        double most = DoubleStream.of(values).max().orElseThrow();
        if (least > 0 && most / least >= LONG_SCALE) {
            double room = Math.pow(most / least, 0.04);
            return ChartAxis.logarithmic(label, least / room, most * room);
        }
        double room = most > least ? 0.04 * (most - least) : 0.5;
        return ChartAxis.linear(label, least - room, most + room);
    }

    /** The floors of predictors that see the last m symbols, m = 1, 2, 3, …, where all cells have the same. */
    private static final class Floors {

        private static final int MOST = 4;
        /** For longer sequences the floor of m = 1 says enough, and the others would take long to find. */
        private static final int LONGEST = 50;

        static List<Level> of(List<CellSummary> summaries) {
            double first = summaries.get(0).cell().floor();
            boolean differ =
                    summaries.stream().anyMatch(summary -> summary.cell().floor() != first);
            if (differ || first <= 0) {
                return List.of();
            }
            Experiment experiment = summaries.get(0).cell().experiment();
            int steps = experiment.task().supply().longestSteps();
            int last = steps > LONGEST ? 1 : steps + 1;
            List<Level> floors = new ArrayList<>();
            int start = 1;
            while (start <= last && floors.size() < MOST) {
                double floor = experiment.floor(start);
                int end = start;
                while (end < last && experiment.floor(end + 1) == floor) {
                    end++;
                }
                if (floor > 0) {
                    floors.add(new Level(floor, label(start, end, floor, last)));
                }
                start = end + 1;
            }
            return floors;
        }

        private static String label(int start, int end, double floor, int last) {
            String value = NumberText.loss(floor);
            if (last == 1) {
                return Message.text("loss.floor", value);
            }
            return start == end
                    ? Message.text("studies.floor.one", start, value)
                    : Message.text("studies.floor.several", start, end, value);
        }
    }
}
