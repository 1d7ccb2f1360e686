package lab.carousel.task.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.task.Alphabet;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.PredictorFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.StoppingRule;
import lab.carousel.task.Twin;

/**
 * Experiment 6 of Hochreiter and Schmidhuber (1997): {@code E}, random {@code a b c d} with an {@code X} or a {@code Y} at two or
 * three places far apart, {@code B}; the last step asks for their order. 100 to 110 symbols. The paper's names of the classes
 * are Q, R, S, U and so on; here they are the order itself.
 */
final class TemporalOrder extends DrawnTask {

    private static final int SHORTEST = 100;
    /** A place, and the length, have so many values. */
    private static final int SPREAD = 11;

    private static final List<String> FED = List.of("X", "Y", "E", "B", "a", "b", "c", "d");
    /** Names of what is known by one that knows so many of the telling symbols. */
    private static final List<String> KNOWN = List.of("places1", "places2");

    static final TemporalOrder TWO = new TemporalOrder("order6a", 10, 50);
    static final TemporalOrder THREE = new TemporalOrder("order6b", 10, 33, 66);

    /** The first step, from 1, at which each telling symbol can stand. */
    private final int[] first;

    private final int classes;
    private final Alphabet alphabet;

    private TemporalOrder(String name, int... first) {
        super(name);
        this.first = first;
        this.classes = 1 << first.length;
        List<String> symbols = new ArrayList<>();
        for (int order = 0; order < classes; order++) {
            StringBuilder text = new StringBuilder();
            for (int place = 0; place < first.length; place++) {
                text.append(isY(order, place) ? "Y" : "X");
            }
            symbols.add(text.toString());
        }
        symbols.addAll(FED);
        this.alphabet = new Alphabet(symbols);
    }

    private boolean isY(int order, int place) {
        return (order >> (first.length - 1 - place) & 1) == 1;
    }

    @Override
    public Alphabet alphabet() {
        return alphabet;
    }

    @Override
    public int outputs() {
        return classes;
    }

    @Override
    public Steps draw(SplittableRandom random) {
        int length = SHORTEST + random.nextInt(SPREAD);
        int[] symbols = new int[length + 1];
        for (int t = 0; t < length; t++) {
            symbols[t] = classes + FED.indexOf("a") + random.nextInt(4);
        }
        symbols[0] = classes + FED.indexOf("E");
        symbols[length - 1] = classes + FED.indexOf("B");
        int order = random.nextInt(classes);
        for (int place = 0; place < first.length; place++) {
            symbols[first[place] - 1 + random.nextInt(SPREAD)] = classes + (isY(order, place) ? 1 : 0);
        }
        symbols[length] = order;
        return Steps.of(symbols);
    }

    @Override
    public int shortestSteps() {
        return SHORTEST;
    }

    @Override
    public boolean[] open(Steps drawn) {
        return allButTheLast(drawn);
    }

    /** One for each telling symbol. */
    @Override
    public List<Twin> twins(Steps drawn) {
        int[] symbols = drawn.symbols();
        int last = drawn.size() - 1;
        List<Twin> twins = new ArrayList<>();
        int place = 0;
        for (int t = 0; t < last; t++) {
            if (symbols[t] - classes <= 1) {
                int[] twin = symbols.clone();
                twin[t] = 2 * classes + 1 - twin[t];
                twin[last + 1] ^= 1 << (first.length - 1 - place++);
                twins.add(new Twin(Steps.of(twin), t, new int[] {last}));
            }
        }
        return twins;
    }

    @Override
    public Optional<StoppingRule> stoppingRule() {
        return Optional.of(StoppingRule.trained(0.3, 2_000, 0.1, 0));
    }

    @Override
    public OptionalDouble publishedSequences() {
        return OptionalDouble.of(kind() == TWO ? 31_390 : 571_100);
    }

    /** How many telling symbols are seen follows from the places and the length, which are all equally likely. */
    @Override
    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        double[] unseen = new double[first.length + 1];
        for (int length = SHORTEST; length < SHORTEST + SPREAD; length++) {
            double[] counts = {1};
            for (int from : first) {
                int end = length;
                double seen = IntStream.range(from, from + SPREAD)
                                .filter(at -> end - at < symbolsSeen)
                                .count()
                        / (double) SPREAD;
                double[] more = new double[counts.length + 1];
                for (int count = 0; count < counts.length; count++) {
                    more[count] += counts[count] * seen;
                    more[count + 1] += counts[count] * (1 - seen);
                }
                counts = more;
            }
            for (int count = 0; count < counts.length; count++) {
                unseen[count] += counts[count] / SPREAD;
            }
        }
        return floor(symbolsSeen, unseen);
    }

    /** @param unseen the probabilities that so many are not known */
    private MemorylessFloor floor(int symbolsSeen, double... unseen) {
        double sigmoid = 0;
        double softmax = 0;
        double recall = 0;
        for (int count = 0; count < unseen.length; count++) {
            double open = 1 << count;
            double others = count == 0 ? 0 : -(open - 1) * StrictMath.log1p(-1 / open);
            softmax += unseen[count] * StrictMath.log(open);
            sigmoid += unseen[count] * (StrictMath.log(open) + others) / classes;
            recall += unseen[count] / open;
        }
        return new MemorylessFloor(symbolsSeen, sigmoid, softmax, recall);
    }

    @Override
    public List<PredictorFloor> floors(int symbolsSeen, ScoredSteps scored) {
        List<PredictorFloor> floors = new ArrayList<>(List.of(PredictorFloor.seen(floor(symbolsSeen, scored))));
        for (int known = 1; known < first.length; known++) {
            double[] unseen = new double[first.length + 1];
            unseen[first.length - known] = 1;
            floors.add(new PredictorFloor(KNOWN.get(known - 1), floor(symbolsSeen, unseen)));
        }
        return floors;
    }
}
