package lab.carousel.engine;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;

/** A stretch of a sequence, as {@link Trainer#update} takes it. */
public record Stretch(Steps sequence, int firstStep, int times, int slots, boolean endsSequence) {

    /** All stretches of an epoch, in order. */
    public static List<Stretch> of(Experiment experiment) {
        List<Stretch> stretches = new ArrayList<>();
        int batch = experiment.hyperparameters().get(Settings.BATCH_SIZE);
        for (Steps sequence : experiment.task().encoded()) {
            int steps = sequence.size();
            int step = experiment.hyperparameters().get(Settings.LAG) - 1;
            while (step < steps) {
                int slots = Math.min(batch, steps - step);
                int times = Math.min(
                        experiment
                                .hyperparameters()
                                .get(Settings.UPDATE_INTERVAL)
                                .steps(),
                        (steps - step) / slots);
                int next = step + times * slots;
                stretches.add(new Stretch(sequence, step, times, slots, next == steps));
                step = next;
            }
        }
        return stretches;
    }

    /** The last step that takes part, counted from 0. */
    public int lastStep() {
        return firstStep + times * slots - 1;
    }

    public double update(Trainer trainer) {
        return trainer.update(sequence, firstStep, times, slots);
    }

    /** Makes the update and keeps what belongs to it. */
    public UpdateRecord made(Trainer trainer) {
        CarriedState carried = trainer.carried().orElseThrow();
        Parameters before = trainer.parameters();
        double loss = update(trainer);
        return new UpdateRecord(sequence, firstStep, times, slots, 1, carried, before, trainer.parameters(), loss);
    }
}
