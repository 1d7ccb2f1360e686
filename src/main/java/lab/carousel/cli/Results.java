package lab.carousel.cli;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.task.Alphabet;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.text.Message;
import lab.carousel.training.CriterionWords;
import lab.carousel.training.Snapshot;

/**
 * What a training has come to, in words: the tutorial's table (input, expected and predicted symbol of each step of
 * each sequence), then loss, recall, margin and verdict.
 */
final class Results {

    /** The most steps of a drawn sequence that are all shown. */
    private static final int MOST_DRAWN_STEPS = 30;

    private final Snapshot snapshot;
    private final Experiment experiment;
    private final Evaluation evaluation;
    private final MemorylessFloor.Loss floor;
    private final boolean[] undecided;

    Results(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.experiment = snapshot.experiment();
        this.evaluation = snapshot.evaluation();
        this.floor = snapshot.floor();
        this.undecided = experiment.task().undecidedSymbols();
    }

    /** The table. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        int[][] sequences = experiment.task().encoded();
        for (int s = 0; s < sequences.length; s++) {
            lines.add(Message.text(
                    isAbridged(sequences[s]) ? "cli.table.abridged" : "cli.table.sequence",
                    s + 1,
                    sequences[s].length - 1));
            addSteps(lines, sequences[s]);
            lines.add("");
        }
        return lines;
    }

    private void addSteps(List<String> lines, int[] sequence) {
        String input = Message.text("cli.table.input");
        String expected = Message.text("cli.table.expected");
        String predicted = Message.text("cli.table.predicted");
        Alphabet alphabet = experiment.task().alphabet();
        int inputWidth = width(input, alphabet);
        int expectedWidth = width(expected, alphabet);
        int predictedWidth = width(predicted, alphabet);
        lines.add(padded(input, inputWidth) + padded(expected, expectedWidth) + predicted);
        Trace trace = Trace.of(snapshot.parameters(), experiment.hyperparameters(), sequence);
        for (int step = 0; step < trace.steps(); step++) {
            if (isAbridged(sequence) && !isDeciding(trace, step, sequence.length - 1)) {
                continue;
            }
            String line = padded(alphabet.symbol(trace.input(step)), inputWidth)
                    + padded(alphabet.symbol(trace.target(step)), expectedWidth)
                    + padded(alphabet.symbol(trace.predicted(step)), predictedWidth)
                    + mark(trace, step, sequence.length - 1);
            lines.add(line.stripTrailing());
        }
    }

    /** Whether only some steps are shown: nobody reads a table of a thousand steps that are drawn at random. */
    private boolean isAbridged(int[] sequence) {
        return experiment.task().isDrawn() && sequence.length - 1 > MOST_DRAWN_STEPS;
    }

    private boolean isDeciding(Trace trace, int step, int steps) {
        return undecided[trace.input(step)] && experiment.scoredSteps().include(trace.firstStep() + step, steps);
    }

    /** Wrong, right, or, where nothing was asked of the network, that this step does not count. */
    private String mark(Trace trace, int step, int steps) {
        if (!experiment.scoredSteps().include(trace.firstStep() + step, steps)) {
            return Message.text("cli.table.unscored");
        }
        return trace.isRight(step) ? "" : Message.text("cli.table.wrong");
    }

    private static int width(String heading, Alphabet alphabet) {
        int widest = characters(heading);
        for (String symbol : alphabet.symbols()) {
            widest = Math.max(widest, characters(symbol));
        }
        return widest + 2;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - characters(text));
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Loss, recall, margin and verdict, and the criterion of a drawn task, a line each. */
    List<String> summary() {
        VerdictWords words = VerdictWords.of(evaluation, floor);
        List<String> lines = new ArrayList<>(List.of(
                Message.text("cli.summary.loss", Numbers.text(evaluation.loss()), Numbers.text(floor.mean())),
                Message.text("cli.summary.recall", evaluation.right(), evaluation.steps()),
                evaluation.decidingSteps() == 0
                        ? Message.text("cli.summary.noMargin")
                        : Message.text("cli.summary.margin", Numbers.text(evaluation.margin())),
                Message.text("cli.summary.verdict", words.headline(), words.reason())));
        snapshot.criterion()
                .map(CriterionWords::of)
                .ifPresent(found -> lines.add(Message.text("cli.summary.criterion", found.headline(), found.reason())));
        return lines;
    }
}
