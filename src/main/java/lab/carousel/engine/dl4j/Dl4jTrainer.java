package lab.carousel.engine.dl4j;

import java.util.HashMap;
import java.util.Map;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Experiment;
import lab.carousel.model.Parameters;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A Deeplearning4j network in training. */
final class Dl4jTrainer implements Trainer {

    /**
     * Each time step leaves some hundred small arrays behind, whose memory outside the Java heap is freed only when
     * their Java objects are collected. Left to itself the collector waits while they pile up: after 20,000 updates
     * of the reference the process had 4.9 GB. Collected this often it stays below 0.5 GB, at no more processor time
     * in all.
     */
    private static final int TIMES_BETWEEN_COLLECTIONS = 500;

    private final ParameterOrder order;
    private final int slots;
    private final CarryingNetwork network;
    private int timesSinceCollection;

    Dl4jTrainer(Experiment experiment, Parameters initial) {
        NativeCode.load();
        this.order = new ParameterOrder(experiment.layout());
        this.slots = experiment.hyperparameters().batchSize();
        this.network = new CarryingNetwork(Configuration.forTraining(experiment));
        network.init(order.toNetwork(initial), false);
    }

    @Override
    public double update(int[] sequence, int firstStep, int times, int slotsTaken) {
        INDArray inputs = oneHot(sequence, firstStep, times, slotsTaken);
        INDArray targets = oneHot(sequence, firstStep + 1, times, slotsTaken);
        double loss = slotsTaken == slots ? network.update(inputs, targets) : updateFirstSlots(inputs, targets);
        collectGarbage(times);
        return loss / times;
    }

    private void collectGarbage(int times) {
        timesSinceCollection += times;
        if (timesSinceCollection >= TIMES_BETWEEN_COLLECTIONS) {
            timesSinceCollection = 0;
            System.gc();
        }
    }

    /**
     * The symbols from a given one on as one-hot vectors.
     *
     * @return {@code [slots, K, times]}
     */
    private INDArray oneHot(int[] sequence, int first, int times, int slotsTaken) {
        INDArray vectors = Nd4j.zeros(DataType.DOUBLE, slotsTaken, order.layout().symbols(), times);
        for (int time = 0; time < times; time++) {
            for (int slot = 0; slot < slotsTaken; slot++) {
                vectors.putScalar(slot, sequence[first + time * slots + slot], time, 1);
            }
        }
        return vectors;
    }

    /** An update in which only the first slots take part; the others keep their state. */
    private double updateFirstSlots(INDArray inputs, INDArray targets) {
        long taken = inputs.size(0);
        Map<String, INDArray> all = network.state();
        Map<String, INDArray> first = new HashMap<>();
        all.forEach((name, vectors) -> first.put(name, rows(vectors, taken).dup()));
        network.setState(first);
        double loss = network.update(inputs, targets);
        Map<String, INDArray> merged = new HashMap<>();
        network.state().forEach((name, vectors) -> {
            INDArray before = all.get(name);
            INDArray after = before == null ? Nd4j.zeros(DataType.DOUBLE, slots, vectors.size(1)) : before.dup();
            rows(after, taken).assign(vectors);
            merged.put(name, after);
        });
        network.setState(merged);
        return loss;
    }

    private static INDArray rows(INDArray vectors, long count) {
        return vectors.get(NDArrayIndex.interval(0, count), NDArrayIndex.all());
    }

    @Override
    public void resetState() {
        network.rnnClearPreviousState();
    }

    @Override
    public Parameters parameters() {
        return order.fromNetwork(network.params());
    }

    @Override
    public void setLearningRate(double rate) {
        network.setLearningRate(rate);
    }

    @Override
    public void close() {
        network.close();
    }
}
