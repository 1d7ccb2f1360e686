package lab.carousel.ui.predictions;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;

/** A row of the table: the head of a sequence, or one of its steps. */
sealed interface PredictionRow {

    /**
     * The head of a sequence.
     *
     * @param sequence its number, counted from 1
     * @param symbols  the symbols over the bars; empty if there are too many to be named
     */
    record Head(int sequence, List<String> symbols) implements PredictionRow {

        String words() {
            return Message.text("predictions.sequence", sequence);
        }
    }

    /**
     * A step.
     *
     * @param at          which step it is
     * @param input       the input symbol
     * @param expected    the target
     * @param predicted   the symbol with the largest output
     * @param expectedAt  index of the target
     * @param predictedAt index of the predicted symbol
     * @param scored      whether it has an error signal, and so is right or wrong
     * @param deciding    whether the input symbol leaves its successor open
     * @param outputs     the outputs of all K symbols; not a copy
     */
    record PredictedStep(
            lab.carousel.task.Step at,
            String input,
            String expected,
            String predicted,
            int expectedAt,
            int predictedAt,
            boolean scored,
            boolean deciding,
            double[] outputs)
            implements PredictionRow {

        /** The step within its sequence, counted from 1. */
        int number() {
            return at.number();
        }

        boolean isRight() {
            return expectedAt == predictedAt;
        }

        /** Whether it counts, and is wrong. */
        boolean isWrong() {
            return scored && !isRight();
        }

        /** Right or wrong in a sign; none if it does not count. */
        String mark() {
            if (!scored) {
                return "";
            }
            return isRight() ? "✓" : "✘";
        }

        /** The output of the target; 0 where the network has no output for it. */
        double expectedOutput() {
            return expectedAt < outputs.length ? outputs[expectedAt] : 0;
        }
    }

    /** The most symbols that are named one by one over the bars. */
    int MAX_NAMED_SYMBOLS = 12;

    /** The rows of traced sequences: for each its head and its steps. */
    static List<PredictionRow> of(Alphabet alphabet, Traces traces) {
        int outputs = traces.layout().outputs();
        List<String> named = outputs <= MAX_NAMED_SYMBOLS ? alphabet.symbols().subList(0, outputs) : List.of();
        List<PredictionRow> rows = new ArrayList<>();
        for (int column = 0; column < traces.columns(); column++) {
            if (column == 0 || traces.stretchAt(column) != traces.stretchAt(column - 1)) {
                rows.add(new Head(traces.step(column).sequence() + 1, named));
            }
            rows.add(step(alphabet, traces, column));
        }
        return rows;
    }

    private static PredictedStep step(Alphabet alphabet, Traces traces, int column) {
        lab.carousel.task.Step step = traces.step(column);
        int predicted = traces.predicted(column);
        return new PredictedStep(
                step,
                alphabet.symbol(step.input()),
                alphabet.symbol(step.target()),
                alphabet.symbol(predicted),
                step.target(),
                predicted,
                traces.isScored(column),
                traces.isDeciding(column),
                traces.outputs(column));
    }
}
