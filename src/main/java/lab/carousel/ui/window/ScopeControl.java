package lab.carousel.ui.window;

import static lab.carousel.ui.controls.Controls.named;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.ViewScope;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.workspace.Workspace;

/**
 * How much of the lab the window shows: the simple view, unless a lesson or a room needs more, or all. What is of use only
 * when something was trained, such as a slider that is dragged to see what if, comes in the simple view with the first
 * training.
 */
final class ScopeControl {

    private static final PseudoClass UNTRAINED = PseudoClass.getPseudoClass("untrained");

    private final MainWindow window;
    private final Workspace workspace;
    private ViewScope shown = ViewScope.WHOLE;
    private boolean hasTrained;

    ScopeControl(MainWindow window, Workspace workspace) {
        this.window = window;
        this.workspace = workspace;
        WindowListeners.of(window, workspace.screen().simple(), (observable, before, now) -> show());
        WindowListeners.show(window, this::look, workspace.lab().statusProperty());
        window.studies.visibleProperty().addListener((observable, before, now) -> {
            if (now) {
                showEverything();
            }
        });
    }

    /** The button that shows everything. */
    Button button() {
        Button button = named(new Button(Message.text("view.everything")), ViewScope.SHOW_EVERYTHING);
        Tip.put(button, Message.text("view.everything.tip"));
        return Controls.acting(button, this::showEverything);
    }

    ViewScope shown() {
        return shown;
    }

    /** Shows all of the lab from now on, and says how to go back. */
    void showEverything() {
        if (workspace.screen().simple().get()) {
            workspace.screen().simple().set(false);
            workspace.notices().done(Message.text("view.everything.shown"));
        }
    }

    private void look() {
        RunStatus run = workspace.lab().statusProperty().get();
        hasTrained |= run.state() == RunState.RUNNING
                || run.snapshot().filter(last -> last.position().updates() > 0).isPresent();
        window.pseudoClassStateChanged(UNTRAINED, !hasTrained && !shown.isWhole());
    }

    /** Shows as much as is wanted now. */
    void show() {
        window.hyperparameters.keepLine(!workspace.screen().look().get().presenting());
        show(wanted(workspace));
    }

    static ViewScope wanted(Workspace workspace) {
        boolean isPresented = workspace.screen().look().get().presenting();
        boolean isFree = workspace.lesson().before().isEmpty() && !isPresented;
        return isFree && workspace.screen().simple().get() ? ViewScope.SIMPLE : ViewScope.WHOLE;
    }

    /** Shows as much as belongs to a scope. */
    void show(ViewScope scope) {
        if (scope.equals(shown)) {
            return;
        }
        shown = scope;
        look();
        window.toolbar.show(scope);
        window.task.show(scope);
        window.panels.show(scope);
        window.hyperparameters.show(scope);
        window.loss.show(scope);
        window.state.show(scope);
        window.microscope.show(scope);
        scope.showWhole(window.history);
    }
}
