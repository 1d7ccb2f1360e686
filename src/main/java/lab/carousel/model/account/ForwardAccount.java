package lab.carousel.model.account;

import lab.carousel.task.Step;

/**
 * A unit at a step, and what the network made of that step.
 *
 * @param unit   how the unit's state comes about; with a lag of several symbols, at the last one
 * @param scored whether the step has an error signal
 */
public record ForwardAccount(Step step, UnitAccount unit, OutputAccount output, boolean scored) {}
