package lab.carousel.ui.window;

import java.util.Optional;
import javafx.scene.Node;
import lab.carousel.model.Settings;
import lab.carousel.text.Message;
import lab.carousel.training.Pace;
import lab.carousel.training.PaceUnit;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.notice.NoticeKind;
import lab.carousel.ui.notice.Notices;

/** Says how long a run takes at its pace, where that is more than a minute, and offers the fastest one. */
final class LongRun {

    private static final double LONG = 60;
    private static final double MINUTE = 60;

    private final Lab lab;
    private final Notices notices;
    private boolean isOffered;

    private LongRun(Lab lab, Notices notices) {
        this.lab = lab;
        this.notices = notices;
    }

    static void watch(Node window, Lab lab, Notices notices) {
        LongRun watched = new LongRun(lab, notices);
        WindowListeners.of(window, lab.statusProperty(), (observable, before, now) -> watched.show(before, now));
        WindowListeners.of(window, lab.paceProperty(), (observable, before, now) -> watched.withdraw());
    }

    private void show(RunStatus before, RunStatus now) {
        boolean isRunning = now.state() == RunState.RUNNING;
        if (!isRunning) {
            withdraw();
        } else if (before.state() != RunState.RUNNING && lab.isToldToGo()) {
            offer(now);
        }
    }

    private void offer(RunStatus now) {
        int epochs = lab.runningProperty().get().hyperparameters().get(Settings.EPOCHS)
                - now.snapshot().map(run -> run.position().epoch()).orElse(0);
        boolean isFree = notices.shownProperty()
                .get()
                .filter(shown -> shown.kind() == NoticeKind.OFFER)
                .isEmpty();
        seconds(epochs, lab.paceProperty().get()).filter(seconds -> isFree).ifPresent(seconds -> {
            isOffered = true;
            notices.offer(
                    Message.of(
                            "toolbar.long", epochs, lab.paceProperty().get().perSecond(), Math.round(seconds / MINUTE)),
                    Message.of("toolbar.long.fastest"),
                    () -> lab.paceProperty().set(Pace.FASTEST));
        });
    }

    /** How long so many epochs take, if that is long. A pace of updates is meant to be slow. */
    static Optional<Double> seconds(int epochs, Pace pace) {
        return Optional.of(epochs / pace.perSecond())
                .filter(seconds -> pace.unit() == PaceUnit.EPOCHS && seconds > LONG);
    }

    private void withdraw() {
        if (isOffered) {
            isOffered = false;
            notices.withdraw();
        }
    }
}
