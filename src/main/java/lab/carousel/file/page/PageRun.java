package lab.carousel.file.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.trace.TraceStretch;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.study.ForkWords;
import lab.carousel.training.CriterionWords;
import lab.carousel.training.RecordedEpoch;
import lab.carousel.training.Snapshot;
import lab.carousel.training.loss.LossCourse;

/**
 * Record of a run up to the snapshot: losses, bits, separation, memoryless floor, and the weights of as many epochs as fit, evenly
 * spread, the first and the last among them.
 */
record PageRun(Snapshot snapshot) {

    /** Limit of the weights of all epochs, as bytes; but two epochs always fit. */
    private static final int MOST_BYTES = 400_000;
    /** The same where the page trains the epochs between them again as soon as it is open. */
    private static final int MOST_BYTES_FILLED = 200_000;

    private static final int MOST_POINTS = 1_024;
    /** The mean and as many sequences as the chart draws. */
    private static final int MOST_LINES = 7;
    /** Most hidden states: nobody looks at more. */
    private static final int MOST_CELLS = 10_000;

    /** The run, with weights if the page can use them. */
    ObjectNode json(boolean withWeights) {
        LossCourse history = snapshot.history();
        List<Integer> points = spread(history.size(), MOST_POINTS);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("epoch", snapshot.position().epoch())
                .put("floor", snapshot.floor())
                .put("separationBefore", snapshot.evaluation().separationBefore());
        snapshot.origin().ifPresent(origin -> json.put("wentOn", origin.epoch()));
        return json.putPOJO("epochs", points.stream().map(history::epoch).toList())
                .putPOJO("loss", known(points, point -> history.loss(0, point)))
                .putPOJO("bits", known(points, history::bits))
                .putPOJO("separation", known(points, point -> fourDecimals(history.separation(point))))
                .putPOJO(
                        "sequenceLoss",
                        IntStream.range(1, Math.min(history.lines(), MOST_LINES))
                                .mapToObj(line -> known(points, point -> history.loss(line, point)))
                                .toList())
                .putPOJO("states", withWeights ? states() : List.of());
    }

    /** Numbers at some points; null where there is none. */
    private static List<Double> known(List<Integer> points, IntToDoubleFunction value) {
        return points.stream()
                .map(value::applyAsDouble)
                .map(number -> Double.isFinite(number) ? number : null)
                .toList();
    }

    /** As exact as a curve needs. */
    private static double fourDecimals(double value) {
        return Math.rint(1e4 * value) / 1e4;
    }

    /** The run with its network's outputs at each step, for a page that cannot evaluate it. */
    ObjectNode seen() {
        ObjectNode json = json(false);
        ArrayNode seen = json.putArray("seen").add(seen(snapshot));
        Experiment experiment = snapshot.experiment();
        if (experiment.hasTwoEvaluations()) {
            Snapshot stepByStep = snapshot.evaluatedBy(new Evaluator(experiment.stepByStep()));
            seen.add(seen(stepByStep));
            json.putPOJO(
                    "both",
                    Page.inEachLanguage(
                            () -> VerdictWords.ofBoth(experiment, snapshot.evaluation(), stepByStep.evaluation())));
        }
        return json;
    }

    private record VerdictText(String headline, String sentence, String reason) {

        static VerdictText of(Snapshot snapshot) {
            VerdictWords verdict = ForkWords.verdict(snapshot);
            String criterion = snapshot.criterion()
                    .map(CriterionWords::of)
                    .map(found -> " " + found.headline() + ". " + found.reason())
                    .orElse("");
            return new VerdictText(verdict.headline(), verdict.sentence(), verdict.reason() + criterion);
        }
    }

    /** A step of a sequence with its hidden state and outputs. */
    private record Column(
            int s, int t, int symbol, int target, boolean isScored, boolean isDeciding, float[] h, float[] y) {}

    private static ObjectNode seen(Snapshot snapshot) {
        Evaluation evaluation = snapshot.evaluation();
        int units = snapshot.parameters().layout().allUnits();
        int most = Math.max(1, Math.min(StepWindow.MAX_COLUMNS, MOST_CELLS / units));
        Traces traces = Traces.of(snapshot.experiment(), snapshot.parameters(), new StepWindow(0, most));
        List<Column> columns = new ArrayList<>();
        for (TraceStretch stretch : traces.stretches()) {
            Trace trace = stretch.trace();
            for (int step = 0; step < trace.steps(); step++) {
                columns.add(new Column(
                        stretch.sequence(),
                        trace.firstStep() + step,
                        trace.input(step),
                        trace.target(step).index(),
                        traces.isScored(columns.size()),
                        traces.isDeciding(columns.size()),
                        rounded(trace.values(Quantity.HIDDEN_STATE, step)),
                        rounded(trace.outputs(step))));
            }
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("result")
                .put("right", evaluation.right())
                .put("steps", evaluation.steps())
                .put("decidingSteps", evaluation.decidingSteps())
                .put("margin", evaluation.margin())
                .put("separation", evaluation.separation())
                .put("loss", evaluation.loss())
                .putPOJO("words", Page.inEachLanguage(() -> VerdictText.of(snapshot)));
        return json.putPOJO("columns", columns);
    }

    private static float[] rounded(double[] values) {
        float[] rounded = new float[values.length];
        for (int index = 0; index < values.length; index++) {
            rounded[index] = (float) values[index];
        }
        return rounded;
    }

    private record State(int epoch, String weights) {

        static State of(int epoch, Parameters parameters) {
            double[] values = parameters.toArray();
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asDoubleBuffer().put(values);
            return new State(epoch, Base64.getEncoder().encodeToString(bytes.array()));
        }
    }

    /** Some of the recorded epochs before the snapshot, and the snapshot. */
    private List<State> states() {
        int now = snapshot.position().epoch();
        List<RecordedEpoch> before = snapshot.recorded().all().stream()
                .filter(recorded -> recorded.epoch() < now)
                .toList();
        long size = snapshot.parameters().layout().size();
        Experiment experiment = snapshot.experiment();
        boolean isFilled = new PageExperiment(experiment).isTrained()
                && (double) size * now * experiment.task().steps() <= PageLimits.MOST_FILLED;
        int most = (int) Math.max(2, (isFilled ? MOST_BYTES_FILLED : MOST_BYTES) / (Double.BYTES * size));
        return spread(before.size() + 1, most).stream()
                .map(place -> place == before.size()
                        ? State.of(now, snapshot.parameters())
                        : State.of(before.get(place).epoch(), before.get(place).parameters()))
                .toList();
    }

    /** At most {@code most} indices, evenly spread, with the first and the last. */
    private static List<Integer> spread(int all, int most) {
        int count = Math.min(all, most);
        return IntStream.range(0, count)
                .map(place -> count == 1 ? all - 1 : (int) ((long) place * (all - 1) / (count - 1)))
                .boxed()
                .toList();
    }
}
