package lab.carousel.model;

import java.util.OptionalDouble;
import lab.carousel.text.Message;

/**
 * The lowest mean loss of a predictor that sees so many symbols, the current one among them, or that knows a part of what a drawn
 * task asks.
 *
 * @param order how many; in the memoryless one those of a step
 * @param loss  in nats; where numbers are wanted the mean squared error
 * @param known what it knows, by a name; empty where it sees symbols
 * @param name  the same in words
 * @param measured its loss on the fixed sequences, where there is a predictor of numbers
 */
public record LossFloor(int order, double loss, String known, Message name, OptionalDouble measured) {

    /** What a loss on the fixed sequences is read beside. */
    public double onFixed() {
        return measured.orElse(loss);
    }
}
