package lab.carousel.picture.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.picture.study.DotStrips.Strip;
import lab.carousel.picture.study.LineChart.Form;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.Study;
import lab.carousel.study.ready.PaperFigures;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.study.summary.Share;
import lab.carousel.text.Message;

/** The pictures that answer the question of a study, as far as its runs have ended. */
public final class StudyPictures {

    /** More lines cannot be told apart. */
    private static final int MOST_LINES = 12;
    /** More strips have no room for their names. */
    private static final int MOST_STRIPS = 30;

    private final Results results;
    private final Palette palette;
    private final List<CellSummary> summaries;
    private final List<StudyPicture> pictures = new ArrayList<>();

    private StudyPictures(Results results, Palette palette) {
        this.results = results;
        this.palette = palette;
        this.summaries = CellSummary.of(results);
    }

    /** The pictures of a study, the one that answers most first: at least one. */
    public static List<StudyPicture> of(Results results, Palette palette) {
        StudyPictures made = new StudyPictures(results, palette);
        made.make();
        return List.copyOf(made.pictures);
    }

    private void make() {
        switch (results.plan().study().question()) {
            case SEEDS -> {
                addLosses("loss", "studies.picture.loss");
                addVerdicts();
                addMargins();
            }
            case RACE -> {
                addLosses("race", "studies.picture.race");
                addVerdicts();
                addMargins();
            }
            case TUNING -> addTuning();
            case SPAN -> {
                add("span", MemorySpan.of(results, summaries));
                addMargins();
            }
            case SUCCESS -> {
                add("success", SuccessStrips.of(results, summaries));
                addVerdicts();
            }
            default -> throw new AssertionError(results.plan().study().question());
        }
    }

    private void add(String name, StudyChart content) {
        pictures.add(new StudyPicture(name, content, palette));
    }

    private void addLosses(String name, String titleKey) {
        if (summaries.size() <= MOST_LINES) {
            add(name, LossBands.of(results, summaries, Message.text(titleKey)));
        }
    }

    private void addVerdicts() {
        if (summaries.size() <= MOST_LINES) {
            add("verdicts", VerdictShares.of(results, summaries));
        }
    }

    private void addMargins() {
        if (summaries.size() <= MOST_STRIPS || pictures.isEmpty()) {
            add("margins", MarginStrips.of(results, summaries));
        }
    }

    private void addTuning() {
        Study study = results.plan().study();
        if (study.isRandomSearch()) {
            for (int axis = 0; axis < study.axes().size(); axis++) {
                add("search-" + (axis + 1), Tuning.along(results, summaries, axis));
            }
        } else if (study.axes().size() == 1) {
            add("heatmap", Tuning.overEpochs(results, summaries));
        } else {
            add("heatmap", Tuning.grid(results, summaries));
        }
        addMargins();
    }

    /** The margin of each run in the end, as a strip of dots for each cell. */
    static final class MarginStrips {

        private static final double ROOM = 0.05;

        private MarginStrips() {}

        static StudyChart of(Results results, List<CellSummary> summaries) {
            List<Strip> strips = new ArrayList<>();
            double least = 0;
            double most = 0;
            for (CellSummary summary : summaries) {
                List<RunResult> runs =
                        summary.runs().stream().filter(MarginStrips::hasMargin).toList();
                double[] margins =
                        runs.stream().mapToDouble(MarginStrips::margin).toArray();
                for (double margin : margins) {
                    least = Math.min(least, margin);
                    most = Math.max(most, margin);
                }
                strips.add(new Strip(
                        StudyWords.name(results, summary.cell()),
                        runs.stream().mapToInt(RunResult::run).toArray(),
                        margins,
                        summary.atEnd(Evaluation::margin).median(),
                        Double.NaN));
            }
            double room = ROOM * (most > least ? most - least : 1);
            return new DotStrips(
                    Message.text("studies.picture.margins"),
                    StudyWords.subtitle(results),
                    ChartAxis.linear(Message.text("studies.axis.margin"), least - room, most + room),
                    strips,
                    Message.text("studies.picture.median"),
                    "");
        }

        private static boolean hasMargin(RunResult run) {
            return !run.isDiverged() && run.end().isPresent() && !Double.isNaN(margin(run));
        }

        private static double margin(RunResult run) {
            return run.end().orElseThrow().margin();
        }
    }

    /** The share that remembers over the first axis, with its interval at each point: a line for each of the other values. */
    static final class MemorySpan {

        private static final double PERCENT = 100;

        private MemorySpan() {}

        static StudyChart of(Results results, List<CellSummary> summaries) {
            Axis span = results.plan().study().axes().get(0);
            Map<String, List<CellSummary>> groups = new LinkedHashMap<>();
            for (CellSummary summary : summaries) {
                String name = results.plan().study().name(summary.cell(), 1);
                groups.computeIfAbsent(name, any -> new ArrayList<>()).add(summary);
            }
            List<Line> lines = new ArrayList<>();
            groups.forEach((name, group) -> lines.add(line(name, lines.size(), group)));
            double[] spans = span.choices().stream()
                    .mapToDouble(choice -> choice.number().orElseThrow())
                    .toArray();
            return new LineChart(
                    Message.text("studies.picture.span"),
                    StudyWords.subtitle(results),
                    Tuning.numbers(span.title(), spans),
                    VerdictShares.percent(),
                    lines,
                    List.of(),
                    List.of(),
                    Form.INTERVALS);
        }

        private static Line line(String name, int colour, List<CellSummary> group) {
            int size = group.size();
            double[][] values = new double[4][size];
            for (int place = 0; place < size; place++) {
                Share share = group.get(place).ended(Verdict.REMEMBERS);
                values[0][place] =
                        group.get(place).cell().choices().get(0).number().orElseThrow();
                values[1][place] = PERCENT * share.value();
                values[2][place] = PERCENT * share.low();
                values[3][place] = PERCENT * share.high();
            }
            return new Line(name, colour, values[0], values[1], values[2], values[3]);
        }
    }

    /** After how many sequences each run solved its drawn task, beside the paper's figure where it gives one. */
    static final class SuccessStrips {

        private static final double ROOM = 1.6;
        private static final double LEAST = 10;
        private static final double MOST = 1_000;

        private SuccessStrips() {}

        static StudyChart of(Results results, List<CellSummary> summaries) {
            List<Strip> strips = new ArrayList<>();
            double least = MOST;
            double most = LEAST;
            for (CellSummary summary : summaries) {
                List<RunResult> solved =
                        summary.runs().stream().filter(RunResult::isSolved).toList();
                double[] sequences = solved.stream()
                        .mapToDouble(run -> Math.max(1, run.sequencesToSolve().orElseThrow()))
                        .toArray();
                OptionalDouble paper =
                        PaperFigures.sequences(summary.cell().experiment().task());
                for (double value : sequences) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
                most = Math.max(most, paper.orElse(0));
                Share share = summary.solved();
                strips.add(new Strip(
                        Message.text(
                                "studies.picture.solved",
                                StudyWords.name(results, summary.cell()),
                                share.count(),
                                share.of()),
                        solved.stream().mapToInt(RunResult::run).toArray(),
                        sequences,
                        summary.sequencesToSolve().median(),
                        paper.orElse(Double.NaN)));
            }
            return new DotStrips(
                    Message.text("studies.picture.success"),
                    StudyWords.subtitle(results),
                    ChartAxis.logarithmic(Message.text("studies.axis.sequences"), least / ROOM, most * ROOM),
                    strips,
                    Message.text("studies.picture.median"),
                    Message.text("studies.picture.paper"));
        }
    }
}
