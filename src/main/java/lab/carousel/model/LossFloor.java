package lab.carousel.model;

/**
 * The lowest mean loss of a predictor that sees so many symbols, the current one among them, or that knows a part of what a drawn
 * task asks.
 *
 * @param order how many; in the memoryless one those of a step
 * @param loss  in nats; where numbers are wanted the mean squared error
 * @param known what it knows, by a name; empty where it sees symbols
 * @param onFixed of a task of numbers its loss on the fixed sequences, beside which a loss on these is read; otherwise the same
 */
public record LossFloor(int order, double loss, String known, double onFixed) {

    public LossFloor(int order, double loss) {
        this(order, loss, "", loss);
    }
}
