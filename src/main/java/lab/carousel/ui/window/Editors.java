package lab.carousel.ui.window;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Hearing;
import lab.carousel.ui.hyperparameters.HyperparametersPanel;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.project.Project;
import lab.carousel.ui.project.ProjectState;
import lab.carousel.ui.task.TaskEditor;

/** The editors of task and hyperparameters: they show the draft, and what changes in them is an edit. */
final class Editors {

    private final Project project;
    private final TaskEditor task = new TaskEditor();
    private final HyperparametersPanel hyperparameters;
    /** While something is put into the editors, what changes there is not yet all of it. */
    private boolean isShowing;

    /**
     * The editors of a draft.
     *
     * @param project what is edited
     * @param lab    says what cannot work together
     * @param window of which they are part
     */
    Editors(Project project, Lab lab, Node window) {
        this.project = project;
        ProjectState state = project.state();
        hyperparameters = new HyperparametersPanel(state.hyperparameters(), state.engine());
        task.show(state.task());
        showTask();
        showConflict(lab.problemProperty().get());
        task.taskProperty().addListener((observable, before, now) -> showTask());
        task.editProperty().addListener((observable, before, now) -> edited());
        hyperparameters.draftProperty().addListener((observable, before, now) -> edited());
        hyperparameters.engineProperty().addListener((observable, before, now) -> edited());
        Hearing.of(window, project.stateProperty(), (observable, before, now) -> show(now));
        Hearing.of(window, lab.restartNeededProperty(), (observable, before, now) -> showWhetherRun(lab));
        Hearing.of(window, lab.editedProperty(), (observable, before, now) -> showWhetherRun(lab));
        showWhetherRun(lab);
        Hearing.of(window, lab.problemProperty(), (observable, before, now) -> showConflict(now));
    }

    private void showTask() {
        task.taskProperty().get().ifPresent(hyperparameters::showTask);
    }

    private void showWhetherRun(Lab lab) {
        boolean isInvalid = lab.editedProperty().get().isEmpty();
        hyperparameters.showWhetherRun(
                !isInvalid && !lab.restartNeededProperty().get());
    }

    private void showConflict(Optional<Message> problem) {
        Optional<Message> ofTask = problem.filter(each -> each.key().startsWith("task."));
        task.showConflict(ofTask);
        hyperparameters.showConflict(ofTask.isPresent() ? Optional.empty() : problem);
    }

    TaskEditor task() {
        return task;
    }

    HyperparametersPanel hyperparameters() {
        return hyperparameters;
    }

    private void edited() {
        if (!isShowing) {
            project.edit(this::inEditors);
        }
    }

    private ProjectState inEditors(ProjectState state) {
        return state.with(
                task.editProperty().get(),
                hyperparameters.draftProperty().get(),
                hyperparameters.engineProperty().get());
    }

    /** Shows only what differs, so that nothing else moves. */
    private void show(ProjectState state) {
        if (state.equals(inEditors(state))) {
            return;
        }
        isShowing = true;
        task.show(state.task());
        hyperparameters.draftProperty().set(state.hyperparameters());
        hyperparameters.engineProperty().set(state.engine());
        isShowing = false;
        toTheEnd();
    }

    /** A field into which an earlier text was put has its caret at the start, where nobody goes on typing. */
    private void toTheEnd() {
        if (task.getScene() != null && task.getScene().getFocusOwner() instanceof TextInputControl field) {
            field.end();
        }
    }
}
