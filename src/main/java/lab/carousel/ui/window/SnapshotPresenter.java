package lab.carousel.ui.window;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import lab.carousel.drawing.export.Picture;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.FrameBarrier;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.loss.LossView;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.ui.status.StatusBar;
import lab.carousel.ui.workspace.Workspace;

/** Shows in the loss chart and in the status bar the moment that is looked at: what the run is now, or what it was. */
record SnapshotPresenter(Region window, Workspace workspace, LossView loss, StatusBar statusBar) {

    private static final PseudoClass LOOKING_BACK = PseudoClass.getPseudoClass("looking-back");

    void listen() {
        FrameBarrier barrier = workspace.background().barrier();
        WindowListeners.of(window, workspace.lab().statusProperty(), (observable, before, now) -> {
            // Drawn while the rest is waited for
            showLosses(now);
            barrier.show(() -> show(now));
        });
        WindowListeners.of(window, workspace.traces().tracedProperty(), (observable, before, now) -> {
            // Only then it is known how the network does step by step
            if ((now != null && now.snapshot() != now.trained())
                    || (before != null && before.snapshot() != before.trained())) {
                barrier.show(() -> showStatus(workspace.run().shown()));
            }
        });
        WindowListeners.of(
                window, workspace.travel().shownProperty(), (observable, before, now) -> barrier.show(() -> look(now)));
    }

    void show() {
        show(workspace.lab().statusProperty().get());
        Optional.ofNullable(workspace.travel().shownProperty().get()).ifPresent(this::look);
    }

    /** The loss chart at that moment, if there is an epoch to show. */
    Optional<Picture> lossPicture() {
        return workspace
                .run()
                .latest()
                .filter(shown -> shown.history().size() > 0)
                .map(shown -> loss.picture());
    }

    private void showLosses(RunStatus status) {
        status.snapshot()
                .ifPresent(snapshot ->
                        loss.show(snapshot.history().now(snapshot.evaluation().loss()), snapshot.experiment()));
    }

    private void show(RunStatus status) {
        loss.setWaiting(status.state() != RunState.RUNNING);
        showLosses(status);
        showStatus(workspace.run().shown());
    }

    private void showStatus(Optional<Snapshot> moment) {
        Optional<TracedSnapshot> stepByStep = workspace.run().stepByStep();
        statusBar.show(
                stepByStep.map(TracedSnapshot::snapshot).or(() -> moment),
                stepByStep.map(TracedSnapshot::trained).or(() -> moment));
    }

    private void look(Snapshot moment) {
        boolean isPast = workspace.travel().lookingBackProperty().get();
        window.pseudoClassStateChanged(LOOKING_BACK, isPast);
        loss.mark(isPast ? OptionalInt.of(moment.position().epoch()) : OptionalInt.empty());
        showStatus(Optional.of(moment));
    }
}
