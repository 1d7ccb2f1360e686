package lab.carousel.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;

/** An engine that trains nothing and writes down what it is asked to do. Each update adds 1 to the last output bias. */
class RecordingEngine implements Engine {

    /** What a trainer was asked to do: "[3, 0] from 0: 1 x 1" is an update of 1 time and 1 slot. */
    final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    final AtomicInteger updates = new AtomicInteger();
    final AtomicInteger trainersClosed = new AtomicInteger();

    @Override
    public Trainer start(Experiment experiment, Parameters initial) {
        return new Recorder(initial);
    }

    /** Reports this loss at one of its updates, and 1 at all others. */
    static RecordingEngine divergingAt(int diverging, double reported) {
        return new RecordingEngine() {
            @Override
            double loss(int update) {
                return update == diverging ? reported : 1;
            }
        };
    }

    /** Called within each update; gives the loss. */
    double loss(int update) {
        return 1.0 / update;
    }

    /** The parameters after so many updates. */
    Parameters parameters(Parameters initial, int update) {
        double[] values = initial.toArray();
        values[values.length - 1] += update;
        return Parameters.of(initial.layout(), values);
    }

    private final class Recorder implements Trainer {

        private final Parameters initial;

        Recorder(Parameters initial) {
            this.initial = initial;
        }

        @Override
        public double update(Steps sequence, int firstStep, int times, int slots) {
            calls.add(Arrays.toString(sequence.symbols()) + " from " + firstStep + ": " + times + " x " + slots);
            return loss(updates.incrementAndGet());
        }

        @Override
        public void resetState() {
            calls.add("reset");
        }

        @Override
        public Parameters parameters() {
            return RecordingEngine.this.parameters(initial, updates.get());
        }

        @Override
        public void setLearningRate(double rate) {
            calls.add("rate " + rate);
        }

        @Override
        public void close() {
            trainersClosed.incrementAndGet();
        }
    }
}
