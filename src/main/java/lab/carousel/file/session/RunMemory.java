package lab.carousel.file.session;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import lab.carousel.engine.CarriedState;
import lab.carousel.engine.TrainerMemory;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.text.InvalidInput;

/**
 * What the trainer of a run knows besides the weights, as numbers of eight bytes like {@link RunValues}: how many updates
 * its optimiser has made, then P for each of its moments, then h and then c of each slot of the batch, the units of all
 * layers one after the other.
 */
final class RunMemory {

    private RunMemory() {}

    private static long size(Experiment experiment) {
        long states = 2L
                * experiment.hyperparameters().batchSize()
                * experiment.layout().allUnits();
        long moments = TrainerMemory.moments(experiment.hyperparameters());
        return Double.BYTES * (1 + moments * experiment.layout().size() + states);
    }

    static byte[] bytes(Experiment experiment, TrainerMemory memory) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(size(experiment)));
        buffer.putDouble((double) memory.updates());
        for (Parameters moment : memory.moments()) {
            put(moment.toArray(), buffer);
        }
        for (double[] slot : memory.carried().hidden()) {
            put(slot, buffer);
        }
        for (double[] slot : memory.carried().cell()) {
            put(slot, buffer);
        }
        return buffer.array();
    }

    private static void put(double[] values, ByteBuffer buffer) {
        for (double value : values) {
            buffer.putDouble(value);
        }
    }

    /**
     * The memory that bytes hold.
     *
     * @param place   of the bytes, for messages
     * @param updates those that the run has made
     * @throws InvalidInput if it cannot be that of a run of the experiment
     */
    static TrainerMemory read(Experiment experiment, long updates, String place, byte[] bytes) {
        if (bytes.length != size(experiment)) {
            throw new InvalidInput(
                    "file.session.size", place, Long.toString(size(experiment)), Integer.toString(bytes.length));
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        double made = finite(buffer, place);
        if (made < 0 || made > updates || made != Math.rint(made)) {
            throw damaged(buffer, place);
        }
        List<Parameters> moments = new ArrayList<>();
        for (int moment = 0; moment < TrainerMemory.moments(experiment.hyperparameters()); moment++) {
            moments.add(Parameters.of(
                    experiment.layout(),
                    numbers(buffer, place, experiment.layout().size())));
        }
        return new TrainerMemory(
                moments,
                (long) made,
                new CarriedState(states(experiment, buffer, place), states(experiment, buffer, place)));
    }

    private static double[][] states(Experiment experiment, ByteBuffer buffer, String place) {
        double[][] states = new double[experiment.hyperparameters().batchSize()][];
        for (int slot = 0; slot < states.length; slot++) {
            states[slot] = numbers(buffer, place, experiment.layout().allUnits());
        }
        return states;
    }

    private static double[] numbers(ByteBuffer buffer, String place, int count) {
        double[] numbers = new double[count];
        for (int index = 0; index < count; index++) {
            numbers[index] = finite(buffer, place);
        }
        return numbers;
    }

    private static double finite(ByteBuffer buffer, String place) {
        double value = buffer.getDouble();
        if (!Double.isFinite(value)) {
            throw damaged(buffer, place);
        }
        return value;
    }

    /** The number read last cannot stand where it stands. */
    private static InvalidInput damaged(ByteBuffer buffer, String place) {
        return new InvalidInput("file.session.number", place, Integer.toString(buffer.position() / Double.BYTES));
    }
}
