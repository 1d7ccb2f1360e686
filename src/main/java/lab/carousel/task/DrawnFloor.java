package lab.carousel.task;

/**
 * The lowest loss of a predictor that knows a part of what a drawn task asks.
 *
 * @param known what it knows, the end of a key in the bundle {@code floor}; empty where it sees the last symbols
 */
public record DrawnFloor(String known, MemorylessFloor floor) {

    public static DrawnFloor seen(MemorylessFloor floor) {
        return new DrawnFloor("", floor);
    }

    /** A floor of targets that are numbers: the mean over steps and outputs of the squared error. */
    public static DrawnFloor ofNumbers(String known, double squaredError) {
        return new DrawnFloor(known, new MemorylessFloor(1, squaredError, squaredError, 0));
    }
}
