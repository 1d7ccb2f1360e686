package lab.carousel.training;

import java.util.SplittableRandom;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Order;
import lab.carousel.model.RandomStreams;
import lab.carousel.model.ResetPolicy;

/**
 * Walks through the epochs of an experiment: which stretch of which sequence makes the next weight update, and when the
 * state is reset. The same for every engine.
 */
final class Schedule {

    private final int[][] sequences;
    private final Hyperparameters hyperparameters;
    private final SplittableRandom shuffles;
    private final int[] order;
    /** The first step of a sequence: the first with a whole lag before it. */
    private final int firstStep;

    private int epoch;
    private int place;
    private int step;
    private Position position = Position.START;

    Schedule(Experiment experiment) {
        this.sequences = experiment.task().encoded();
        this.hyperparameters = experiment.hyperparameters();
        this.shuffles = RandomStreams.of(hyperparameters.seed()).shuffles();
        this.firstStep = hyperparameters.lag() - 1;
        this.step = firstStep;
        this.order = new int[sequences.length];
        for (int s = 0; s < order.length; s++) {
            order[s] = s;
        }
    }

    /** How many updates an epoch has, in any order of the sequences. */
    long updatesPerEpoch() {
        int batch = hyperparameters.batchSize();
        long interval = hyperparameters.updateInterval().steps();
        long updates = 0;
        for (int[] sequence : sequences) {
            int steps = sequence.length - 1 - firstStep;
            int fullGroups = steps / batch;
            int partialGroups = steps % batch == 0 ? 0 : 1;
            updates += (fullGroups + interval - 1) / interval + partialGroups;
        }
        return updates;
    }

    /** Where the last update left the run. */
    Position position() {
        return position;
    }

    /** Whether the last update was the last of its epoch. */
    boolean isAtEndOfEpoch() {
        return place == 0 && step == firstStep;
    }

    /**
     * Makes the next update.
     *
     * @return the loss that the trainer reports
     */
    double advance(Trainer trainer) {
        if (isAtEndOfEpoch() && hyperparameters.order() == Order.SHUFFLED) {
            shuffle();
        }
        if (hyperparameters.resetPolicy() == ResetPolicy.EVERY_STEP) {
            trainer.resetState();
        }
        int index = order[place];
        int[] sequence = sequences[index];
        int batch = hyperparameters.batchSize();
        int stepsLeft = sequence.length - 1 - step;
        int slots = Math.min(batch, stepsLeft);
        int times = Math.min(hyperparameters.updateInterval().steps(), stepsLeft / slots);
        double loss = trainer.update(sequence, step, times, slots);
        step += times * slots;
        int lastStep = step;
        if (step == sequence.length - 1) {
            endSequence(trainer);
        }
        position = new Position(epoch, index + 1, lastStep, position.updates() + 1);
        return loss;
    }

    private void endSequence(Trainer trainer) {
        step = firstStep;
        place++;
        if (hyperparameters.resetPolicy() == ResetPolicy.AFTER_SEQUENCE) {
            trainer.resetState();
        }
        if (place == order.length) {
            place = 0;
            epoch++;
            if (hyperparameters.resetPolicy() == ResetPolicy.AFTER_EPOCH) {
                trainer.resetState();
            }
        }
    }

    /** Fisher and Yates's shuffle. */
    private void shuffle() {
        for (int last = order.length - 1; last > 0; last--) {
            int other = shuffles.nextInt(last + 1);
            int kept = order[last];
            order[last] = order[other];
            order[other] = kept;
        }
    }
}
