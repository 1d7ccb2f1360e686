package lab.carousel.training;

/**
 * The loss has become NaN or infinite.
 *
 * @param epoch    the epoch in which it happened, counted from 1
 * @param sequence the sequence, counted from 1
 * @param step     the step, counted from 1
 */
public record Divergence(int epoch, int sequence, int step) {}
