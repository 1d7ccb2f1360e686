package lab.carousel.engine.kernel;

import java.util.List;
import java.util.Optional;
import lab.carousel.engine.CarriedState;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.TrainerMemory;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;

/** Trains a network: forward through a stretch, back through it, down the gradient. Allocates nothing per update. */
final class KernelTrainer implements Trainer {

    private final int lag;
    private final Weights weights;
    private final SegmentPass pass;
    private final Updater updater;
    private final Gradient gradient;
    private final double clipping;
    private final boolean isOutputOnly;
    private double learningRate;

    KernelTrainer(Hyperparameters hyperparameters, Parameters initial) {
        ParameterLayout layout = initial.layout();
        lag = hyperparameters.get(Settings.LAG);
        learningRate = hyperparameters.get(Settings.LEARNING_RATE);
        weights = new Weights(layout);
        weights.set(initial);
        pass = new SegmentPass(hyperparameters, layout, weights);
        isOutputOnly = hyperparameters.isOutputOnly();
        gradient = new Gradient(layout, isOutputOnly);
        clipping = hyperparameters.get(Settings.CLIPPING);
        updater = new Updater(hyperparameters, layout);
    }

    @Override
    public double update(Steps steps, int firstStep, int times, int slots) {
        return update(steps, firstStep, times, slots, true);
    }

    @Override
    public boolean learn(Steps steps, int firstStep, int times, int slots) {
        return Double.isFinite(update(steps, firstStep, times, slots, false));
    }

    private double update(Steps steps, int firstStep, int times, int slots, boolean tellLoss) {
        int rows = times * lag * slots;
        pass.begin(rows, slots);
        pass.load(0, slots);
        double loss = pass.forward(steps, firstStep, 0, rows, slots, tellLoss);
        pass.store(rows, slots);
        if (!isOutputOnly) {
            pass.backward(rows, slots);
        }
        gradient.compute(pass.memory, rows, slots);
        updater.begin(learningRate);
        gradient.descend(weights, updater, clipping);
        return pass.memory.scored == 0 ? 0 : loss / pass.memory.scored;
    }

    @Override
    public void resetState() {
        pass.reset();
    }

    @Override
    public Parameters parameters() {
        return weights.parameters();
    }

    @Override
    public Parameters parameters(Parameters over) {
        return weights.parameters(over);
    }

    @Override
    public Optional<CarriedState> carried() {
        return Optional.of(pass.carried());
    }

    @Override
    public Optional<TrainerMemory> memory() {
        return Optional.of(new TrainerMemory(
                updater.moments().stream().map(Weights::parameters).toList(), updater.updates(), pass.carried()));
    }

    @Override
    public void remember(TrainerMemory memory) {
        List<Weights> moments = updater.moments();
        for (int moment = 0; moment < moments.size(); moment++) {
            moments.get(moment).set(memory.moments().get(moment));
        }
        updater.setUpdates(memory.updates());
        pass.setCarried(memory.carried());
    }

    @Override
    public void setLearningRate(double rate) {
        learningRate = rate;
    }

    @Override
    public void close() {
        // Nothing but arrays.
    }
}
