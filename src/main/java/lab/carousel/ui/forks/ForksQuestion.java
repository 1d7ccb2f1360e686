package lab.carousel.ui.forks;

import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.task.Step;
import lab.carousel.training.Snapshot;

/**
 * What is asked.
 *
 * @param snapshot the network
 * @param trained  the experiment that it was trained by
 * @param isStill  whether it stands still, so that there is time to ask which symbol is remembered, however large the task
 * @param selected the steps of the fork that is selected; empty if none is
 */
record ForksQuestion(Snapshot snapshot, Experiment trained, boolean isStill, List<Step> selected) {}
