package lab.carousel.task;

import java.util.List;
import java.util.Optional;

/**
 * The lowest loss of a predictor that knows a part of what a drawn task asks.
 *
 * @param known     what it knows, the end of a key in the bundle {@code floor}; empty where it sees the last symbols
 * @param floor     its loss in the long run
 * @param predictor of numbers
 */
public record DrawnFloor(String known, MemorylessFloor floor, Optional<Predictor> predictor) {

    /** What is said at a step of a sequence, counted from 0, in place of a number that is wanted. */
    @FunctionalInterface
    public interface Predictor {

        double says(Steps sequence, int t, int output);
    }

    public DrawnFloor(String known, MemorylessFloor floor) {
        this(known, floor, Optional.empty());
    }

    public static DrawnFloor seen(MemorylessFloor floor) {
        return new DrawnFloor("", floor);
    }

    /** A floor of targets that are numbers: the mean over steps and outputs of the squared error. */
    public static DrawnFloor ofNumbers(String known, double squaredError, Predictor predictor) {
        return new DrawnFloor(known, new MemorylessFloor(1, squaredError, squaredError, 0), Optional.of(predictor));
    }

    /** The mean squared error of its predictor at the scored steps of some sequences; there is one. */
    public double squaredError(List<Steps> sequences, int outputs) {
        Predictor says = predictor.orElseThrow();
        double sum = 0;
        int numbers = 0;
        for (Steps sequence : sequences) {
            for (int t = 0; t < sequence.size(); t++) {
                for (int output = 0; output < outputs && sequence.isScored(t); output++) {
                    double off =
                            says.says(sequence, t, output) - sequence.target(t).wanted(output);
                    sum += off * off;
                    numbers++;
                }
            }
        }
        return sum / numbers;
    }
}
