package lab.carousel.task.drawn;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import lab.carousel.task.Alphabet;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.PredictorFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.StoppingRule;
import lab.carousel.task.Target;
import lab.carousel.task.Twin;

/**
 * Elman (1990), {@code Finding Structure in Time}: two random bits and their exclusive or, again and again, with nothing that
 * says where three bits begin. The next bit is predicted at every step, and only every third can be known.
 */
final class XorInTime extends DrawnTask {

    private static final DrawnParameter TRIPLES = new DrawnParameter("triples", 2, 1_600, 1_000);
    /** Fresh sequences with every third bit right. */
    private static final int IN_A_ROW = 10;
    /** The test exchanges a bit of this triple, or of the last, and ends there: the phase is known by then. */
    private static final int TESTED = 20;

    static final XorInTime KIND = new XorInTime();

    private XorInTime() {
        super("xor", TRIPLES);
    }

    @Override
    public Alphabet alphabet() {
        return new Alphabet(List.of("0", "1"));
    }

    @Override
    public boolean scoresLastStepOnly() {
        return false;
    }

    @Override
    public int shortestSteps() {
        return 3 * value(TRIPLES) - 1;
    }

    @Override
    public Steps draw(SplittableRandom random) {
        int[] bits = new int[3 * value(TRIPLES)];
        for (int place = 0; place < bits.length; place++) {
            bits[place] = isXor(place) ? bits[place - 2] ^ bits[place - 1] : random.nextInt(2);
        }
        return Steps.of(bits);
    }

    private static boolean isXor(int place) {
        return place % 3 == 2;
    }

    @Override
    public boolean[] open(Steps drawn) {
        boolean[] open = new boolean[drawn.size()];
        for (int t = 0; t < open.length; t++) {
            open[t] = !isXor(t + 1);
        }
        return open;
    }

    /** Only every third bit is asked for. */
    @Override
    public Steps judged(Steps drawn) {
        return Steps.of(drawn.symbols(), t -> isXor(t + 1) ? drawn.target(t) : Target.NONE);
    }

    @Override
    public List<Twin> twins(Steps drawn) {
        int clue = 3 * (Math.min(TESTED, value(TRIPLES)) - 1);
        int[] twin = drawn.symbols();
        twin[clue] ^= 1;
        twin[clue + 2] ^= 1;
        return List.of(new Twin(Steps.of(twin).first(clue + 2), clue, new int[] {clue + 1}));
    }

    @Override
    public Optional<StoppingRule> stoppingRule() {
        return Optional.of(StoppingRule.own(IN_A_ROW));
    }

    /** States: where in three bits, and the two bits before. */
    private static Chain chain() {
        return new Chain(state -> {
            int phase = state % 3;
            int bits = state / 3;
            return switch (phase) {
                case 0 -> Chain.fair(0, 1, 1, 4);
                case 1 -> Chain.fair(0, 3 * bits + 2, 1, 3 * (1 - bits) + 2);
                default -> Chain.only(bits, 0);
            };
        });
    }

    @Override
    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        return chain().floor(symbolsSeen, 2, shortestSteps(), scored);
    }

    @Override
    public List<PredictorFloor> floors(int symbolsSeen, ScoredSteps scored) {
        return Stream.of(
                        PredictorFloor.seen(floor(symbolsSeen, scored)),
                        PredictorFloor.seen(floor(Math.max(symbolsSeen, 2), scored)),
                        new PredictorFloor("rule", floor(Chain.ALL, scored)))
                .distinct()
                .toList();
    }
}
