package lab.carousel.engine;

import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Steps;

/**
 * A weight update: what an engine made it from, and what came of it.
 *
 * @param steps of the whole sequence
 * @param firstStep counted from 0
 * @param times time steps in each slot
 * @param slots that took part
 * @param loss as {@link Trainer#update} returns it
 */
public record UpdateRecord(
        Steps steps,
        int firstStep,
        int times,
        int slots,
        double learningRate,
        CarriedState carried,
        Parameters before,
        Parameters after,
        double loss) {

    public double[] change() {
        double[] change = after.toArray();
        for (int index = 0; index < change.length; index++) {
            change[index] -= before.get(index);
        }
        return change;
    }

    /** Whether a step of the sequence, counted from 0, took part. */
    public boolean includes(int step, int batchSize) {
        int distance = step - firstStep;
        return distance >= 0 && distance % batchSize < slots && distance / batchSize < times;
    }
}
