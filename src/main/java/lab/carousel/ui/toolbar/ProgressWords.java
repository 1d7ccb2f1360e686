package lab.carousel.ui.toolbar;

import java.time.Duration;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.text.Message;
import lab.carousel.training.Criterion;
import lab.carousel.training.Position;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;

/**
 * Where a run is, in words and as a share.
 *
 * @param epoch  "Epoch 137 of 250"
 * @param place  "sequence 2, step 3", or what the run is doing instead
 * @param time   the time left; empty if it is not known
 * @param share  epochs done / epochs, 0 to 1; 1 when the run has finished before, because its task is solved
 */
public record ProgressWords(String epoch, String place, String time, double share) {

    public static ProgressWords of(RunStatus status, Experiment experiment) {
        int epochs = status.snapshot()
                .map(Snapshot::lastEpoch)
                .orElse(experiment.hyperparameters().get(Settings.EPOCHS));
        Position position = status.snapshot().map(Snapshot::position).orElse(Position.START);
        return new ProgressWords(
                Message.text("toolbar.epoch", position.epoch(), epochs),
                place(status, position),
                status.state() == RunState.RUNNING || (status.state() == RunState.PAUSED && position.sequence() > 0)
                        ? status.remaining().map(ProgressWords::words).orElse("")
                        : "",
                epochs == 0 || status.state() == RunState.FINISHED ? 1 : (double) position.epoch() / epochs);
    }

    private static String place(RunStatus status, Position position) {
        Optional<Criterion> criterion = status.snapshot().flatMap(Snapshot::criterion);
        if (status.state() == RunState.FINISHED
                && criterion.filter(Criterion::isSolved).isPresent()) {
            return Message.text("toolbar.solved");
        }
        if (status.state() == RunState.RUNNING
                && criterion.filter(Criterion::isUnderTest).isPresent()) {
            return Message.text("toolbar.testing");
        }
        RunState state = status.state();
        return switch (state) {
            case PREPARING -> Message.text("toolbar.preparing");
            case FINISHED -> Message.text("toolbar.finished");
            case DIVERGED -> Message.text("toolbar.diverged");
            case FAILED -> Message.text("toolbar.failed");
            case PAUSED, RUNNING ->
                position.sequence() == 0
                        ? Message.text(state == RunState.RUNNING ? "toolbar.starting" : "toolbar.ready")
                        : Message.text("toolbar.place", position.sequence(), position.step());
        };
    }

    private static String words(Duration left) {
        long seconds = (left.toMillis() + 999) / 1000;
        if (seconds < 60) {
            return Message.text("toolbar.secondsLeft", seconds);
        }
        if (seconds < 300) {
            return Message.text("toolbar.minutesLeft", seconds / 60, seconds % 60);
        }
        if (seconds < 3_600) {
            return Message.text("toolbar.wholeMinutesLeft", (seconds + 59) / 60);
        }
        return Message.text("toolbar.hoursLeft", seconds / 3_600, seconds % 3_600 / 60);
    }
}
