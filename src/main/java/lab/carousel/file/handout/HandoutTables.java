package lab.carousel.file.handout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.telling.DecidingSteps;
import lab.carousel.model.trace.Tracer;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;

/** What is predicted at each step, a table for each sequence; as many as fit on a page. */
final class HandoutTables {

    private static final int MOST_ROWS = 48;
    /** Of longer sequences only the deciding steps are shown: nobody reads the others. */
    private static final int LONG = 30;
    /** After so many steps no further sequence is begun, so that a large network does not take long. */
    private static final int ENOUGH_STEPS = 2_000;

    private final Experiment experiment;
    private final DecidingSteps deciding;
    private final List<Table> tables = new ArrayList<>();
    private boolean isAbridged;

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
        this.experiment = snapshot.experiment();
        this.deciding = new DecidingSteps(experiment);
        int rows = 0;
        int steps = 0;
        Tracer tracer = new Tracer(experiment);
        int[][] sequences = experiment.task().encoded();
        for (int s = 0; s < sequences.length; s++) {
            if (rows >= MOST_ROWS || steps >= ENOUGH_STEPS) {
                break;
            }
            List<Row> found = rows(tracer, snapshot.parameters(), s, MOST_ROWS - rows);
            tables.add(new Table(Message.text("state.sequence", tables.size() + 1), found));
            rows += found.size();
            steps += sequences[s].length;
        }
    }

    private List<Row> rows(Tracer tracer, Parameters parameters, int s, int most) {
        int[] sequence = experiment.task().encoded(s);
        int steps = sequence.length - 1;
        List<Row> rows = new ArrayList<>();
        tracer.feed(parameters, s, (t, target, loss, outputs, state) -> {
            boolean counts = experiment.scoredSteps().include(t, steps);
            boolean isDeciding = counts && deciding.includes(s, t);
            if ((steps > LONG && !isDeciding) || rows.size() >= most) {
                isAbridged = true;
            } else {
                rows.add(row(t + 1, sequence[t], target, outputs, counts, isDeciding));
            }
        });
        return List.copyOf(rows);
    }

    private Row row(int number, int input, int target, double[] outputs, boolean counts, boolean isDeciding) {
        int predicted = Output.argmax(outputs);
        boolean isWrong = counts && predicted != target;
        String rightOrWrong =
                isWrong ? "✗ " + Message.text("state.mark.wrong") : "✓ " + Message.text("state.mark.right");
        return new Row(
                number,
                experiment.task().alphabet().symbol(input),
                experiment.task().alphabet().symbol(target),
                experiment.task().alphabet().symbol(predicted),
                Message.text("handout.output", outputs[predicted]),
                counts ? rightOrWrong : Message.text("state.mark.unscored"),
                isWrong,
                isDeciding);
    }

    /** The words above the columns. */
    List<String> headings() {
        return Stream.of("step", "input", "expected", "predicted", "output", "mark")
                .map(key -> Message.text("handout.column." + key))
                .toList();
    }

    /** All tables. */
    List<Table> all() {
        return List.copyOf(tables);
    }

    /** What is not shown; empty if nothing is left out. */
    String more() {
        int sequences = experiment.task().sequences().size() - tables.size();
        return (isAbridged ? Message.text("handout.abridged") + " " : "")
                + (sequences > 0 ? Message.text("handout.moreSequences", sequences) : "");
    }
}
