package lab.carousel.ui.window;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.Optional;
import javafx.scene.control.Button;
import lab.carousel.model.Experiment;
import lab.carousel.study.GradientReach;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.workspace.Workspace;

/**
 * Beside the verdict of a run that ended with not yet, does what comes next where that is known: lets the gradient travel back
 * to the clue, and trains again. In a lesson it is not there, since that asks for it in its own time.
 */
final class NextStep extends Button {

    private final Workspace workspace;

    NextStep(MainWindow window, Workspace workspace) {
        super(Message.text("status.letBack"));
        this.workspace = workspace;
        whole(named(this, "letBack", "accent", "next-step"));
        Tip.put(this, Message.text("status.letBack.tip"));
        Controls.acting(this, () -> wanted().ifPresent(this::train));
        WindowListeners.show(
                window,
                this::show,
                workspace.lab().statusProperty(),
                workspace.lab().editedProperty());
    }

    void show() {
        Controls.show(this, wanted().isPresent());
    }

    /** Of a run that has ended and is what stands in the editors; empty if it is not what the run lacks. */
    private Optional<Experiment> wanted() {
        RunStatus run = workspace.lab().statusProperty().get();
        boolean hasEnded = run.state() == RunState.FINISHED
                && workspace.lesson().before().isEmpty()
                && !workspace.lab().restartNeededProperty().get();
        return run.snapshot().filter(any -> hasEnded).flatMap(end -> workspace
                .lab()
                .editedProperty()
                .get()
                .flatMap(
                        edited -> GradientReach.letBack(edited, end.evaluation().judgement())));
    }

    private void train(Experiment mended) {
        workspace.project().edit(Message.of("status.letBack"), state -> state.with(mended));
        workspace.lab().play();
    }
}
