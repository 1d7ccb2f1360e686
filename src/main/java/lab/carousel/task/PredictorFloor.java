package lab.carousel.task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lab.carousel.text.Message;

/**
 * The lowest loss of a predictor that knows a part of what a task asks.
 *
 * @param known     what it knows, the end of a key in the bundle {@code floor}; empty where it sees the last symbols
 * @param name      the same in words
 * @param floor     its loss in the long run
 * @param predictor of numbers
 */
public record PredictorFloor(String known, Message name, MemorylessFloor floor, Optional<Predictor> predictor) {

    /** What is said at a step of a sequence, counted from 0, in place of a number that is wanted. */
    @FunctionalInterface
    public interface Predictor {

        double says(Steps sequence, int t, int output);
    }

    public PredictorFloor(String known, MemorylessFloor floor) {
        this(known, floor, Optional.empty());
    }

    public PredictorFloor(String known, MemorylessFloor floor, Optional<Predictor> predictor) {
        this(known, Message.of("loss.known." + known), floor, predictor);
    }

    public PredictorFloor(String known, Message name, MemorylessFloor floor) {
        this(known, name, floor, Optional.empty());
    }

    public static PredictorFloor seen(MemorylessFloor floor) {
        return new PredictorFloor("", floor);
    }

    /** A floor of targets that are numbers: the mean over steps and outputs of the squared error. */
    public static PredictorFloor ofNumbers(String known, double squaredError, Predictor predictor) {
        return new PredictorFloor(known, new MemorylessFloor(1, squaredError, squaredError, 0), Optional.of(predictor));
    }

    /** The mean squared error of its predictor at the scored steps of some sequences; empty if there is none. */
    public OptionalDouble squaredError(List<Steps> sequences, int outputs) {
        return predictor
                .map(says -> OptionalDouble.of(squaredError(says, sequences, outputs)))
                .orElseGet(OptionalDouble::empty);
    }

    private static double squaredError(Predictor says, List<Steps> sequences, int outputs) {
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
