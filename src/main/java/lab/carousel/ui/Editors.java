package lab.carousel.ui;

import java.util.Optional;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import lab.carousel.ui.hyperparameters.HyperparametersDraft;
import lab.carousel.ui.hyperparameters.HyperparametersPanel;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.task.TaskEdit;
import lab.carousel.ui.task.TaskEditor;

/** The editors of task and hyperparameters: what stands in them goes into the lab. */
final class Editors {

    private final Lab lab;
    private final TaskEditor task = new TaskEditor();
    private final HyperparametersPanel hyperparameters;
    private Runnable onEdit = () -> {};
    /** While something is put into the editors, what changes there is not yet all of it. */
    private boolean isShowing;

    Editors(Lab lab, Experiment initial) {
        this.lab = lab;
        hyperparameters =
                new HyperparametersPanel(HyperparametersDraft.of(initial.hyperparameters()), initial.engine());
        show(initial);
        task.taskProperty().addListener((observable, before, now) -> intoLab());
        task.editProperty().addListener((observable, before, now) -> edited());
        hyperparameters.draftProperty().addListener((observable, before, now) -> {
            intoLab();
            edited();
        });
        hyperparameters.engineProperty().addListener((observable, before, now) -> {
            intoLab();
            edited();
        });
        lab.problemProperty().addListener((observable, before, now) -> showConflict(now));
    }

    private void showConflict(Optional<Message> problem) {
        hyperparameters.showConflict(problem);
    }

    TaskEditor task() {
        return task;
    }

    HyperparametersPanel hyperparameters() {
        return hyperparameters;
    }

    /** Calls back when anything was changed, valid or not. */
    void setOnEdit(Runnable newOnEdit) {
        onEdit = newOnEdit;
    }

    /** Puts an experiment into the editors. */
    void show(Experiment experiment) {
        isShowing = true;
        task.show(experiment.task());
        hyperparameters.draftProperty().set(HyperparametersDraft.of(experiment.hyperparameters()));
        hyperparameters.engineProperty().set(experiment.engine());
        isShowing = false;
        intoLab();
        edited();
    }

    /** Puts back what stood in the editors. */
    void show(TaskEdit newTask, HyperparametersDraft newHyperparameters, EngineName engine) {
        isShowing = true;
        task.show(newTask);
        hyperparameters.draftProperty().set(newHyperparameters);
        hyperparameters.engineProperty().set(engine);
        isShowing = false;
        intoLab();
        edited();
    }

    private void intoLab() {
        if (!isShowing) {
            task.taskProperty().get().ifPresent(hyperparameters::showTask);
            lab.edit(
                    task.taskProperty().get(),
                    hyperparameters.draftProperty().get().hyperparameters(),
                    hyperparameters.engineProperty().get());
        }
    }

    private void edited() {
        if (!isShowing) {
            onEdit.run();
        }
    }
}
