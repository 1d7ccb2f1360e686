package lab.carousel.cli;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.message.Message;
import lab.carousel.model.Evaluation;
import lab.carousel.model.Experiment;
import lab.carousel.model.Trace;
import lab.carousel.model.VerdictWords;
import lab.carousel.task.Alphabet;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.training.Snapshot;

/**
 * What a training has come to, in words: the tutorial's table (input, expected and predicted symbol of each step of
 * each sequence), then loss, recall, margin and verdict.
 */
final class Results {

    private final Snapshot snapshot;
    private final Experiment experiment;
    private final Evaluation evaluation;
    private final MemorylessFloor.Loss floor;

    Results(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.experiment = snapshot.experiment();
        this.evaluation = snapshot.evaluation();
        this.floor = snapshot.floor();
    }

    /** The table. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        int[][] sequences = experiment.task().encoded();
        for (int s = 0; s < sequences.length; s++) {
            lines.add(Message.text("cli.table.sequence", s + 1));
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
            String line = padded(alphabet.symbol(trace.input(step)), inputWidth)
                    + padded(alphabet.symbol(trace.target(step)), expectedWidth)
                    + padded(alphabet.symbol(trace.predicted(step)), predictedWidth)
                    + mark(trace, step, sequence.length - 1);
            lines.add(line.stripTrailing());
        }
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

    /** Loss, recall, margin and verdict, a line each. */
    List<String> summary() {
        VerdictWords words = VerdictWords.of(evaluation, floor);
        return List.of(
                Message.text("cli.summary.loss", Numbers.text(evaluation.loss()), Numbers.text(floor.mean())),
                Message.text("cli.summary.recall", evaluation.right(), evaluation.steps()),
                evaluation.decidingSteps() == 0
                        ? Message.text("cli.summary.noMargin")
                        : Message.text("cli.summary.margin", Numbers.text(evaluation.margin())),
                Message.text("cli.summary.verdict", words.headline(), words.reason()));
    }
}
