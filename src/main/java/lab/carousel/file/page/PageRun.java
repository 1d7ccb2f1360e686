package lab.carousel.file.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.text.Language;
import lab.carousel.training.CriterionWords;
import lab.carousel.training.RecordedEpoch;
import lab.carousel.training.Snapshot;
import lab.carousel.training.loss.LossHistory;

/**
 * Record of a run up to the snapshot: losses, bits, memoryless floor, and the weights of as many epochs as fit, evenly
 * spread, the first and the last among them.
 */
final class PageRun {

    /** Limit of the weights of all epochs, as bytes; but two epochs always fit. */
    private static final int MOST_BYTES = 400_000;

    private static final int MOST_POINTS = 1_024;
    /** The mean and as many sequences as the chart draws. */
    private static final int MOST_LINES = 7;
    /** Most hidden states: nobody looks at more. */
    private static final int MOST_CELLS = 10_000;

    private final Snapshot snapshot;

    PageRun(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The run, with weights if the page can use them. */
    ObjectNode json(boolean withWeights) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("epoch", snapshot.position().epoch());
        json.put("floor", snapshot.floor());
        snapshot.origin().ifPresent(origin -> json.put("wentOn", origin.epoch()));
        addLosses(json);
        ArrayNode states = json.putArray("states");
        if (withWeights) {
            List<State> all = states();
            int most = (int) Math.max(2, MOST_BYTES / (Double.BYTES * (long) size()));
            spread(all.size(), most).forEach(place -> {
                State state = all.get(place);
                states.addObject().put("epoch", state.epoch).put("weights", bytes(state.parameters));
            });
        }
        return json;
    }

    /** The run with its network's outputs at each step, for a page that cannot evaluate it. */
    ObjectNode seen() {
        ObjectNode json = json(false);
        ArrayNode seen = json.putArray("seen");
        addSeen(snapshot, seen.addObject());
        Experiment experiment = snapshot.experiment();
        if (experiment.hasTwoEvaluations()) {
            Snapshot stepByStep = snapshot.evaluatedBy(new Evaluator(experiment.stepByStep()));
            addSeen(stepByStep, seen.addObject());
            ObjectNode both = json.putObject("both");
            forEachLanguage(language -> both.put(
                    language, VerdictWords.ofBoth(experiment, snapshot.evaluation(), stepByStep.evaluation())));
        }
        return json;
    }

    private static void addSeen(Snapshot snapshot, ObjectNode json) {
        Evaluation evaluation = snapshot.evaluation();
        ObjectNode result = json.putObject("result")
                .put("right", evaluation.right())
                .put("steps", evaluation.steps())
                .put("decidingSteps", evaluation.decidingSteps())
                .put("margin", evaluation.margin())
                .put("loss", evaluation.loss());
        ObjectNode words = result.putObject("words");
        forEachLanguage(language -> {
            VerdictWords verdict = VerdictWords.of(evaluation);
            String criterion = snapshot.criterion()
                    .map(CriterionWords::of)
                    .map(found -> " " + found.headline() + ". " + found.reason())
                    .orElse("");
            words.putObject(language).put("headline", verdict.headline()).put("reason", verdict.reason() + criterion);
        });
        int units = snapshot.parameters().layout().allUnits();
        int most = Math.max(1, Math.min(StepWindow.MAX_COLUMNS, MOST_CELLS / units));
        Traces traces = Traces.of(snapshot.experiment(), snapshot.parameters(), new StepWindow(0, most));
        ArrayNode columns = json.putArray("columns");
        for (Traces.Stretch stretch : traces.stretches()) {
            for (int step = 0; step < stretch.trace().steps(); step++) {
                addColumn(columns.addObject(), traces, columns.size() - 1, stretch, step);
            }
        }
    }

    private static void addColumn(ObjectNode json, Traces traces, int column, Traces.Stretch stretch, int step) {
        Trace trace = stretch.trace();
        json.put("s", stretch.sequence())
                .put("t", trace.firstStep() + step)
                .put("symbol", trace.input(step))
                .put("target", trace.target(step))
                .put("isScored", traces.isScored(column))
                .put("isDeciding", traces.isDeciding(column));
        addRounded(json.putArray("h"), trace.values(Quantity.HIDDEN_STATE, step));
        addRounded(json.putArray("y"), trace.outputs(step));
    }

    private static void addRounded(ArrayNode numbers, double[] values) {
        for (double value : values) {
            numbers.add((float) value);
        }
    }

    private static void forEachLanguage(Consumer<String> language) {
        for (Language each : Language.all()) {
            each.meanwhile(() -> {
                language.accept(each.code());
                return each;
            });
        }
    }

    private int size() {
        return snapshot.parameters().layout().size();
    }

    private record State(int epoch, Parameters parameters) {}

    /** The recorded epochs before the snapshot, and the snapshot. */
    private List<State> states() {
        List<State> found = new ArrayList<>();
        for (RecordedEpoch recorded : snapshot.recorded().all()) {
            if (recorded.epoch() < snapshot.position().epoch()) {
                found.add(new State(recorded.epoch(), recorded.parameters()));
            }
        }
        found.add(new State(snapshot.position().epoch(), snapshot.parameters()));
        return found;
    }

    /** At most {@code most} indices, evenly spread, with the first and the last. */
    private static List<Integer> spread(int all, int most) {
        int count = Math.min(all, most);
        return IntStream.range(0, count)
                .map(place -> count == 1 ? all - 1 : (int) ((long) place * (all - 1) / (count - 1)))
                .boxed()
                .toList();
    }

    private static String bytes(Parameters parameters) {
        double[] values = parameters.toArray();
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private void addLosses(ObjectNode json) {
        LossHistory.View history = snapshot.history();
        List<Integer> points = spread(history.size(), MOST_POINTS);
        ArrayNode epochs = json.putArray("epochs");
        points.forEach(point -> epochs.add(history.epoch(point)));
        add(json.putArray("loss"), points, point -> history.loss(0, point));
        add(json.putArray("bits"), points, history::bits);
        ArrayNode sequences = json.putArray("sequenceLoss");
        for (int line = 1; line < Math.min(history.lines(), MOST_LINES); line++) {
            int drawn = line;
            add(sequences.addArray(), points, point -> history.loss(drawn, point));
        }
    }

    private static void add(ArrayNode numbers, List<Integer> points, IntToDoubleFunction value) {
        for (int point : points) {
            double number = value.applyAsDouble(point);
            if (Double.isFinite(number)) {
                numbers.add(number);
            } else {
                numbers.addNull();
            }
        }
    }
}
