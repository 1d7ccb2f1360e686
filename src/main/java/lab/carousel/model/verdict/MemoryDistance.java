package lab.carousel.model.verdict;

/**
 * How many steps back something is: of the deepest fork if all are remembered, otherwise of the worst one. In a
 * drawn task it differs from sequence to sequence.
 *
 * @param nearest  the smallest; 0 if there is no fork
 * @param farthest the largest
 */
public record MemoryDistance(int nearest, int median, int farthest) {

    public static MemoryDistance of(int steps) {
        return new MemoryDistance(steps, steps, steps);
    }
}
