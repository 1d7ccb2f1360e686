package lab.carousel.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lab.carousel.model.DecidingSteps;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.trace.Tracer;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.study.ForkList;
import lab.carousel.study.ForkWords;
import lab.carousel.task.Alphabet;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.CriterionWords;
import lab.carousel.training.Snapshot;

/**
 * Report of a training: the tutorial's table (input, expected and predicted symbol of each step of each sequence), then
 * loss, recall, margin and verdict.
 */
final class TrainingReport {

    /** Most steps of a drawn sequence that are all shown. */
    private static final int MOST_DRAWN_STEPS = 30;

    private final Snapshot snapshot;
    private final Experiment experiment;
    private final Evaluation evaluation;
    private final MemorylessFloor.Loss floor;
    private final DecidingSteps deciding;
    private final Tracer tracer;
    private final Evaluator evaluator;
    private final ScoredSteps scored;
    private final String unscored = Message.text("cli.table.unscored");
    private final String wrong = Message.text("cli.table.wrong");

    TrainingReport(Snapshot snapshot, Evaluator evaluator) {
        this.evaluator = evaluator;
        this.snapshot = snapshot;
        this.experiment = snapshot.experiment();
        this.evaluation = snapshot.evaluation();
        this.floor = snapshot.floor();
        this.scored = experiment.scoredSteps();
        this.deciding = new DecidingSteps(experiment);
        this.tracer = new Tracer(experiment);
    }

    /** Table cells by symbol, padded once: not one text for each of many steps. */
    private record Columns(String[] inputs, String[] targets, String[] predictions, String headings) {

        static Columns of(Alphabet alphabet) {
            String input = Message.text("cli.table.input");
            String expected = Message.text("cli.table.expected");
            String predicted = Message.text("cli.table.predicted");
            int inputWidth = width(input, alphabet);
            int expectedWidth = width(expected, alphabet);
            return new Columns(
                    padded(alphabet, inputWidth),
                    padded(alphabet, expectedWidth),
                    padded(alphabet, width(predicted, alphabet)),
                    padded(input, inputWidth) + padded(expected, expectedWidth) + predicted);
        }
    }

    /** Writes the table line by line: the lines of many steps would take much memory together. */
    void table(Consumer<CharSequence> lines) {
        Columns columns = Columns.of(experiment.task().alphabet());
        int[][] sequences = experiment.task().encoded();
        for (int s = 0; s < sequences.length; s++) {
            lines.accept(Message.text(
                    isAbridged(sequences[s]) ? "cli.table.abridged" : "cli.table.sequence",
                    s + 1,
                    sequences[s].length - 1));
            lines.accept(columns.headings);
            forEachPrediction(columns, lines, s, sequences[s]);
            lines.accept("");
        }
    }

    private void forEachPrediction(Columns columns, Consumer<CharSequence> lines, int s, int[] sequence) {
        StringBuilder line = new StringBuilder();
        predicted(s, (t, best) -> {
            if (isAbridged(sequence) && !deciding.includes(s, t)) {
                return;
            }
            int target = sequence[t + 1];
            line.setLength(0);
            line.append(columns.inputs[sequence[t]])
                    .append(columns.targets[target])
                    .append(columns.predictions[best])
                    .append(mark(best == target, t, sequence.length - 1));
            stripTrailing(line);
            lines.accept(line);
        });
    }

    private static void stripTrailing(StringBuilder line) {
        int end = line.length();
        while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        line.setLength(end);
    }

    @FunctionalInterface
    private interface StepsSeen {

        void step(int t, int best);
    }

    private void predicted(int s, StepsSeen seen) {
        Optional<int[][]> known = evaluator.predictions(snapshot.parameters());
        if (known.isPresent()) {
            int first = experiment.hyperparameters().get(Settings.LAG) - 1;
            for (int t = first; t < experiment.task().sequences().get(s).steps(); t++) {
                seen.step(t, known.get()[s][t]);
            }
        } else {
            tracer.feed(
                    snapshot.parameters(),
                    s,
                    (t, target, loss, outputs, state) -> seen.step(t, Output.argmax(outputs)));
        }
    }

    /** Whether only some steps are shown: nobody reads a table of a thousand random steps. */
    private boolean isAbridged(int[] sequence) {
        return experiment.task().isDrawn() && sequence.length - 1 > MOST_DRAWN_STEPS;
    }

    /** Mark of a step: wrong, right, or not scored. */
    private String mark(boolean isRight, int step, int steps) {
        if (!scored.include(step, steps)) {
            return unscored;
        }
        return isRight ? "" : wrong;
    }

    private static int width(String heading, Alphabet alphabet) {
        int widest = characters(heading);
        for (String symbol : alphabet.symbols()) {
            widest = Math.max(widest, characters(symbol));
        }
        return widest + 2;
    }

    private static String[] padded(Alphabet alphabet, int width) {
        return alphabet.symbols().stream().map(symbol -> padded(symbol, width)).toArray(String[]::new);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - characters(text));
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private String recall() {
        int best = evaluation.judgement().outside().best();
        return best < evaluation.steps()
                ? Message.text("cli.summary.recallAtBest", evaluation.right(), evaluation.steps(), best)
                : Message.text("cli.summary.recall", evaluation.right(), evaluation.steps());
    }

    /** Forks, the worst first, and unknowable steps, a line each. */
    List<String> forks() {
        ForkList list = ForkList.of(experiment, evaluator, snapshot.parameters(), ForkList.SHOWN, ForkList.SHOWN);
        Alphabet alphabet = experiment.task().alphabet();
        List<String> lines = new ArrayList<>();
        list.rows().forEach(row -> lines.add(Message.text("cli.forks.fork", ForkWords.line(row, alphabet))));
        addRest(lines, list.total() - list.rows().size());
        list.unknowable().forEach(step -> lines.add(Message.text("cli.forks.unknowable", ForkWords.line(step))));
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
        if (!experiment.hasTwoEvaluations() || experiment.task().isDrawn()) {
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
        VerdictWords words = VerdictWords.of(evaluation);
        List<String> lines = new ArrayList<>(List.of(
                Message.text("cli.summary.loss", NumberText.inLine(evaluation.loss()), NumberText.inLine(floor.mean())),
                recall(),
                evaluation.decidingSteps() == 0
                        ? Message.text("cli.summary.noMargin")
                        : Message.text("cli.summary.margin", NumberText.inLine(evaluation.margin())),
                Message.text("cli.summary.verdict", words.headline(), words.reason())));
        lines.addAll(stepByStep());
        snapshot.criterion()
                .map(CriterionWords::of)
                .ifPresent(found -> lines.add(Message.text("cli.summary.criterion", found.headline(), found.reason())));
        return lines;
    }
}
