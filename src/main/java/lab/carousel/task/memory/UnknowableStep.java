package lab.carousel.task.memory;

/** A step with the context of another one but another target. Sequence and step are counted from 0. */
public record UnknowableStep(int sequence, int step, UnknowableReason reason) {}
