package lab.carousel.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import lab.carousel.text.Message;

/**
 * A task whose sequences are drawn.
 *
 * @param parameters by name, in the order of the kind's
 */
public record DrawnTask(DrawnKind kind, Map<String, Integer> parameters) {

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

    public Alphabet alphabet() {
        return kind.alphabet(this);
    }

    public int inputs() {
        return kind.inputs(this);
    }

    public int outputs() {
        return kind.outputs(this);
    }

    public Steps draw(SplittableRandom random) {
        return kind.draw(this, random);
    }

    /** Sequences to train on, or others to test with, one after the other: fresh ones, or from the pool. */
    public Supplier<Steps> draws(SplittableRandom random, Supplier<SplittableRandom> pool, boolean isTest) {
        if (kind.pool() == 0) {
            return () -> draw(random);
        }
        List<Steps> fixed = pool(pool.get());
        List<Steps> half = isTest ? fixed.subList(kind.pool(), fixed.size()) : fixed.subList(0, kind.pool());
        return () -> half.get(random.nextInt(half.size()));
    }

    /** The fixed sequences to train on, and after them those to test with, all different. */
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

    public boolean[] open(Steps drawn) {
        return kind.open(this, drawn);
    }

    public List<Twin> twins(Steps drawn) {
        return kind.twins(this, drawn);
    }

    public StoppingRule stoppingRule() {
        return kind.stoppingRule(this);
    }

    public List<Steps> sample() {
        return kind.sample(this);
    }

    public boolean hasFewSequences() {
        return kind.hasFewSequences();
    }

    public int shortestSteps() {
        return kind.shortestSteps(this);
    }

    public boolean scoresLastStepOnly() {
        return kind.scoresLastStepOnly();
    }

    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        return kind.floor(this, symbolsSeen, scored);
    }
}
