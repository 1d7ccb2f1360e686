package lab.carousel.training;

import java.util.Optional;
import lab.carousel.engine.CarriedState;
import lab.carousel.engine.ForwardingTrainer;
import lab.carousel.engine.MadeUpdate;
import lab.carousel.engine.Trainer;
import lab.carousel.model.layout.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * A trainer that, while it is watched, keeps what its last update was made from and what came of it. That takes a copy
 * of the parameters per update; unwatched it takes nothing.
 */
final class WatchedTrainer extends ForwardingTrainer {

    private double learningRate;
    private boolean isWatched;
    /** The last update; null if it was not watched. */
    private @Nullable MadeUpdate last;

    WatchedTrainer(Trainer trainer, double learningRate) {
        super(trainer);
        setLearningRate(learningRate);
    }

    /** Decides whether the next updates are watched. */
    void watch(boolean watched) {
        isWatched = watched;
    }

    /** The last update made; empty if there was none, or nobody watched it. */
    Optional<MadeUpdate> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public double update(int[] sequence, int firstStep, int times, int slots) {
        Optional<CarriedState> carried = isWatched ? trainer.carried() : Optional.empty();
        if (carried.isEmpty()) {
            last = null;
            return trainer.update(sequence, firstStep, times, slots);
        }
        Parameters before = last == null ? trainer.parameters() : last.after();
        double loss = trainer.update(sequence, firstStep, times, slots);
        last = new MadeUpdate(
                sequence, firstStep, times, slots, learningRate, carried.get(), before, trainer.parameters(), loss);
        return loss;
    }

    @Override
    public boolean learn(int[] sequence, int firstStep, int times, int slots) {
        if (isWatched) {
            return Double.isFinite(update(sequence, firstStep, times, slots));
        }
        last = null;
        return trainer.learn(sequence, firstStep, times, slots);
    }

    @Override
    public void setLearningRate(double rate) {
        learningRate = rate;
        super.setLearningRate(rate);
    }
}
