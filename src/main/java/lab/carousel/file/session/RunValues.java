package lab.carousel.file.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.file.study.NumberBytes;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.LossSample;
import lab.carousel.task.StoppingRule;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Criterion;
import lab.carousel.training.Position;
import lab.carousel.training.RecordedEpoch;
import lab.carousel.training.loss.LossPoint;

/**
 * Numbers of a run as {@link NumberBytes}. With P parameters, S listed sequences and S + 1 lines of losses these are:
 *
 * <ul>
 *   <li>P: the parameters, then 23 + S + O: their evaluation, the last 17 + O of them its judgement ({@link
 *       NumberBytes#IN_EVALUATION}), and the steps right in each order that is judged, if that is not the listed one alone,
 *   <li>P: the parameters that the run started from, if it went on from an earlier run,
 *   <li>for each point of the loss history: recall, margin, bits, separation, that of the same pair in the untrained network,
 *       and for each line the last, the least and the largest loss,
 *   <li>for each recorded epoch: 4 for its position, 4 for the criterion if the task is drawn, 23 + S + O for
 *       its evaluation, P for its parameters,
 *   <li>of a drawn task, at the end of each evaluation and point, what the loss is the mean of: sequences, epochs, standard error.
 * </ul>
 */
record RunValues(Experiment experiment, NumberBytes numbers) {

    private static final int IN_POSITION = 4;
    private static final int IN_CRITERION = 4;
    private static final int IN_POINT = 5;

    private static final int IN_SAMPLE = 3;

    static RunValues room(Experiment experiment, boolean hasOrigin, int points, int recorded) {
        return new RunValues(experiment, NumberBytes.room(size(experiment, hasOrigin, points, recorded)));
    }

    /**
     * @throws InvalidInput if there are more or fewer numbers than there must be
     */
    static RunValues of(
            Experiment experiment, boolean hasOrigin, int points, int recorded, String place, byte[] bytes) {
        return new RunValues(
                experiment, NumberBytes.of(place, bytes).exactly(size(experiment, hasOrigin, points, recorded)));
    }

    private static long size(Experiment experiment, boolean hasOrigin, int points, int recorded) {
        long parameters = experiment.layout().size();
        long lines = experiment.task().listedSequences() + 1L;
        long now = parameters + inEvaluation(experiment) + (hasOrigin ? parameters : 0);
        long inPoint = IN_POINT + 3 * lines + inSample(experiment);
        return now + points * inPoint + recorded * perEpoch(experiment);
    }

    private static int inSample(Experiment experiment) {
        return experiment.task().listedSequences() == 0 ? IN_SAMPLE : 0;
    }

    private static long inEvaluation(Experiment experiment) {
        return (long) NumberBytes.IN_EVALUATION
                + experiment.task().listedSequences()
                + experiment.judgedOrders()
                + inSample(experiment);
    }

    private static long perEpoch(Experiment experiment) {
        return IN_POSITION
                + experiment
                        .task()
                        .judge()
                        .stoppingRule()
                        .map(rule -> IN_CRITERION + (isOfTraining(rule) ? 2 : 0))
                        .orElse(0)
                + inEvaluation(experiment)
                + experiment.layout().size();
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
        for (int order = 0; order < experiment.judgedOrders(); order++) {
            List<Integer> right = evaluation.rightByOrder();
            numbers.put(order < right.size() ? right.get(order) : Double.NaN);
        }
        put(evaluation.sample());
    }

    private void put(LossSample sample) {
        if (inSample(experiment) > 0) {
            numbers.put(sample.sequences(), sample.epochs(), sample.error());
        }
    }

    private LossSample sample() {
        return inSample(experiment) > 0
                ? new LossSample(numbers.count(), numbers.count(), numbers.next())
                : LossSample.NONE;
    }

    Evaluation evaluation() {
        Evaluation read = numbers.evaluation(experiment.task().listedSequences());
        List<Integer> right = new ArrayList<>();
        for (int order = 0; order < experiment.judgedOrders(); order++) {
            double number = numbers.next();
            if (number >= 0 && number <= read.steps()) {
                right.add((int) number);
            }
        }
        Evaluation whole = read.with(right).with(sample());
        return experiment.tooLarge().isEmpty() ? whole : whole.with(Judgement.NONE);
    }

    void put(LossPoint point) {
        numbers.put(point.recall(), point.margin(), point.bits(), point.separation(), point.separationBefore());
        numbers.put(point.last()).put(point.least()).put(point.most());
        put(point.sample());
    }

    LossPoint point(int epoch) {
        double recall = numbers.finite();
        double margin = numbers.next();
        double bits = numbers.next();
        double separation = numbers.next();
        double before = numbers.next();
        return new LossPoint(epoch, recall, margin, bits, separation, before, losses(), losses(), losses(), sample());
    }

    void put(RecordedEpoch epoch) {
        Position position = epoch.position();
        numbers.put(position.epoch(), position.sequence(), position.step(), (double) position.updates());
        epoch.criterion().ifPresent(criterion -> {
            numbers.put(
                    criterion.rule().bound(),
                    (double) criterion.trained(),
                    criterion.inARow(),
                    criterion.largestError());
            if (isOfTraining(criterion.rule())) {
                numbers.put(criterion.wrong(), criterion.squaredErrors());
            }
        });
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
            Optional<Criterion> criterion =
                    experiment.task().judge().stoppingRule().map(this::criterion);
            Evaluation evaluation = evaluation();
            epochs.add(new RecordedEpoch(position, parameters(), evaluation, criterion));
        }
        return epochs;
    }

    /** The bound that it was counted with stands first. */
    private Criterion criterion(StoppingRule rule) {
        numbers.finite();
        return new Criterion(
                rule,
                (long) numbers.finite(),
                numbers.count(),
                numbers.finite(),
                isOfTraining(rule) ? numbers.count() : 0,
                isOfTraining(rule) ? numbers.finite() : 0);
    }

    private static boolean isOfTraining(StoppingRule rule) {
        return rule.exam() == StoppingRule.Exam.TRAINED;
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
