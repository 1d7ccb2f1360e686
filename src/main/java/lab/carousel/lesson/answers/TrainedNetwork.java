package lab.carousel.lesson.answers;

import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.training.Snapshot;

/** A network after an epoch, evaluated: of the run on the wall, or of one that a phone has made. */
public record TrainedNetwork(Experiment experiment, int epoch, Parameters parameters, Evaluation evaluation) {

    public static TrainedNetwork of(Snapshot snapshot) {
        return new TrainedNetwork(
                snapshot.experiment(), snapshot.position().epoch(), snapshot.parameters(), snapshot.evaluation());
    }
}
