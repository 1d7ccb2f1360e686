package lab.carousel.training;

import java.util.Optional;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;

/**
 * State of a run at its start or at the end of an epoch.
 *
 * @param evaluation on the sequences that it was evaluated on then
 * @param criterion empty where the sequences are listed
 */
public record RecordedEpoch(
        Position position, Parameters parameters, Evaluation evaluation, Optional<Criterion> criterion) {

    public int epoch() {
        return position.epoch();
    }
}
