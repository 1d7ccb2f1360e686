package lab.carousel.engine.kernel;

import lab.carousel.engine.UpdateRecord;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;

/**
 * What happened in a weight update: it is gone through once more, from the same parameters and the same carried states,
 * by the arithmetic of the kernel. Nothing of it touches the run.
 *
 * @param reach    how far its gradient goes back, in the slot of that step
 * @param gradient of the loss with respect to every parameter, in the order of the layout, before clipping
 * @param factor   what clipping multiplies the gradient by; 1 if it leaves it as it is
 */
public record UpdateTrace(
        UpdateRecord update, StepAccount step, GradientReach reach, double[] gradient, double norm, double factor) {

    /** The account of a step, counted from 0; if it did not take part, of the last that did. */
    public static UpdateTrace of(Experiment experiment, UpdateRecord update, int step) {
        Hyperparameters hyperparameters = experiment.trained();
        Weights weights = new Weights(update.before().layout());
        weights.set(update.before());
        double[] gradient = gradient(hyperparameters, update, weights);
        double sum = 0;
        for (double slope : gradient) {
            sum += slope * slope;
        }
        double norm = Math.sqrt(sum);
        double clipping = hyperparameters.get(Settings.CLIPPING);
        double factor = clipping == Settings.NO_CLIPPING ? 1 : Math.min(1, clipping / norm);
        int batch = hyperparameters.get(Settings.BATCH_SIZE);
        int last = update.firstStep() + (update.times() - 1) * batch + update.slots() - 1;
        BackwardAccount back =
                new BackwardAccount(hyperparameters, update, weights, update.includes(step, batch) ? step : last);
        return new UpdateTrace(update, back.account, back.reach(), gradient, norm, factor);
    }

    private static double[] gradient(Hyperparameters hyperparameters, UpdateRecord update, Weights weights) {
        SegmentPass pass = new SegmentPass(hyperparameters, weights.layout, weights);
        int slots = update.slots();
        int rows = update.times() * hyperparameters.get(Settings.LAG) * slots;
        pass.setCarried(update.carried());
        pass.begin(rows, slots);
        pass.load(0, slots);
        pass.forward(update.steps(), update.firstStep(), 0, rows, slots, false);
        pass.backward(rows, slots);
        Gradient gradient = new Gradient(weights.layout, hyperparameters.isOutputOnly());
        gradient.compute(pass.memory, rows, slots);
        return gradient.parameters().toArray();
    }
}
