package lab.carousel.training;

/** The place where the loss became NaN or infinite; all counted from 1. */
public record Divergence(int epoch, int sequence, int step) {}
