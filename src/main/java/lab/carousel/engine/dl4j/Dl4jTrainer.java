package lab.carousel.engine.dl4j;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import lab.carousel.engine.CarriedState;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.TrainerMemory;
import lab.carousel.engine.dl4j.Configuration.WeightedLoss;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;
import org.deeplearning4j.nn.layers.recurrent.LSTM;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

final class Dl4jTrainer implements Trainer {

    /**
     * Each time step leaves some hundred small arrays behind, whose memory outside the Java heap is freed only when
     * their Java objects are collected. Left to itself the collector waits while they pile up: after 20,000 updates
     * of the reference the process had 4.9 GB. Collected this often it stays at some 0.55 GB, at no more processor
     * time in all.
     */
    private static final int TIMES_BETWEEN_COLLECTIONS = 500;

    private final ParameterOrder order;
    /** The first parameter that learns, in Deeplearning4j's order and ours. */
    private final int firstLearned;

    private final int slots;
    private final int lag;
    private final LossWeighting lossWeighting;
    private final WeightedLoss loss;
    private final CarryingNetwork network;
    private int timesSinceCollection;

    Dl4jTrainer(Hyperparameters hyperparameters, Parameters initial) {
        NativeCode.load();
        this.order = new ParameterOrder(initial.layout());
        this.firstLearned = hyperparameters.isOutputOnly() ? initial.layout().outputKernel() : 0;
        this.slots = hyperparameters.get(Settings.BATCH_SIZE);
        this.lag = hyperparameters.get(Settings.LAG);
        this.lossWeighting = hyperparameters.get(Settings.LOSS_WEIGHTING);
        this.loss = new WeightedLoss(
                hyperparameters.get(Settings.OUTPUT), initial.layout().outputs());
        this.network = new CarryingNetwork(Configuration.forTraining(hyperparameters, initial.layout(), loss));
        network.init(order.toNetwork(initial), false);
    }

    @Override
    public double update(Steps steps, int firstStep, int times, int slotsTaken) {
        ParameterLayout layout = order.layout();
        int timeSteps = times * lag;
        // [slots, K, times]
        INDArray inputs = Nd4j.zeros(DataType.DOUBLE, slotsTaken, layout.symbols(), timeSteps);
        INDArray targets = Nd4j.zeros(DataType.DOUBLE, slotsTaken, layout.outputs(), timeSteps);
        INDArray weights = Nd4j.zeros(DataType.DOUBLE, slotsTaken, timeSteps);
        int scored = 0;
        for (int time = 0; time < timeSteps; time++) {
            for (int slot = 0; slot < slotsTaken; slot++) {
                int step = firstStep + time / lag * slots + slot;
                int symbolsToGo = lag - 1 - time % lag;
                double weight = symbolsToGo > 0 ? 0 : lossWeighting.of(steps, step);
                for (int k = 0; k < layout.symbols(); k++) {
                    inputs.putScalar(slot, k, time, steps.fed(step - symbolsToGo, k));
                }
                for (int k = 0; k < layout.outputs() && weight > 0; k++) {
                    targets.putScalar(slot, k, time, steps.target(step).wanted(k));
                }
                weights.putScalar(slot, time, weight);
                scored += weight > 0 ? 1 : 0;
            }
        }
        loss.weigh(weights);
        double mean =
                slotsTaken == slots ? network.update(inputs, targets) : updateFirstSlots(inputs, targets, slotsTaken);
        collectGarbage(timeSteps);
        return scored == 0 ? 0 : mean * slotsTaken / scored;
    }

    private void collectGarbage(int times) {
        timesSinceCollection += times;
        if (timesSinceCollection >= TIMES_BETWEEN_COLLECTIONS) {
            timesSinceCollection = 0;
            GarbageCollection.MACHINE.ask();
        }
    }

    /** An update in which only the first slots take part; the others keep their state. */
    private double updateFirstSlots(INDArray inputs, INDArray targets, int taken) {
        List<Map<String, INDArray>> all = network.state();
        network.setState(all.stream().map(vectors -> firstRows(vectors, taken)).toList());
        double loss = network.update(inputs, targets);
        List<Map<String, INDArray>> after = network.state();
        network.setState(IntStream.range(0, all.size())
                .mapToObj(layer -> merged(all.get(layer), after.get(layer), taken))
                .toList());
        return loss;
    }

    private static Map<String, INDArray> firstRows(Map<String, INDArray> state, int count) {
        Map<String, INDArray> first = new HashMap<>();
        state.forEach((name, vectors) -> first.put(name, rows(vectors, count).dup()));
        return first;
    }

    private Map<String, INDArray> merged(Map<String, INDArray> before, Map<String, INDArray> first, int count) {
        Map<String, INDArray> merged = new HashMap<>();
        first.forEach((name, vectors) -> {
            INDArray old = before.get(name);
            INDArray all = old == null ? Nd4j.zeros(DataType.DOUBLE, slots, vectors.size(1)) : old.dup();
            rows(all, count).assign(vectors);
            merged.put(name, all);
        });
        return merged;
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
    public Optional<CarriedState> carried() {
        int units = order.layout().units();
        CarriedState carried = new CarriedState(
                new double[slots][order.layout().allUnits()],
                new double[slots][order.layout().allUnits()]);
        List<Map<String, INDArray>> states = network.state();
        for (int layer = 0; layer < states.size(); layer++) {
            copy(states.get(layer).get(LSTM.STATE_KEY_PREV_ACTIVATION), carried.hidden(), layer * units);
            copy(states.get(layer).get(LSTM.STATE_KEY_PREV_MEMCELL), carried.cell(), layer * units);
        }
        return Optional.of(carried);
    }

    /** Deeplearning4j keeps the moments of what learns one after the other, each in the order of its parameters. */
    @Override
    public Optional<TrainerMemory> memory() {
        INDArray moments = network.getUpdater().getStateViewArray();
        int learned = order.layout().size() - firstLearned;
        List<Parameters> read = new ArrayList<>();
        for (int start = 0; moments != null && start < moments.length(); start += learned) {
            INDArray all = Nd4j.zeros(DataType.DOUBLE, order.layout().size());
            part(all, firstLearned, learned).assign(part(moments, start, learned));
            read.add(order.fromNetwork(all));
        }
        return Optional.of(
                new TrainerMemory(read, network.getIterationCount(), carried().orElseThrow()));
    }

    private static INDArray part(INDArray moments, long start, long length) {
        return moments.reshape(moments.length()).get(NDArrayIndex.interval(start, start + length));
    }

    @Override
    public void remember(TrainerMemory memory) {
        INDArray moments = network.getUpdater().getStateViewArray();
        int learned = order.layout().size() - firstLearned;
        for (int moment = 0; moment < memory.moments().size(); moment++) {
            INDArray all = order.toNetwork(memory.moments().get(moment));
            part(moments, (long) moment * learned, learned).assign(part(all, firstLearned, learned));
        }
        network.setIterationCount((int) memory.updates());
        List<Map<String, INDArray>> states = new ArrayList<>();
        for (int layer = 0; layer < network.state().size(); layer++) {
            Map<String, INDArray> vectors = new HashMap<>();
            vectors.put(LSTM.STATE_KEY_PREV_ACTIVATION, part(memory.carried().hidden(), layer));
            if (order.layout().cell() == Cell.LSTM) {
                vectors.put(LSTM.STATE_KEY_PREV_MEMCELL, part(memory.carried().cell(), layer));
            }
            states.add(vectors);
        }
        network.setState(states);
    }

    /** The vectors of one layer, {@code [slots, H]}. */
    private INDArray part(double[][] joined, int layer) {
        int units = order.layout().units();
        double[][] vectors = new double[slots][];
        for (int slot = 0; slot < slots; slot++) {
            vectors[slot] = Arrays.copyOfRange(joined[slot], layer * units, (layer + 1) * units);
        }
        return Nd4j.createFromArray(vectors);
    }

    /** Vectors that are not there are zero: nothing is carried after a reset. */
    private static void copy(@Nullable INDArray vectors, double[][] joined, int first) {
        for (int slot = 0; vectors != null && slot < joined.length; slot++) {
            for (int unit = 0; unit < vectors.size(1); unit++) {
                joined[slot][first + unit] = vectors.getDouble(slot, unit);
            }
        }
    }

    @Override
    public void setLearningRate(double rate) {
        // All at once where all learn: different rates on the way would rebuild the optimiser's memory
        if (firstLearned == 0) {
            network.setLearningRate(rate);
        } else {
            network.setLearningRate(network.getnLayers() - 1, rate);
        }
    }

    @Override
    public void close() {
        network.close();
    }

    /**
     * Lets the Java machine look for what is not used any more while all threads go on. {@code System.gc()} holds up all of
     * them, the window too, for up to two seconds on busy cores, unless the machine was started with an option that a jar
     * cannot give itself. But the usual collector also collects beside the program when there was no collection for an
     * interval, and the interval can be set at any time: it is made short until the collection has been.
     */
    static final class GarbageCollection {

        private static final String INTERVAL_OPTION = "G1PeriodicGCInterval";
        /** What a notification gives as the cause of a collection that the interval led to. */
        private static final String CAUSE = "G1 Periodic Collection";
        /** Milliseconds between collections of which one is wanted now. */
        private static final String NOW = "100";

        private static final GarbageCollection MACHINE = ofMachine();

        private final Optional<Consumer<String>> interval;
        private final String usual;
        private final Runnable atOnce;
        private final AtomicBoolean isWanted = new AtomicBoolean();

        /**
         * @param interval sets the interval in milliseconds; empty if the collector has none
         * @param usual    the interval while no collection is wanted
         * @param atOnce   collects where there is no interval
         */
        GarbageCollection(Optional<Consumer<String>> interval, String usual, Runnable atOnce) {
            this.interval = interval;
            this.usual = usual;
            this.atOnce = atOnce;
        }

        private static GarbageCollection ofMachine() {
            HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            boolean isUsual = ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .anyMatch(collector -> collector.getName().startsWith("G1"));
            if (machine == null || !isUsual) {
                return new GarbageCollection(Optional.empty(), "", System::gc);
            }
            GarbageCollection collection = new GarbageCollection(
                    Optional.of(millis -> machine.setVMOption(INTERVAL_OPTION, millis)),
                    machine.getVMOption(INTERVAL_OPTION).getValue(),
                    System::gc);
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                // Each of the platform's emits notifications; what listens lives as long as the machine
                ((NotificationEmitter) collector)
                        .addNotificationListener(
                                (notification, handback) -> collection.collected(GarbageCollectionNotificationInfo.from(
                                                (CompositeData) notification.getUserData())
                                        .getGcCause()),
                                null,
                                null);
            }
            return collection;
        }

        /** Asks for a collection soon. Where the collector cannot work beside the program, it has been when this returns. */
        void ask() {
            if (interval.isEmpty()) {
                atOnce.run();
            } else if (isWanted.compareAndSet(false, true)) {
                interval.get().accept(NOW);
            }
        }

        void collected(String cause) {
            if (cause.equals(CAUSE) && isWanted.compareAndSet(true, false)) {
                interval.ifPresent(set -> set.accept(usual));
            }
        }
    }
}
