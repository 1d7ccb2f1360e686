package lab.carousel.ui.undo;

import java.util.Optional;
import lab.carousel.file.session.PanelLayout;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.training.Origin;
import lab.carousel.ui.file.Document;
import lab.carousel.ui.hyperparameters.HyperparametersDraft;
import lab.carousel.ui.task.TaskEdit;

/**
 * All that can be edited in the window, as it stands there, and from where the run starts.
 *
 * @param task            the task, valid or not
 * @param hyperparameters the hyperparameters, valid or not
 * @param engine          the engine
 * @param document        the file to which they belong
 * @param layout          the panels
 * @param origin          the state of an earlier run that the run goes on from; empty if it starts from its seed
 */
public record Draft(
        TaskEdit task,
        HyperparametersDraft hyperparameters,
        EngineName engine,
        Document document,
        PanelLayout layout,
        Optional<Origin> origin) {

    /** The same with another experiment. */
    public Draft with(TaskEdit newTask, HyperparametersDraft newHyperparameters, EngineName newEngine) {
        return new Draft(newTask, newHyperparameters, newEngine, document, layout, origin);
    }

    /** All that is edited when the work begins. */
    public static Draft of(Experiment experiment) {
        return new Draft(
                TaskEdit.of(experiment.task()),
                HyperparametersDraft.of(experiment.hyperparameters()),
                experiment.engine(),
                Document.untitled(experiment),
                PanelLayout.INITIAL,
                Optional.empty());
    }

    /** The same with another experiment. */
    public Draft with(Experiment experiment) {
        return with(
                task.with(experiment.task()),
                HyperparametersDraft.of(experiment.hyperparameters()),
                experiment.engine());
    }

    /** The same with another layout. */
    public Draft with(PanelLayout newLayout) {
        return new Draft(task, hyperparameters, engine, document, newLayout, origin);
    }

    /** The same of another file. */
    public Draft with(Document newDocument) {
        return new Draft(task, hyperparameters, engine, newDocument, layout, origin);
    }

    /** The same with a run that starts elsewhere. */
    public Draft startingFrom(Optional<Origin> newOrigin) {
        return new Draft(task, hyperparameters, engine, document, layout, newOrigin);
    }
}
