package lab.carousel.file.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.file.study.NumberBytes;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Criterion;
import lab.carousel.training.Position;
import lab.carousel.training.RecordedEpoch;
import lab.carousel.training.loss.LossHistory;

/**
 * Numbers of a run as {@link NumberBytes}. With P parameters, S listed sequences and S + 1 lines of losses these are:
 *
 * <ul>
 *   <li>P: the parameters, then 16 + S: their evaluation, the last 10 of them its judgement ({@link NumberBytes#IN_EVALUATION}),
 *   <li>P: the parameters that the run started from, if it went on from an earlier run,
 *   <li>for each point of the loss history: recall, margin, bits, and for each line the last, the least and the largest loss,
 *   <li>for each recorded epoch: 4 for its position, 4 for the criterion if the task is drawn, 16 + S for its
 *       evaluation, P for its parameters.
 * </ul>
 */
final class RunValues {

    private static final int IN_POSITION = 4;
    private static final int IN_CRITERION = 4;
    private static final int IN_POINT = 3;

    private final Experiment experiment;
    private final NumberBytes numbers;

    private RunValues(Experiment experiment, NumberBytes numbers) {
        this.experiment = experiment;
        this.numbers = numbers;
    }

    static RunValues room(Experiment experiment, boolean hasOrigin, int points, int recorded) {
        return new RunValues(experiment, NumberBytes.room(size(experiment, hasOrigin, points, recorded)));
    }

    /**
     * @throws InvalidInput if there are more or fewer numbers than there must be
     */
    static RunValues of(
            Experiment experiment, boolean hasOrigin, int points, int recorded, String place, byte[] bytes) {
        return new RunValues(experiment, NumberBytes.of(place, bytes, size(experiment, hasOrigin, points, recorded)));
    }

    private static long size(Experiment experiment, boolean hasOrigin, int points, int recorded) {
        long parameters = experiment.layout().size();
        long sequences = experiment.task().listedSequences();
        long lines = sequences + 1;
        long now = parameters + NumberBytes.IN_EVALUATION + sequences + (hasOrigin ? parameters : 0);
        return now + points * (IN_POINT + 3 * lines) + recorded * perEpoch(experiment);
    }

    private static long perEpoch(Experiment experiment) {
        return IN_POSITION
                + (experiment.task().isDrawn() ? IN_CRITERION : 0)
                + NumberBytes.IN_EVALUATION
                + experiment.task().listedSequences()
                + (long) experiment.layout().size();
    }

    static long bytesPerEpoch(Experiment experiment) {
        return Double.BYTES * perEpoch(experiment);
    }

    byte[] bytes() {
        return numbers.bytes();
    }

    void put(Parameters values) {
        for (int index = 0; index < experiment.layout().size(); index++) {
            numbers.put(values.get(index));
        }
    }

    Parameters parameters() {
        return Parameters.of(
                experiment.layout(), numbers.finite(experiment.layout().size()));
    }

    void put(Evaluation evaluation) {
        numbers.put(evaluation, evaluation.sequenceLoss());
    }

    Evaluation evaluation() {
        Evaluation read = numbers.evaluation(experiment.task().listedSequences());
        return experiment.tooLarge().isEmpty() ? read : read.with(Judgement.NONE);
    }

    void put(LossHistory.Point point) {
        numbers.put(point.recall(), point.margin(), point.bits());
        numbers.put(point.last()).put(point.least()).put(point.most());
    }

    LossHistory.Point point(int epoch) {
        double recall = numbers.finite();
        double margin = numbers.next();
        double bits = numbers.next();
        return new LossHistory.Point(epoch, recall, margin, bits, losses(), losses(), losses());
    }

    void put(RecordedEpoch epoch) {
        Position position = epoch.position();
        numbers.put(position.epoch(), position.sequence(), position.step(), (double) position.updates());
        epoch.criterion()
                .ifPresent(criterion -> numbers.put(
                        criterion.bound(), (double) criterion.trained(), criterion.inARow(), criterion.largestError()));
        put(epoch.evaluation());
        put(epoch.parameters());
    }

    /** Recorded epochs, which must be in order. */
    List<RecordedEpoch> recorded(int number) {
        List<RecordedEpoch> epochs = new ArrayList<>();
        int before = -1;
        for (int index = 0; index < number; index++) {
            Position position =
                    new Position(numbers.count(), numbers.count(), numbers.count(), (long) numbers.finite());
            if (position.epoch() <= before) {
                throw numbers.damaged();
            }
            before = position.epoch();
            Optional<Criterion> criterion = experiment.task().isDrawn()
                    ? Optional.of(
                            new Criterion(numbers.finite(), (long) numbers.finite(), numbers.count(), numbers.finite()))
                    : Optional.empty();
            Evaluation evaluation = evaluation();
            epochs.add(new RecordedEpoch(position, parameters(), evaluation, criterion));
        }
        return epochs;
    }

    /** Mean loss and losses of the sequences, some of which are not known if the run went on from another task. */
    private double[] losses() {
        double[] losses = new double[experiment.task().listedSequences() + 1];
        losses[0] = numbers.finite();
        for (int line = 1; line < losses.length; line++) {
            losses[line] = numbers.next();
            if (Double.isInfinite(losses[line])) {
                throw numbers.damaged();
            }
        }
        return losses;
    }
}
