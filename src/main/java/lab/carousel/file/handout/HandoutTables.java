package lab.carousel.file.handout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.message.Message;
import lab.carousel.model.StepWindow;
import lab.carousel.model.Traces;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.training.Snapshot;

/** What is predicted at each step, a table for each sequence; as many steps as fit on a page. */
final class HandoutTables {

    private static final int MOST_STEPS = 48;

    private final Alphabet alphabet;
    private final Traces traces;
    private final int shown;

    /**
     * The predictions for a sequence.
     *
     * @param title which sequence
     * @param rows  its steps
     */
    record Table(String title, List<Row> rows) {}

    /**
     * A step.
     *
     * @param number      counted from 1
     * @param input       the symbol shown
     * @param expected    the one that should come next
     * @param predicted   the one with the largest output
     * @param probability that output
     * @param mark        right, wrong, or that it does not count
     * @param wrong       whether the mark says wrong
     * @param deciding    whether it is a deciding step
     */
    record Row(
            int number,
            String input,
            String expected,
            String predicted,
            String probability,
            String mark,
            boolean wrong,
            boolean deciding) {}

    HandoutTables(Snapshot snapshot) {
        this.alphabet = snapshot.experiment().task().alphabet();
        this.traces = Traces.of(snapshot.experiment(), snapshot.parameters(), StepWindow.START);
        this.shown = Math.min(MOST_STEPS, traces.columns());
    }

    /** The words above the columns. */
    List<String> headings() {
        return Stream.of("step", "input", "expected", "predicted", "output", "mark")
                .map(key -> Message.text("handout.column." + key))
                .toList();
    }

    /** All tables. */
    List<Table> all() {
        List<Table> tables = new ArrayList<>();
        for (int first = 0; first < shown; ) {
            int sequence = traces.step(first).sequence();
            int end = first;
            while (end < shown && traces.step(end).sequence() == sequence) {
                end++;
            }
            tables.add(new Table(
                    Message.text("state.sequence", sequence + 1),
                    IntStream.range(first, end).mapToObj(this::row).toList()));
            first = end;
        }
        return tables;
    }

    private Row row(int column) {
        Step step = traces.step(column);
        boolean isWrong = traces.isScored(column) && !traces.isRight(column);
        String rightOrWrong =
                isWrong ? "✗ " + Message.text("state.mark.wrong") : "✓ " + Message.text("state.mark.right");
        return new Row(
                step.number(),
                alphabet.symbol(step.input()),
                alphabet.symbol(step.target()),
                alphabet.symbol(traces.predicted(column)),
                Message.text("handout.output", traces.probability(column)),
                traces.isScored(column) ? rightOrWrong : Message.text("state.mark.unscored"),
                isWrong,
                traces.isDeciding(column));
    }

    /** That there are more steps than those in the tables; empty if there are none. */
    String more() {
        int more = traces.columns() - shown;
        return more > 0 ? Message.text("handout.moreSteps", more) : "";
    }
}
