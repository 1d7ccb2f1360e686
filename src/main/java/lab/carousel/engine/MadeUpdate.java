package lab.carousel.engine;

import lab.carousel.model.layout.Parameters;

/**
 * A weight update that was made: all that an engine made it from, and what came of it.
 *
 * @param sequence     the symbol indices of the sequence, as {@link Trainer#update} was given them
 * @param firstStep    the first step of the stretch, counted from 0
 * @param times        how many time steps the stretch had in each slot
 * @param slots        how many slots took part
 * @param learningRate the learning rate at that moment
 * @param carried      the states that the stretch started from
 * @param before       the parameters before it
 * @param after        the parameters after it
 * @param loss         what {@link Trainer#update} gave back
 */
public record MadeUpdate(
        int[] sequence,
        int firstStep,
        int times,
        int slots,
        double learningRate,
        CarriedState carried,
        Parameters before,
        Parameters after,
        double loss) {

    /** The change of every parameter: what the optimiser, with all that it remembers, made of the gradient. */
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
