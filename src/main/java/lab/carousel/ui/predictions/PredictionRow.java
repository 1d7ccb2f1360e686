package lab.carousel.ui.predictions;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.message.Message;
import lab.carousel.model.Trace;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Task;

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
     * @param number      the step within its sequence, counted from 1
     * @param input       the input symbol
     * @param expected    the target
     * @param predicted   the symbol with the largest output
     * @param expectedAt  index of the target
     * @param predictedAt index of the predicted symbol
     * @param deciding    whether the input symbol leaves its successor open
     * @param outputs     the outputs of all K symbols; not a copy
     */
    record Step(
            int number,
            String input,
            String expected,
            String predicted,
            int expectedAt,
            int predictedAt,
            boolean deciding,
            double[] outputs)
            implements PredictionRow {

        boolean isRight() {
            return expectedAt == predictedAt;
        }

        /** Right or wrong, in a word. */
        String mark() {
            return isRight() ? "✓" : "✘";
        }
    }

    /** The most symbols that are named one by one over the bars. */
    int MAX_NAMED_SYMBOLS = 12;

    /** The rows of some sequences: for each its head and its steps. */
    static List<PredictionRow> of(Task task, List<Integer> sequences, List<Trace> traces) {
        Alphabet alphabet = task.alphabet();
        boolean[] undecided = task.undecidedSymbols();
        List<String> named = alphabet.size() <= MAX_NAMED_SYMBOLS ? alphabet.symbols() : List.of();
        List<PredictionRow> rows = new ArrayList<>();
        for (int index = 0; index < traces.size(); index++) {
            rows.add(new Head(sequences.get(index) + 1, named));
            Trace trace = traces.get(index);
            for (int step = 0; step < trace.steps(); step++) {
                rows.add(step(alphabet, undecided, trace, step));
            }
        }
        return rows;
    }

    private static Step step(Alphabet alphabet, boolean[] undecided, Trace trace, int step) {
        int input = trace.input(step);
        int target = trace.target(step);
        int predicted = trace.predicted(step);
        return new Step(
                trace.firstStep() + step + 1,
                alphabet.symbol(input),
                alphabet.symbol(target),
                alphabet.symbol(predicted),
                target,
                predicted,
                undecided[input],
                trace.outputs(step));
    }
}
