package lab.carousel.file.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.task.SupplyRule;
import lab.carousel.text.Language;
import lab.carousel.training.Criterion;
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
    private static final int MOST_BYTES_FILLED = 130_000;

    private static final int MOST_POINTS = 1_024;
    /** So many of the states are also told as they are seen, for the first picture and for browsers that cannot compute. */
    private static final int MOST_SEEN = 12;
    /** Most numbers that these have: nobody looks at more. */
    private static final int MOST_NUMBERS = 20_000;

    /** The run, with weights if the page can use them. */
    ObjectNode json(boolean withWeights) {
        LossCourse history = snapshot.history();
        List<Integer> points = spread(history.size(), MOST_POINTS);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("epoch", snapshot.position().epoch())
                .put("separationBefore", snapshot.evaluation().separationBefore());
        snapshot.experiment()
                .task()
                .supply()
                .rule()
                .ifPresent(drawn -> json.putPOJO("drawn", Page.inEachLanguage(() -> words(drawn))));
        snapshot.origin().ifPresent(origin -> json.put("wentOn", origin.epoch()));
        List<Double> band = known(points, point -> history.sample(point).band());
        return json.putPOJO("epochs", points.stream().map(history::epoch).toList())
                .putPOJO("loss", known(points, point -> history.loss(0, point)))
                .putPOJO("band", band.stream().allMatch(Objects::isNull) ? List.of() : band)
                .putPOJO("bits", known(points, history::bits))
                .putPOJO("separation", known(points, point -> fourDecimals(history.separation(point))))
                .putPOJO("margin", known(points, point -> fourDecimals(history.margin(point))))
                .putPOJO("sequenceLoss", sequences(history, points))
                .putPOJO("facts", withWeights ? view(snapshot.experiment()).facts() : Map.of())
                .putPOJO("states", withWeights ? states() : List.of());
    }

    /** What a drawn task is: its name, and a text. Here, since the page computes without these words. */
    private static List<String> words(SupplyRule drawn) {
        return List.of(drawn.title().text(), drawn.words().text());
    }

    /** Lines over some points, see {@link PageLoss#ofSequences}. */
    private static List<List<Double>> sequences(LossCourse history, List<Integer> points) {
        List<double[]> losses = points.stream()
                .map(point -> PageLoss.ofSequences(IntStream.range(1, history.lines())
                        .mapToDouble(line -> history.loss(line, point))
                        .toArray()))
                .toList();
        return IntStream.range(0, losses.isEmpty() ? 0 : losses.get(0).length)
                .mapToObj(
                        line -> known(IntStream.range(0, points.size()).boxed().toList(), at -> losses.get(at)[line]))
                .toList();
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

    /** What is known of an experiment, and of its untrained network. */
    static Map<String, Object> untrained(Experiment experiment) {
        PageView view = view(experiment);
        return Map.of(
                "facts", view.facts(), "views", views(view, view.untrained(), Optional.empty(), Optional.empty()));
    }

    private static PageView view(Experiment experiment) {
        return new PageView(experiment, Language.all());
    }

    private static List<Map<String, Object>> views(
            PageView view, Parameters parameters, Optional<Evaluation> evaluation, Optional<Criterion> criterion) {
        Map<String, Object> asTrained =
                evaluation.map(known -> view.seen(parameters, known, criterion)).orElseGet(() -> view.seen(parameters));
        Stream<Map<String, Object>> all = view.hasTwoEvaluations()
                ? Stream.of(asTrained, view.stepByStep().seen(parameters))
                : Stream.of(asTrained);
        return all.map(PageRun::rounded).toList();
    }

    /** Of the steps the outputs, as exact as a picture needs. */
    private static Map<String, Object> rounded(Map<String, Object> seen) {
        List<Map<String, Object>> columns = new ArrayList<>();
        int numbers = 0;
        for (Object each : (List<?>) Objects.requireNonNull(seen.get("columns"))) {
            Map<String, Object> column = new LinkedHashMap<>();
            ((Map<?, ?>) each).forEach((name, value) -> {
                column.put((String) name, value instanceof double[] outputs ? rounded(outputs) : value);
            });
            numbers += ((float[]) Objects.requireNonNull(column.get("y"))).length;
            if (columns.isEmpty() || numbers <= MOST_NUMBERS) {
                columns.add(column);
            }
        }
        Map<String, Object> rounded = new LinkedHashMap<>(seen);
        rounded.put("columns", columns);
        return rounded;
    }

    private static float[] rounded(double[] values) {
        float[] rounded = new float[values.length];
        for (int index = 0; index < values.length; index++) {
            rounded[index] = (float) fourDecimals(values[index]);
        }
        return rounded;
    }

    /** @param views some have, see {@link PageView#seen} */
    private record State(int epoch, String weights, List<Map<String, Object>> views) {}

    private static String weights(Parameters parameters) {
        double[] values = parameters.toArray();
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** Some of the recorded epochs before the snapshot, and the snapshot. */
    private List<State> states() {
        int now = snapshot.position().epoch();
        List<RecordedEpoch> before = snapshot.recorded().all().stream()
                .filter(recorded -> recorded.epoch() < now)
                .toList();
        long size = snapshot.parameters().layout().size();
        Experiment experiment = snapshot.experiment();
        boolean isFilled = (double) size * now * experiment.task().steps() <= PageLimits.MOST_FILLED;
        int most = (int) Math.max(2, (isFilled ? MOST_BYTES_FILLED : MOST_BYTES) / (Double.BYTES * size));
        List<Integer> places = spread(before.size() + 1, most);
        int numbers = experiment.layout().allUnits()
                * Math.min(ColumnWindow.MAX_COLUMNS, experiment.task().steps());
        Set<Integer> seen =
                new HashSet<>(spread(places.size(), Math.max(1, Math.min(MOST_SEEN, MOST_NUMBERS / numbers))));
        PageView view = view(experiment);
        return IntStream.range(0, places.size())
                .mapToObj(at -> {
                    int place = places.get(at);
                    RecordedEpoch state = place == before.size() ? null : before.get(place);
                    Parameters parameters = state == null ? snapshot.parameters() : state.parameters();
                    Evaluation evaluation = state == null ? snapshot.evaluation() : state.evaluation();
                    return new State(
                            state == null ? now : state.epoch(),
                            weights(parameters),
                            seen.contains(at)
                                    ? views(
                                            view,
                                            parameters,
                                            Optional.of(evaluation),
                                            state == null ? snapshot.criterion() : state.criterion())
                                    : List.of());
                })
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
