package lab.carousel.study.many;

import java.util.stream.IntStream;
import lab.carousel.text.InvalidInput;

/**
 * One of some equal portions of the runs of a plan. Runs are dealt out in their order, so that no portion has two more than
 * another. Where the dealing would come back to the same cells it goes on one portion further: with enough seeds each portion
 * has every cell as often, and so about the same work, whether cells are few or many, quick or slow.
 *
 * @param number which one, from 1
 * @param of     how many there are, 1 to {@value #MOST}
 */
public record Shard(int number, int of) {

    public static final int MOST = 100_000;
    public static final Shard WHOLE = new Shard(1, 1);

    /** @throws InvalidInput if there is no such portion */
    public Shard {
        if (of < 1 || of > MOST || number < 1 || number > of) {
            throw new InvalidInput("studies.portion", number, of, MOST);
        }
    }

    /** The places of its runs in a plan, from 0, in its order. */
    public int[] runs(Plan plan) {
        int cells = plan.cells().size();
        long round = (long) cells / greatestCommonDivisor(cells, of) * of;
        return IntStream.range(0, plan.runs())
                .filter(run -> (run + run / round) % of == number - 1)
                .toArray();
    }

    private static int greatestCommonDivisor(int one, int other) {
        return other == 0 ? one : greatestCommonDivisor(other, one % other);
    }
}
