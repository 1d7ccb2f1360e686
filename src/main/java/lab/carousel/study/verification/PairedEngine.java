package lab.carousel.study.verification;

import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Parameters;

/** Two engines that are given the same updates, one beside the other; keeps how far apart they come. */
final class PairedEngine implements Engine {

    private final Engine first;
    private final Engine second;
    private Pair pair;

    PairedEngine(Engine first, Engine second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public EngineName name() {
        return first.name();
    }

    @Override
    public Trainer start(Experiment experiment, Parameters initial) {
        pair = new Pair(first.start(experiment, initial), second.start(experiment, initial));
        return pair;
    }

    /** The largest difference of the loss of an update so far; 0 before the start. */
    double lossDifference() {
        return pair == null ? 0 : pair.lossDifference;
    }

    /** The largest difference of a weight now; 0 before the start. */
    double weightDifference() {
        return pair == null
                ? 0
                : Difference.largest(
                        pair.first.parameters().toArray(),
                        pair.second.parameters().toArray());
    }

    private static final class Pair implements Trainer {

        private final Trainer first;
        private final Trainer second;
        private double lossDifference;

        Pair(Trainer first, Trainer second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public double update(int[] sequence, int firstStep, int times, int slots) {
            double loss = first.update(sequence, firstStep, times, slots);
            double other = second.update(sequence, firstStep, times, slots);
            lossDifference = Math.max(lossDifference, Difference.of(loss, other));
            return loss;
        }

        @Override
        public void resetState() {
            first.resetState();
            second.resetState();
        }

        @Override
        public Parameters parameters() {
            return first.parameters();
        }

        @Override
        public void setLearningRate(double rate) {
            first.setLearningRate(rate);
            second.setLearningRate(rate);
        }

        @Override
        public void close() {
            first.close();
            second.close();
        }
    }
}
