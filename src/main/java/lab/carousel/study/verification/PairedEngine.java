package lab.carousel.study.verification;

import java.util.List;
import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Two engines that are given the same updates, one beside the other; keeps how far apart they come.
 *
 * <p>At a wild learning rate a rounding error can grow with every update until it is as large as the weights; two right
 * engines then come to different numbers. So the first engine trains a second time, from weights that are off by a few
 * rounding errors: as long as that changes next to nothing the training is steady, and only so long are the engines
 * compared.
 */
final class PairedEngine implements Engine {

    private final Engine first;
    private final Engine second;
    private @Nullable Pair pair;

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
        Pair started = new Pair(
                first.start(experiment, initial),
                second.start(experiment, initial),
                first.start(experiment, Nudge.of(initial)));
        pair = started;
        return started;
    }

    int updates() {
        return pair == null ? 0 : pair.updates;
    }

    /** Whether the training has been steady so far. */
    boolean isSteady() {
        return pair == null || pair.isSteady;
    }

    /** The largest difference of the loss of an update that was compared. */
    double lossDifference() {
        return pair == null ? 0 : pair.lossDifference;
    }

    /** The largest difference of a weight after the last update that was compared. */
    double weightDifference() {
        return pair == null ? 0 : pair.weightDifference;
    }

    private static final class Pair implements Trainer {

        private final Trainer first;
        private final Trainer second;
        private final Trainer nudged;
        private int updates;
        private boolean isSteady = true;
        private double lossDifference;
        private double weightDifference;

        Pair(Trainer first, Trainer second, Trainer nudged) {
            this.first = first;
            this.second = second;
            this.nudged = nudged;
        }

        @Override
        public double update(int[] sequence, int firstStep, int times, int slots) {
            double loss = first.update(sequence, firstStep, times, slots);
            double other = second.update(sequence, firstStep, times, slots);
            double near = nudged.update(sequence, firstStep, times, slots);
            double[] weights = first.parameters().toArray();
            isSteady &= Nudge.isSteady(Difference.of(loss, near))
                    && Nudge.isSteady(
                            Difference.largest(weights, nudged.parameters().toArray()));
            if (isSteady) {
                updates++;
                lossDifference = Math.max(lossDifference, Difference.of(loss, other));
                weightDifference =
                        Difference.largest(weights, second.parameters().toArray());
            }
            return loss;
        }

        @Override
        public void resetState() {
            all().forEach(Trainer::resetState);
        }

        @Override
        public Parameters parameters() {
            return first.parameters();
        }

        @Override
        public void setLearningRate(double rate) {
            all().forEach(trainer -> trainer.setLearningRate(rate));
        }

        @Override
        public void close() {
            all().forEach(Trainer::close);
        }

        private List<Trainer> all() {
            return List.of(first, second, nudged);
        }
    }
}
