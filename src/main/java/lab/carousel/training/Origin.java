package lab.carousel.training;

import lab.carousel.model.layout.Parameters;

/**
 * Where a run started that did not start from the weights of its seed, but goes on from a state of an earlier run. It is
 * a run of its own: its epochs are counted from 0, its optimiser remembers nothing, h and c are zero, and what it draws
 * it draws from the beginning.
 *
 * @param parameters the weights it started from
 * @param epoch      the epochs that the earlier run had completed then
 */
public record Origin(Parameters parameters, int epoch) {}
