package lab.carousel.task.drawn;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.DrawnTask;

/**
 * 2c: {@code b}, then {@code x} or {@code y}, then q distractors drawn at random from {@code a1 … ap}, then each time one more
 * with probability 9/10, then {@code e} and the answer: the symbol after {@code b}. Two outputs, for x and y; an error signal at
 * the last step only. About q + 14 symbols.
 */
public final class NoisyGap extends GapTask {

    private static final int B = 2;
    private static final int E = 3;
    /** Probability that the distractors end after each one beyond the first q. */
    private static final double END_PROBABILITY = 0.1;
    /** Bound that is never reached: 0.9 to the power of 2,900 is about 1e-133. */
    private static final int MAX_MORE_DISTRACTORS = 2_900;
    /** Twice the paper's. */
    private static final DrawnParameter Q = new DrawnParameter("q", 0, 2_000, 50);

    private static final Map<List<Integer>, Integer> PUBLISHED = Map.of(
            List.of(50, 50), 30_000,
            List.of(100, 100), 31_000,
            List.of(200, 200), 33_000,
            List.of(500, 500), 38_000,
            List.of(1_000, 1_000), 49_000,
            List.of(500, 1_000), 49_000,
            List.of(200, 1_000), 75_000,
            List.of(100, 1_000), 135_000,
            List.of(50, 1_000), 203_000);

    static final NoisyGap KIND = new NoisyGap();

    private NoisyGap() {
        super("2c", 0.2, p(50), Q);
    }

    public static DrawnTask of(int p, int q) {
        return DrawnTask.of(KIND, p, q);
    }

    @Override
    List<String> marks() {
        return List.of("x", "y", "b", "e");
    }

    @Override
    int fillers() {
        return value(p);
    }

    @Override
    public int outputs() {
        return 2;
    }

    @Override
    public int shortestSteps() {
        return value(Q) + 3;
    }

    @Override
    int[] draw(int answer, SplittableRandom random) {
        int q = value(Q);
        int distractors = q;
        while (distractors < q + MAX_MORE_DISTRACTORS && random.nextDouble() >= END_PROBABILITY) {
            distractors++;
        }
        int[] sequence = new int[distractors + 4];
        sequence[0] = B;
        sequence[1] = answer;
        fill(sequence, 2, distractors + 2, random);
        sequence[distractors + 2] = E;
        sequence[distractors + 3] = answer;
        return sequence;
    }

    @Override
    int clue() {
        return 1;
    }

    @Override
    double unseen(int symbolsSeen) {
        // Seen with at most so many distractors beyond the first q: x or y, the distractors and e are the last symbols
        int more = symbolsSeen - 2 - value(Q);
        return more < 0 ? 1 : StrictMath.pow(1 - END_PROBABILITY, more + 1);
    }

    @Override
    public OptionalDouble publishedSequences() {
        Integer published = PUBLISHED.get(List.copyOf(numbers().values()));
        return published == null ? OptionalDouble.empty() : OptionalDouble.of(published);
    }
}
