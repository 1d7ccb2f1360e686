package lab.carousel.study;

import lab.carousel.task.Step;

/**
 * The outputs at a step.
 *
 * @param own   of its target, of a set the lowest: 0 to 1
 * @param other of the other target likewise
 */
public record ForkAnswer(Step step, double own, double other) {}
