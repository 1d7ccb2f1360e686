package lab.carousel.ui.update;

import lab.carousel.training.Snapshot;

/**
 * What is asked.
 *
 * @param snapshot of a run that tells of its last update
 * @param step     the step to be told of, counted from 0
 * @param unit     numbered over all layers from 0
 */
record UpdateQuestion(Snapshot snapshot, int step, int unit) {}
