package lab.carousel.task.memory;

import java.util.List;

/**
 * All memory pairs that share the same last samples: the network has seen the same there, and yet different symbols follow.
 *
 * @param after   the shared symbols, oldest first, as indices into the alphabet; each once, however often the lag
 *                repeats it
 * @param samples how many last samples are shared, at least 1
 * @param depth   how many steps back the nearest symbol is that can tell them apart
 * @param targets the different targets, in the order of the alphabet
 */
public record Fork(List<Integer> after, int samples, int depth, List<Integer> targets) {

    /** Copies the lists. */
    public Fork {
        after = List.copyOf(after);
        targets = List.copyOf(targets);
    }
}
