package lab.carousel.file.session;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.file.study.EvaluationNumbers;
import lab.carousel.file.study.JudgementNumbers;
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
 * The numbers of a run, one after the other, each eight bytes as in IEEE 754 with the highest byte first. With P
 * parameters, S listed sequences and S + 1 lines of losses these are:
 *
 * <ul>
 *   <li>P: the parameters, then 16 + S: their evaluation, the last 10 of them its judgement ({@link JudgementNumbers}),
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
    private static final int IN_EVALUATION = EvaluationNumbers.COUNT + JudgementNumbers.COUNT;

    private final Experiment experiment;
    private final String place;
    private final ByteBuffer buffer;

    private RunValues(Experiment experiment, String place, ByteBuffer buffer) {
        this.experiment = experiment;
        this.place = place;
        this.buffer = buffer;
    }

    /** Room for the numbers of a run. */
    static RunValues room(Experiment experiment, boolean hasOrigin, int points, int recorded) {
        long bytes = bytes(experiment, hasOrigin, points, recorded);
        return new RunValues(experiment, "", ByteBuffer.allocate((int) bytes));
    }

    /**
     * The numbers that bytes hold.
     *
     * @param place of the bytes, for messages
     * @throws InvalidInput if they are more or fewer than they must be
     */
    static RunValues of(
            Experiment experiment, boolean hasOrigin, int points, int recorded, String place, byte[] bytes) {
        long needed = bytes(experiment, hasOrigin, points, recorded);
        if (bytes.length != needed) {
            throw new InvalidInput("file.session.size", place, Long.toString(needed), Integer.toString(bytes.length));
        }
        return new RunValues(experiment, place, ByteBuffer.wrap(bytes));
    }

    private static long bytes(Experiment experiment, boolean hasOrigin, int points, int recorded) {
        long parameters = experiment.layout().size();
        long sequences = experiment.task().listedSequences();
        long lines = sequences + 1;
        long now = parameters + IN_EVALUATION + sequences + (hasOrigin ? parameters : 0);
        return Double.BYTES * (now + points * (IN_POINT + 3 * lines) + recorded * perEpoch(experiment));
    }

    private static long perEpoch(Experiment experiment) {
        return IN_POSITION
                + (experiment.task().isDrawn() ? IN_CRITERION : 0)
                + IN_EVALUATION
                + experiment.task().listedSequences()
                + (long) experiment.layout().size();
    }

    /** What a recorded epoch takes. */
    static long bytesPerEpoch(Experiment experiment) {
        return Double.BYTES * perEpoch(experiment);
    }

    @SuppressWarnings("ByteBufferBackingArray") // room() allocates all of it
    byte[] bytes() {
        return buffer.array();
    }

    void put(Parameters values) {
        for (int index = 0; index < experiment.layout().size(); index++) {
            buffer.putDouble(values.get(index));
        }
    }

    Parameters parameters() {
        double[] values = new double[experiment.layout().size()];
        for (int index = 0; index < experiment.layout().size(); index++) {
            values[index] = finite();
        }
        return Parameters.of(experiment.layout(), values);
    }

    void put(Evaluation evaluation) {
        EvaluationNumbers.put(evaluation, buffer);
        put(evaluation.sequenceLoss());
        JudgementNumbers.put(evaluation.judgement(), buffer);
    }

    Evaluation evaluation() {
        double loss = finite();
        int right = count();
        int steps = count();
        int deciding = count();
        double decidingLoss = finite();
        double margin = buffer.getDouble();
        double[] losses = finite(experiment.task().listedSequences());
        Judgement judgement = JudgementNumbers.read(buffer::getDouble, this::damaged);
        if (experiment.tooLarge().isPresent()) {
            judgement = Judgement.NONE;
        }
        return new Evaluation(loss, losses, right, steps, deciding, decidingLoss, margin, judgement);
    }

    void put(LossHistory.Point point) {
        buffer.putDouble(point.recall()).putDouble(point.margin()).putDouble(point.bits());
        put(point.last());
        put(point.least());
        put(point.most());
    }

    LossHistory.Point point(int epoch) {
        double recall = finite();
        double margin = buffer.getDouble();
        double bits = buffer.getDouble();
        int lines = experiment.task().listedSequences() + 1;
        return new LossHistory.Point(epoch, recall, margin, bits, losses(lines), losses(lines), losses(lines));
    }

    void put(RecordedEpoch epoch) {
        Position position = epoch.position();
        buffer.putDouble(position.epoch())
                .putDouble(position.sequence())
                .putDouble(position.step())
                .putDouble((double) position.updates());
        epoch.criterion().ifPresent(criterion -> buffer.putDouble(criterion.bound())
                .putDouble((double) criterion.trained())
                .putDouble(criterion.inARow())
                .putDouble(criterion.largestError()));
        put(epoch.evaluation());
        put(epoch.parameters());
    }

    /** All recorded epochs, which must come in their order. */
    List<RecordedEpoch> recorded(int number) {
        List<RecordedEpoch> epochs = new ArrayList<>();
        int before = -1;
        for (int index = 0; index < number; index++) {
            Position position = new Position(count(), count(), count(), (long) finite());
            if (position.epoch() <= before) {
                throw damaged();
            }
            before = position.epoch();
            Optional<Criterion> criterion = experiment.task().isDrawn()
                    ? Optional.of(new Criterion(finite(), (long) finite(), count(), finite()))
                    : Optional.empty();
            Evaluation evaluation = evaluation();
            epochs.add(new RecordedEpoch(position, parameters(), evaluation, criterion));
        }
        return epochs;
    }

    private void put(double[] values) {
        for (double value : values) {
            buffer.putDouble(value);
        }
    }

    /** The mean, and those of the sequences, of which some are not known if the run went on from one of another task. */
    private double[] losses(int lines) {
        double[] losses = new double[lines];
        losses[0] = finite();
        for (int line = 1; line < lines; line++) {
            losses[line] = buffer.getDouble();
            if (Double.isInfinite(losses[line])) {
                throw damaged();
            }
        }
        return losses;
    }

    private double[] finite(int number) {
        double[] values = new double[number];
        for (int index = 0; index < number; index++) {
            values[index] = finite();
        }
        return values;
    }

    private double finite() {
        double value = buffer.getDouble();
        if (!Double.isFinite(value)) {
            throw damaged();
        }
        return value;
    }

    private int count() {
        double value = finite();
        if (value < 0 || value > Integer.MAX_VALUE || value != Math.rint(value)) {
            throw damaged();
        }
        return (int) value;
    }

    /** The number read last cannot stand where it stands. */
    private InvalidInput damaged() {
        return new InvalidInput("file.session.number", place, Integer.toString(buffer.position() / Double.BYTES));
    }
}
