package lab.carousel.ui.forks;

import java.util.List;
import lab.carousel.task.Step;
import lab.carousel.training.Snapshot;

/**
 * What is asked.
 *
 * @param snapshot the network
 * @param isStill  whether it stands still, so that there is time to ask which symbol is remembered, however large the task
 * @param selected the steps of the fork that is selected; empty if none is
 */
record ForksQuestion(Snapshot snapshot, boolean isStill, List<Step> selected) {}
