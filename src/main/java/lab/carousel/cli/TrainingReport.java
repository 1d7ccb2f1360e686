package lab.carousel.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lab.carousel.model.DecidingSteps;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.study.ForkList;
import lab.carousel.study.ForkWords;
import lab.carousel.study.Remedies;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.TargetKind;
import lab.carousel.task.series.Series;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.CriterionWords;
import lab.carousel.training.DrawnScores;
import lab.carousel.training.Snapshot;

/**
 * Report of a training: the tutorial's table (input, expected and predicted symbol of each step of each sequence), or the rows
 * of a series, then loss, recall, margin and verdict.
 */
final class TrainingReport {

    /** Most steps of a drawn sequence that are all shown. */
    private static final int MOST_DRAWN_STEPS = 30;

    private final Snapshot snapshot;
    private final Experiment experiment;
    private final Evaluation evaluation;
    private final Evaluator evaluator;

    TrainingReport(Snapshot snapshot, Evaluator evaluator) {
        this.snapshot = snapshot;
        this.experiment = snapshot.experiment();
        this.evaluation = snapshot.evaluation();
        this.evaluator = evaluator;
    }

    /** Writes the tables of the sequences one after the other: all of them would take much memory together. */
    void table(Consumer<String> lines) {
        if (experiment.judgedOrders() > 0) {
            lines.accept(Message.text("state.listed"));
        }
        Optional<Series> series = Series.of(experiment.task());
        DecidingSteps deciding = evaluator.deciding();
        FedSteps fed = evaluator.fed(snapshot.parameters()).sample();
        for (int s = 0; s < fed.sequences(); s++) {
            Steps sequence = fed.steps(s);
            int steps = sequence.size();
            // nobody reads a table of a thousand random steps
            boolean isAbridged = experiment.task().listedSequences() == 0 && steps > MOST_DRAWN_STEPS;
            boolean isLastOnly = experiment.scoredSteps().lastOnly() && !deciding.includes(s, steps - 1);
            String abridged = isLastOnly ? "cli.table.scored" : "cli.table.abridged";
            String title = Message.text(isAbridged ? abridged : "cli.table.sequence", s + 1, steps);
            lines.accept(series.map(Series::words).orElse(title));
            List<List<String>> rows = new ArrayList<>();
            rows.add(Stream.of(text("cli.table.").split(" *\\| *", -1)).toList());
            for (int t = fed.first(); t < steps; t++) {
                if (!isAbridged || (isLastOnly ? sequence.isScored(t) : deciding.includes(s, t))) {
                    rows.add(row(series, sequence, t, fed.predicted(s, t)));
                }
            }
            int[] widths = new int[rows.get(0).size()];
            rows.forEach(row -> Arrays.setAll(widths, cell -> Math.max(widths[cell], characters(row.get(cell)))));
            rows.forEach(row -> lines.accept(line(row, widths)));
            lines.accept("");
        }
    }

    private List<String> row(Optional<Series> series, Steps sequence, int t, Target predicted) {
        List<String> cells = new ArrayList<>(experiment.task().supply().stepTexts(sequence, t, predicted));
        series.ifPresent(own -> cells.add(0, own.data().row(own.wantedRow(t))));
        boolean isRight = sequence.target(t).accepts(predicted);
        String mark = sequence.isScored(t) ? isRight ? "right" : "wrong" : "unscored";
        // What is right needs no mark but where something is compared
        cells.add(mark.equals("right") && series.isEmpty() ? "" : text("cli.table." + mark + "."));
        return cells;
    }

    /** A text that is another one for each kind of task. */
    private String text(String beginning, Object... values) {
        return Message.text(beginning + experiment.task().supply().wordKind(), values);
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int cell = 0; cell < widths.length; cell++) {
            line.append(cells.get(cell)).append(" ".repeat(2 + widths[cell] - characters(cells.get(cell))));
        }
        return line.toString().stripTrailing();
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Forks, the worst first, and unknowable steps, a line each. */
    List<String> forks() {
        ForkList list = ForkList.of(evaluator.fed(snapshot.parameters()), ForkList.SHOWN, ForkList.SHOWN);
        Alphabet alphabet = experiment.task().alphabet();
        List<String> lines = new ArrayList<>();
        list.rows().forEach(row -> lines.add(Message.text("cli.forks.fork", ForkWords.line(row, alphabet))));
        addRest(lines, list.total() - list.rows().size());
        Remedies remedies = Remedies.of(experiment, list.unknowable());
        list.unknowable()
                .forEach(step -> lines.add(Message.text("cli.forks.unknowable", ForkWords.line(step, remedies))));
        addRest(lines, list.unknowableTotal() - list.unknowable().size());
        return lines;
    }

    private static void addRest(List<String> lines, int rest) {
        if (rest > 0) {
            lines.add(Message.text("cli.forks.more", Message.text("forks.more", rest)));
        }
    }

    /** Step-by-step evaluation, where it differs; otherwise no line. */
    private List<String> stepByStep() {
        if (!experiment.hasTwoEvaluations() || experiment.task().listedSequences() == 0) {
            return List.of();
        }
        Evaluation other = Evaluation.of(experiment.stepByStep(), snapshot.parameters());
        return List.of(Message.text(
                "cli.summary.stepByStep",
                other.right(),
                other.steps(),
                NumberText.inLine(other.loss()),
                VerdictWords.of(other).headline()));
    }

    /** Loss, recall, margin, verdict, and the criterion of a drawn task, a line each. */
    List<String> summary() {
        VerdictWords words = ForkWords.verdict(snapshot, evaluator.memory());
        int best = evaluation.judgement().outside().best();
        List<String> lines = new ArrayList<>(List.of(
                Message.text(
                        "cli.summary.loss",
                        NumberText.inLine(evaluation.loss()),
                        NumberText.inLine(snapshot.floor()),
                        evaluation.sample().sequences(),
                        experiment.task().judge().floorName()),
                text("cli.summary.recall.", evaluation.right(), evaluation.steps(), evaluation.steps() - best, best)));
        if (experiment.task().targets() == TargetKind.SYMBOLS) {
            lines.add(
                    evaluation.decidingSteps() == 0
                            ? Message.text("cli.summary.noMargin")
                            : Message.text("cli.summary.margin", NumberText.inLine(evaluation.margin())));
        }
        lines.add(Message.text("cli.summary.verdict", words.headline(), words.reason()));
        lines.addAll(stepByStep());
        snapshot.criterion()
                .map(CriterionWords::of)
                .ifPresent(found -> lines.add(Message.text("cli.summary.criterion", found.headline(), found.reason())));
        DrawnScores.of(snapshot).ifPresent(scores -> lines.add(Message.text("cli.summary.scores", scores.words())));
        return lines;
    }
}
