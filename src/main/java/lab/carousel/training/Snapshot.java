package lab.carousel.training;

import java.util.Optional;
import lab.carousel.engine.MadeUpdate;
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
 * @param criterion  whether the task is solved by the criterion of its source; empty where the sequences are listed
 * @param update     the weight update that led there; empty before the first one, and if it was not watched
 */
public record Snapshot(
        Experiment experiment,
        Position position,
        Parameters parameters,
        Evaluation evaluation,
        MemorylessFloor.Loss floor,
        Verdict verdict,
        LossHistory.View history,
        Optional<Criterion> criterion,
        Optional<MadeUpdate> update) {

    /** The same with another answer to whether the task is solved. */
    Snapshot with(Criterion newCriterion) {
        return new Snapshot(
                experiment,
                position,
                parameters,
                evaluation,
                floor,
                verdict,
                history,
                Optional.of(newCriterion),
                update);
    }
}
