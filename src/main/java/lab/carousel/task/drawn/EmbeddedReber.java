package lab.carousel.task.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.PredictorFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.StoppingRule;

/**
 * The embedded Reber grammar of experiment 1 of Hochreiter and Schmidhuber (1997): 256 fixed strings to train on, 256 others to
 * test with. Solved: at every step of all of them the symbols that may follow have the highest outputs.
 */
final class EmbeddedReber extends ReberGrammar {

    private static final int POOL = 256;
    /** Strings so long are too rare to weigh: 2^-500. */
    private static final int LONGEST = 1_000;

    static final EmbeddedReber KIND = new EmbeddedReber();

    private EmbeddedReber() {
        super("reber");
    }

    @Override
    public Steps draw(SplittableRandom random) {
        List<Integer> string = new ArrayList<>();
        draw(string, random);
        return Steps.of(array(string));
    }

    @Override
    public int shortestSteps() {
        return 8;
    }

    @Override
    public int pool() {
        return POOL;
    }

    @Override
    public Optional<StoppingRule> stoppingRule() {
        return Optional.of(StoppingRule.own(2 * POOL));
    }

    /** The best of five rows of its table. */
    @Override
    public OptionalDouble publishedSequences() {
        return OptionalDouble.of(8_440);
    }

    @Override
    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        return chain(1).floor(symbolsSeen, outputs(), LONGEST, scored);
    }

    @Override
    public List<PredictorFloor> floors(int symbolsSeen, ScoredSteps scored) {
        return Stream.concat(
                        IntStream.rangeClosed(symbolsSeen, Math.max(symbolsSeen, 3))
                                .mapToObj(seen -> PredictorFloor.seen(floor(seen, scored))),
                        Stream.of(new PredictorFloor("rule", floor(Chain.ALL, scored))))
                .toList();
    }
}
