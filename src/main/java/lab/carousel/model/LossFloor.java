package lab.carousel.model;

/**
 * The lowest mean loss of a predictor that sees so many symbols, the current one among them.
 *
 * @param order how many; in the memoryless one those of a step
 * @param loss  in nats
 */
public record LossFloor(int order, double loss) {}
