package lab.carousel.training;

import java.util.Optional;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;

/**
 * The state of a run at the end of an epoch, or at its start.
 *
 * @param position   where the run was
 * @param parameters the network at that moment
 * @param evaluation how well that network did, on the sequences that it was evaluated on then
 * @param criterion  how far the task was solved by the criterion of its source; empty where the sequences are listed
 */
public record RecordedEpoch(
        Position position, Parameters parameters, Evaluation evaluation, Optional<Criterion> criterion) {

    /** Epochs completed then; 0 at the start. */
    public int epoch() {
        return position.epoch();
    }
}
