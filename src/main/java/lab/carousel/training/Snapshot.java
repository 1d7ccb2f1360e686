package lab.carousel.training;

import lab.carousel.model.Evaluation;
import lab.carousel.model.Experiment;
import lab.carousel.model.Parameters;
import lab.carousel.model.Verdict;
import lab.carousel.task.MemorylessFloor;

/**
 * One immutable picture of a run.
 *
 * @param experiment what is being trained
 * @param position   where the run is
 * @param parameters the network at that moment
 * @param evaluation how well that network does
 * @param floor      the memoryless floor of the task (m = 1) for the experiment's output
 * @param verdict    whether that is memory
 * @param history    the losses of all epochs up to there
 */
public record Snapshot(
        Experiment experiment,
        Position position,
        Parameters parameters,
        Evaluation evaluation,
        MemorylessFloor.Loss floor,
        Verdict verdict,
        LossHistory.View history) {}
