package lab.carousel.task.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.PredictorFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.StoppingRule;

/**
 * Strings of the embedded Reber grammar one after the other, with nothing that says where one ends (Gers, Schmidhuber and
 * Cummins 2000, {@code Learning to Forget}). Solved: ten streams of 100,000 symbols right to the end.
 */
final class ContinualReber extends ReberGrammar {

    private static final DrawnParameter STRINGS = new DrawnParameter("strings", 2, 100, 20);
    private static final int STREAMS = 10;
    private static final int SYMBOLS_OF_A_STREAM = 100_000;
    private static final int LONGEST_STRING = 60;

    static final ContinualReber KIND = new ContinualReber();

    private ContinualReber() {
        super("continualReber", STRINGS);
    }

    @Override
    public Steps draw(SplittableRandom random) {
        List<Integer> stream = new ArrayList<>();
        for (int string = 0; string < value(STRINGS); string++) {
            draw(stream, random);
        }
        return Steps.of(array(stream));
    }

    @Override
    public Steps examined(int number, SplittableRandom random) {
        List<Integer> stream = new ArrayList<>();
        while (stream.size() < SYMBOLS_OF_A_STREAM) {
            draw(stream, random);
        }
        return Steps.of(array(stream.subList(0, SYMBOLS_OF_A_STREAM)));
    }

    /** A string has at least 9 symbols. */
    @Override
    public int shortestSteps() {
        return 9 * value(STRINGS) - 1;
    }

    @Override
    public Optional<StoppingRule> stoppingRule() {
        return Optional.of(StoppingRule.own(STREAMS));
    }

    @Override
    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        return chain(value(STRINGS)).floor(symbolsSeen, outputs(), LONGEST_STRING * value(STRINGS), scored);
    }

    @Override
    public List<PredictorFloor> floors(int symbolsSeen, ScoredSteps scored) {
        return List.of(
                PredictorFloor.seen(floor(symbolsSeen, scored)), new PredictorFloor("rule", floor(Chain.ALL, scored)));
    }
}
