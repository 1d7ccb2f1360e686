package lab.carousel.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.text.Message;

/**
 * A task whose sequences are drawn.
 *
 * @param parameters by name, in the order of the kind's
 */
public record DrawnTask(DrawnKind kind, Map<String, Integer> parameters) implements Supply, Judge {

    /** Draws that give an equal sequence once more, until a pool is given up. */
    private static final int MOST_DRAWS = 10_000;

    /** @throws lab.carousel.text.InvalidInput if a number is out of bounds */
    public DrawnTask {
        Map<String, Integer> inOrder = new LinkedHashMap<>();
        for (DrawnParameter parameter : kind.parameters()) {
            int value = Objects.requireNonNull(parameters.get(parameter.name()), parameter.name());
            parameter.check(value);
            inOrder.put(parameter.name(), value);
        }
        parameters = Collections.unmodifiableMap(inOrder);
    }

    /** @param values in the order of the kind's parameters */
    public static DrawnTask of(DrawnKind kind, int... values) {
        Map<String, Integer> parameters = new LinkedHashMap<>();
        for (int place = 0; place < values.length; place++) {
            parameters.put(kind.parameters().get(place).name(), values[place]);
        }
        return new DrawnTask(kind, parameters);
    }

    public int value(DrawnParameter parameter) {
        return Objects.requireNonNull(parameters.get(parameter.name()));
    }

    public String name() {
        return kind.name();
    }

    public Message title() {
        return Message.of("editor.source." + name() + ".title");
    }

    @Override
    public Alphabet alphabet() {
        return kind.alphabet(this);
    }

    @Override
    public int inputs() {
        return kind.inputs(this);
    }

    @Override
    public int outputs() {
        return kind.outputs(this);
    }

    @Override
    public TargetKind targets() {
        return kind.targets();
    }

    @Override
    public boolean isFromZeroToOne() {
        return kind.isFromZeroToOne();
    }

    @Override
    public boolean hasSets() {
        return kind.hasSets();
    }

    @Override
    public boolean scoresLastStepOnly() {
        return kind.scoresLastStepOnly();
    }

    @Override
    public List<Steps> shown() {
        return kind.sample(this);
    }

    @Override
    public IntStream listed() {
        return IntStream.empty();
    }

    @Override
    public int shortestSteps() {
        return kind.shortestSteps(this);
    }

    @Override
    public int longestSteps() {
        return kind.shortestSteps(this);
    }

    public Steps draw(SplittableRandom random) {
        return kind.draw(this, random);
    }

    /** Fresh ones, or from the pool. */
    @Override
    public Optional<Supplier<Steps>> draws(SplittableRandom random, Supplier<SplittableRandom> pool, boolean isTest) {
        if (kind.pool() == 0) {
            return Optional.of(() -> draw(random));
        }
        List<Steps> fixed = pool(pool.get());
        List<Steps> half = isTest ? fixed.subList(kind.pool(), fixed.size()) : fixed.subList(0, kind.pool());
        return Optional.of(() -> half.get(random.nextInt(half.size())));
    }

    /** The fixed sequences to train on, and after them those to test with, all different; none if they are drawn fresh. */
    public List<Steps> pool(SplittableRandom random) {
        List<Steps> pool = new ArrayList<>();
        HashSet<Steps> known = new HashSet<>();
        for (int again = 0; pool.size() < 2 * kind.pool() && again < MOST_DRAWS; ) {
            Steps drawn = draw(random);
            boolean isNew = known.add(drawn);
            again = isNew ? 0 : again + 1;
            if (isNew) {
                pool.add(drawn);
            }
        }
        return pool;
    }

    @Override
    public Optional<SupplyRule> rule() {
        String from = kind.hasFewSequences() ? "few" : kind.pool() > 0 ? "pool" : "fresh";
        return Optional.of(new SupplyRule(
                title(),
                Message.of("editor.source." + name() + ".words"),
                parameters(" = ", ", "),
                Message.of("report.drawn." + from, kind.pool(), shown().size())));
    }

    @Override
    public Optional<Message> countedOnShown() {
        return Optional.of(Message.of("lesion.drawn", shown().size()));
    }

    @Override
    public String words() {
        return Message.text("hyperparameters.task.drawn", name());
    }

    @Override
    public String line() {
        return (name() + " " + parameters("=", " ")).strip();
    }

    private String parameters(String is, String between) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + is + each.getValue())
                .collect(Collectors.joining(between));
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>(Map.of("source", name()));
        values.putAll(parameters);
        return values;
    }

    @Override
    public boolean drawsTests() {
        return !kind.hasFewSequences();
    }

    @Override
    public boolean isByFloors() {
        return targets() == TargetKind.NUMBERS;
    }

    @Override
    public Optional<Message> whyNoForks() {
        return drawsTests() ? Optional.of(Message.of(targets().key("forks.none."))) : Optional.empty();
    }

    @Override
    public boolean[] open(Steps drawn) {
        return kind.open(this, drawn);
    }

    @Override
    public List<Twin> twins(Steps drawn) {
        return kind.twins(this, drawn);
    }

    @Override
    public Optional<StoppingRule> stoppingRule() {
        return Optional.of(kind.stoppingRule(this));
    }

    /** Of a pool each in turn, those to train on first; otherwise as the kind has them. */
    @Override
    public IntFunction<Steps> examined(SplittableRandom random, Supplier<SplittableRandom> pool) {
        List<Steps> fixed = pool(pool.get());
        return number -> fixed.isEmpty() ? kind.examined(this, number, random) : fixed.get(number);
    }

    @Override
    public Steps judged(Steps drawn) {
        return kind.judged(this, drawn);
    }

    @Override
    public Stream<Steps> trained(SplittableRandom random, Supplier<SplittableRandom> pool, long seen) {
        if (kind.hasFewSequences()) {
            return shown().stream();
        }
        return kind.pool() > 0
                ? pool(pool.get()).stream().limit(kind.pool())
                : Stream.generate(() -> draw(random)).limit(seen);
    }

    @Override
    public Stream<Steps> fresh(SplittableRandom random, Supplier<SplittableRandom> pool) {
        if (kind.hasFewSequences()) {
            return IntStream.range(shown().size(), kind.stoppingRule(this).inARow())
                    .mapToObj(number -> kind.examined(this, number, random));
        }
        return kind.pool() > 0 ? pool(pool.get()).stream().skip(kind.pool()) : Stream.generate(() -> draw(random));
    }

    @Override
    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        return kind.floor(this, symbolsSeen, scored);
    }

    @Override
    public List<PredictorFloor> floors(int symbolsSeen, ScoredSteps scored) {
        return kind.floors(this, symbolsSeen, scored);
    }

    @Override
    public OptionalDouble publishedSequences() {
        return kind.publishedSequences(this);
    }
}
