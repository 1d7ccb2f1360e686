package lab.carousel.engine;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.UpdateInterval;

/** A stretch of a sequence, as {@link Trainer#update} takes it. */
public record Stretch(int[] sequence, int firstStep, int times, int slots, boolean endsSequence) {

    /** How a sequence is cut into updates. */
    public record Cut(UpdateInterval interval, int batchSize) {}

    /** Cuts of all kinds. */
    public static List<Cut> cuts() {
        return List.of(
                new Cut(UpdateInterval.ONE_STEP, 1),
                new Cut(new UpdateInterval(2), 1),
                new Cut(UpdateInterval.WHOLE_SEQUENCE, 1),
                new Cut(UpdateInterval.ONE_STEP, 2),
                new Cut(UpdateInterval.WHOLE_SEQUENCE, 2),
                new Cut(UpdateInterval.ONE_STEP, 4));
    }

    /** All stretches of an epoch, in order. */
    public static List<Stretch> of(Experiment experiment) {
        List<Stretch> stretches = new ArrayList<>();
        int batch = experiment.hyperparameters().batchSize();
        for (int[] sequence : experiment.task().encoded()) {
            int steps = sequence.length - 1;
            int step = experiment.hyperparameters().lag() - 1;
            while (step < steps) {
                int slots = Math.min(batch, steps - step);
                int times =
                        Math.min(experiment.hyperparameters().updateInterval().steps(), (steps - step) / slots);
                int next = step + times * slots;
                stretches.add(new Stretch(sequence, step, times, slots, next == steps));
                step = next;
            }
        }
        return stretches;
    }

    /** Makes the update. */
    public double update(Trainer trainer) {
        return trainer.update(sequence, firstStep, times, slots);
    }
}
