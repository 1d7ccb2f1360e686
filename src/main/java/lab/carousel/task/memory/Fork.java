package lab.carousel.task.memory;

import java.util.List;
import lab.carousel.task.Target;

/**
 * All memory pairs with the same last samples, after which different symbols follow.
 *
 * @param after the shared symbols, oldest first, as indices into the alphabet; each once, however often the lag repeats
 *     it
 * @param samples number of last samples shared, at least 1
 * @param depth steps back to the nearest symbol that can tell them apart
 * @param targets the distinct targets, in the order of the alphabet
 */
public record Fork(List<Integer> after, int samples, int depth, List<Target> targets) {

    public Fork {
        after = List.copyOf(after);
        targets = List.copyOf(targets);
    }
}
