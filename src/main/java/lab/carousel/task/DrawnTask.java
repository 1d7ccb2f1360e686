package lab.carousel.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.text.Message;

/**
 * A task that draws its sequences fresh each time, so that they can be learned, but not by heart. Words about it stand in the
 * bundles under its name. Each is the prototype of its kind, with the numbers to begin with, or made of it {@link #with} others.
 */
public abstract class DrawnTask implements Supply, Judge, Cloneable {

    /** The name of its kind among its {@link #values}. */
    public static final String SOURCE = "source";

    protected static final int SAMPLE = 4;
    protected static final long SAMPLE_SEED = 1997;
    /** Draws that give an equal sequence once more, until a pool is given up. */
    private static final int MOST_DRAWS = 10_000;

    private final String name;
    private final List<DrawnParameter> parameters;
    private final DrawnTask kind;
    private Map<String, Integer> numbers;

    /** @param name as files have it, for example {@code 2a} */
    protected DrawnTask(String name, DrawnParameter... parameters) {
        this.name = name;
        this.parameters = List.of(parameters);
        this.kind = this;
        Map<String, Integer> first = new LinkedHashMap<>();
        this.parameters.forEach(parameter -> first.put(parameter.name(), parameter.first()));
        this.numbers = Collections.unmodifiableMap(first);
    }

    /**
     * The same kind with other numbers, by the names of its parameters.
     *
     * @throws lab.carousel.text.InvalidInput if one is out of bounds
     */
    public final DrawnTask with(Map<String, Integer> others) {
        Map<String, Integer> inOrder = new LinkedHashMap<>();
        for (DrawnParameter parameter : parameters) {
            int value = Objects.requireNonNull(others.get(parameter.name()), parameter.name());
            parameter.check(value);
            inOrder.put(parameter.name(), value);
        }
        try {
            DrawnTask made = (DrawnTask) clone();
            made.numbers = Collections.unmodifiableMap(inOrder);
            return made;
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param values in the order of the kind's parameters */
    public static DrawnTask of(DrawnTask kind, int... values) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int place = 0; place < values.length; place++) {
            numbers.put(kind.parameters.get(place).name(), values[place]);
        }
        return kind.with(numbers);
    }

    public final String name() {
        return name;
    }

    public final List<DrawnParameter> parameters() {
        return parameters;
    }

    /** The prototype that it is made of. */
    public final DrawnTask kind() {
        return kind;
    }

    /** By the names of its parameters, in their order. */
    public final Map<String, Integer> numbers() {
        return numbers;
    }

    public final int value(DrawnParameter parameter) {
        return Objects.requireNonNull(numbers.get(parameter.name()));
    }

    public final Message title() {
        return Message.of("editor.source." + name + ".title");
    }

    public abstract Steps draw(SplittableRandom random);

    /** How many fixed sequences there are to train on, and as many others to test with; 0 if they are drawn fresh. */
    public int pool() {
        return 0;
    }

    /** Whether the sample is all there is, so that it is judged like a list. */
    public boolean hasFewSequences() {
        return false;
    }

    /** The sequence of a number, from 0, that {@link StoppingRule.Exam#OWN} asks for where there is no pool. */
    public Steps examined(int number, SplittableRandom random) {
        return draw(random);
    }

    /** At which steps something is open where nothing but the last step can be known. */
    protected static boolean[] allButTheLast(Steps drawn) {
        boolean[] open = new boolean[drawn.size()];
        Arrays.fill(open, 0, open.length - 1, true);
        return open;
    }

    @Override
    public boolean scoresLastStepOnly() {
        return true;
    }

    /** Some, always the same. */
    @Override
    public List<Steps> shown() {
        SplittableRandom random = new SplittableRandom(SAMPLE_SEED);
        List<Steps> sample = new ArrayList<>();
        IntStream.range(0, SAMPLE).forEach(index -> sample.add(draw(random)));
        return sample;
    }

    @Override
    public final IntStream listed() {
        return IntStream.empty();
    }

    @Override
    public abstract int shortestSteps();

    @Override
    public final int longestSteps() {
        return shortestSteps();
    }

    /** Fresh ones, or from the pool. */
    @Override
    public Optional<Supplier<Steps>> draws(SplittableRandom random, Supplier<SplittableRandom> pool, boolean isTest) {
        if (pool() == 0) {
            return Optional.of(() -> draw(random));
        }
        List<Steps> fixed = pool(pool.get());
        List<Steps> half = isTest ? fixed.subList(pool(), fixed.size()) : fixed.subList(0, pool());
        return Optional.of(() -> half.get(random.nextInt(half.size())));
    }

    /** The fixed sequences to train on, and after them those to test with, all different; none if they are drawn fresh. */
    public List<Steps> pool(SplittableRandom random) {
        List<Steps> pool = new ArrayList<>();
        HashSet<Steps> known = new HashSet<>();
        for (int again = 0; pool.size() < 2 * pool() && again < MOST_DRAWS; ) {
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
        String from = hasFewSequences() ? "few" : pool() > 0 ? "pool" : "fresh";
        return Optional.of(new SupplyRule(
                title(),
                Message.of("editor.source." + name + ".words"),
                written(" = ", ", "),
                () -> Message.of("report.drawn." + from, pool(), shown().size())));
    }

    @Override
    public Optional<Message> countedOnShown() {
        return Optional.of(Message.of("lesion.drawn", shown().size()));
    }

    @Override
    public String words() {
        return Message.text("hyperparameters.task.drawn", name);
    }

    @Override
    public String line() {
        return (name + " " + written("=", " ")).strip();
    }

    private String written(String is, String between) {
        return numbers.entrySet().stream()
                .map(each -> each.getKey() + is + each.getValue())
                .collect(Collectors.joining(between));
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>(Map.of(SOURCE, name));
        values.putAll(numbers);
        return values;
    }

    @Override
    public boolean drawsTests() {
        return !hasFewSequences();
    }

    @Override
    public boolean isByFloors() {
        return targets() == TargetKind.NUMBERS;
    }

    @Override
    public Optional<Message> whyNoForks() {
        return drawsTests() ? Optional.of(Message.of(targets().key("forks.none."))) : Optional.empty();
    }

    /** Of a pool each in turn, those to train on first; otherwise as the kind has them. */
    @Override
    public IntFunction<Steps> examined(SplittableRandom random, Supplier<SplittableRandom> pool) {
        List<Steps> fixed = pool(pool.get());
        return number -> fixed.isEmpty() ? examined(number, random) : fixed.get(number);
    }

    @Override
    public Stream<Steps> trained(SplittableRandom random, Supplier<SplittableRandom> pool, long seen) {
        if (hasFewSequences()) {
            return shown().stream();
        }
        return pool() > 0
                ? pool(pool.get()).stream().limit(pool())
                : Stream.generate(() -> draw(random)).limit(seen);
    }

    @Override
    public Stream<Steps> fresh(SplittableRandom random, Supplier<SplittableRandom> pool) {
        if (hasFewSequences()) {
            return IntStream.range(shown().size(), stoppingRule().orElseThrow().inARow())
                    .mapToObj(number -> examined(number, random));
        }
        return pool() > 0 ? pool(pool.get()).stream().skip(pool()) : Stream.generate(() -> draw(random));
    }

    @Override
    public List<PredictorFloor> floors(int symbolsSeen, ScoredSteps scored) {
        return List.of(PredictorFloor.seen(floor(symbolsSeen, scored)));
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof DrawnTask that && kind == that.kind && numbers.equals(that.numbers);
    }

    @Override
    public final int hashCode() {
        return 31 * name.hashCode() + numbers.hashCode();
    }

    @Override
    public String toString() {
        return line();
    }
}
