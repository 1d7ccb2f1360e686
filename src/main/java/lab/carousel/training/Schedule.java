package lab.carousel.training;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Order;
import lab.carousel.model.RandomStreams;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.task.Steps;

/**
 * Walk through the epochs of an experiment: which part of which sequence makes the next weight update, and when the
 * state is reset. The same for every engine. Drawn tasks have epochs of {@value #DRAWN_PER_EPOCH} fresh sequences
 * without an order.
 */
final class Schedule {

    /** Fresh sequences of an epoch: as many as are evaluated after it. */
    static final int DRAWN_PER_EPOCH = 10;

    /** Makes a weight update from a stretch of a sequence, as {@link lab.carousel.engine.Trainer#learn} does. */
    @FunctionalInterface
    interface Learner {

        boolean learn(Steps steps, int firstStep, int times, int slots);
    }

    private final Experiment experiment;
    /** Listed sequences; none if they are drawn. */
    private final Steps[] sequences;

    /** Of a drawn task. */
    private final Optional<Supplier<Steps>> draws;

    private final SplittableRandom shuffles;
    /** Kept, because looking up hyperparameters takes a noticeable part of an update. */
    private final boolean isShuffled;

    private final ResetPolicy resets;
    private final int batch;
    private final int interval;
    private final int[] order;
    /** First step of a sequence with a whole lag before it. */
    private final int firstStep;

    private Steps sequence = Steps.of(new int[1]);
    private int epoch;
    private int place;
    private int step;
    private Position position;

    /** Starts from {@link Position#START}, or where a run goes on from an earlier one. */
    Schedule(Experiment experiment, Position start) {
        this.epoch = start.epoch();
        this.position = start;
        this.experiment = experiment;
        Hyperparameters hyperparameters = experiment.hyperparameters();
        this.isShuffled = hyperparameters.get(Settings.ORDER) == Order.SHUFFLED;
        this.resets = hyperparameters.get(Settings.RESET_POLICY);
        this.batch = hyperparameters.get(Settings.BATCH_SIZE);
        this.interval = hyperparameters.get(Settings.UPDATE_INTERVAL).steps();
        RandomStreams streams = RandomStreams.of(hyperparameters.get(Settings.SEED));
        this.shuffles = streams.shuffles();
        this.draws = experiment.task().supply().draws(streams.training(), streams.pool(), false);
        this.sequences =
                draws.isPresent() ? new Steps[0] : experiment.task().supply().learned();
        this.firstStep = hyperparameters.get(Settings.LAG) - 1;
        this.step = firstStep;
        this.order = new int[draws.isPresent() ? DRAWN_PER_EPOCH : sequences.length];
        for (int s = 0; s < order.length; s++) {
            order[s] = s;
        }
    }

    /** Updates of an epoch, in any order of the sequences; the least number if they are drawn. */
    long updatesPerEpoch() {
        if (draws.isPresent()) {
            return order.length * updatesIn(experiment.task().supply().shortestSteps());
        }
        long updates = 0;
        for (Steps listed : sequences) {
            updates += updatesIn(listed.size());
        }
        return updates;
    }

    private long updatesIn(int steps) {
        int counted = steps - firstStep;
        int fullGroups = counted / batch;
        int partialGroups = counted % batch == 0 ? 0 : 1;
        return ((long) fullGroups + interval - 1) / interval + partialGroups;
    }

    long sequencesDone() {
        return (long) epoch * order.length + place;
    }

    Position position() {
        return position;
    }

    boolean isAtEndOfEpoch() {
        return place == 0 && step == firstStep;
    }

    /** Whether a sequence begins with a step. */
    boolean isAtBeginning(int first) {
        return first == firstStep;
    }

    /** Makes the next update; false if its loss is not finite, so that the run has diverged. */
    boolean advance(Learner learner, Runnable resetState) {
        if (isAtEndOfEpoch() && isShuffled && sequences.length > 0) {
            shuffle();
        }
        int index = order[place];
        if (step == firstStep) {
            sequence = draws.isPresent() ? draws.get().get() : sequences[index];
        }
        if (resets == ResetPolicy.EVERY_STEP) {
            resetState.run();
        }
        int stepsLeft = sequence.size() - step;
        int slots = Math.min(batch, stepsLeft);
        int times = Math.min(interval, stepsLeft / slots);
        boolean isFinite = learner.learn(sequence, step, times, slots);
        step += times * slots;
        int lastStep = step;
        if (step == sequence.size()) {
            endSequence(resetState);
        }
        position = new Position(epoch, index + 1, lastStep, position.updates() + 1);
        return isFinite;
    }

    private void endSequence(Runnable resetState) {
        step = firstStep;
        place++;
        if (resets == ResetPolicy.AFTER_SEQUENCE) {
            resetState.run();
        }
        if (place == order.length) {
            place = 0;
            epoch++;
            if (resets == ResetPolicy.AFTER_EPOCH) {
                resetState.run();
            }
        }
    }

    /**
     * Moves to the position of an earlier run without training; draws what that one drew.
     *
     * @throws IllegalArgumentException if no run of this experiment is ever there
     */
    void skipTo(Position target) {
        long updates = updatesPerEpoch();
        while (epoch < target.epoch()) {
            skipEpoch(updates);
        }
        while (position.updates() < target.updates() && epoch == target.epoch()) {
            skip();
        }
        if (!position.equals(target)) {
            throw new IllegalArgumentException("a run is never at " + target);
        }
    }

    private void skip() {
        advance((sequenceSkipped, firstStepSkipped, times, slots) -> true, () -> {});
    }

    private void skipEpoch(long updatesInList) {
        if (sequences.length == 0) {
            int now = epoch;
            while (epoch == now) {
                skip();
            }
            return;
        }
        if (isShuffled) {
            shuffle();
        }
        epoch++;
        int last = order[order.length - 1];
        position = new Position(epoch, last + 1, sequences[last].size(), position.updates() + updatesInList);
    }

    private void shuffle() {
        for (int last = order.length - 1; last > 0; last--) {
            int other = shuffles.nextInt(last + 1);
            int kept = order[last];
            order[last] = order[other];
            order[other] = kept;
        }
    }
}
