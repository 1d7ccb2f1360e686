package lab.carousel.ui.project;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lab.carousel.file.session.PanelLayout;
import lab.carousel.model.Experiment;
import lab.carousel.study.PlannedLesion;
import lab.carousel.task.draft.SeriesDraft;
import lab.carousel.task.draft.SourceDraft;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.task.draft.TaskEdit;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.task.generator.GeneratorDraft;
import lab.carousel.text.Message;
import lab.carousel.training.Origin;

/**
 * All that can be edited, as it stands in the window, and from where the run starts.
 *
 * @param task            the task, valid or not
 * @param hyperparameters the hyperparameters, valid or not, and the engine
 * @param lesions         those made, in the order in which they were made
 * @param document        the file to which all this belongs
 * @param layout          the panels
 * @param origin          the state of an earlier run that the run goes on from; empty if it starts from its seed
 * @param starts          tells a run that was started anew from the one before, where nothing else differs
 */
public record ProjectState(
        TaskEdit task,
        HyperparametersDraft hyperparameters,
        List<PlannedLesion> lesions,
        Document document,
        PanelLayout layout,
        Optional<Origin> origin,
        int starts) {

    public ProjectState {
        lesions = List.copyOf(lesions);
    }

    /** What is edited when the work on an experiment begins. */
    public static ProjectState of(Experiment experiment) {
        return new ProjectState(
                TaskEdit.of(experiment.task()),
                HyperparametersDraft.of(experiment.hyperparameters(), experiment.engine()),
                List.of(),
                Document.untitled(experiment),
                PanelLayout.INITIAL,
                Optional.empty(),
                0);
    }

    /** The same with another task. */
    public ProjectState with(TaskEdit newTask) {
        return new ProjectState(newTask, hyperparameters, lesions, document, layout, origin, starts);
    }

    /** The same with another list of sequences. */
    public ProjectState withListed(UnaryOperator<TaskDraft> change) {
        return with(task.with(change.apply(task.listed())));
    }

    /** The same with other hyperparameters or another engine. */
    public ProjectState with(HyperparametersDraft newHyperparameters) {
        return new ProjectState(task, newHyperparameters, lesions, document, layout, origin, starts);
    }

    /** The same with another experiment. */
    public ProjectState with(Experiment experiment) {
        return with(task.with(experiment.task()))
                .with(HyperparametersDraft.of(experiment.hyperparameters(), experiment.engine()));
    }

    /** The same with other lesions. */
    public ProjectState with(List<PlannedLesion> newLesions) {
        return new ProjectState(task, hyperparameters, newLesions, document, layout, origin, starts);
    }

    /** The same of another file. */
    public ProjectState with(Document newDocument) {
        return new ProjectState(task, hyperparameters, lesions, newDocument, layout, origin, starts);
    }

    /** The same with another layout. */
    public ProjectState with(PanelLayout newLayout) {
        return new ProjectState(task, hyperparameters, lesions, document, newLayout, origin, starts);
    }

    /** The same with a run that starts elsewhere. */
    public ProjectState startingFrom(Optional<Origin> newOrigin) {
        return new ProjectState(task, hyperparameters, lesions, document, layout, newOrigin, starts);
    }

    /** The same with a run that is started anew after another one. */
    ProjectState startedAfter(ProjectState before) {
        return new ProjectState(task, hyperparameters, lesions, document, layout, origin, before.starts + 1);
    }

    /** Whether a run of another state starts where one of this starts, and was not started anew. */
    boolean hasSameStart(ProjectState other) {
        return origin.equals(other.origin) && starts == other.starts;
    }

    /** What is edited; empty while it is not valid. */
    public Optional<Experiment> experiment() {
        return task.task().flatMap(made -> hyperparameters
                .hyperparameters()
                .map(settings -> new Experiment(made, settings, hyperparameters.engine())));
    }

    /** Whether another state has the same experiment, valid or not. */
    boolean isSameExperiment(ProjectState other) {
        return task.equals(other.task) && hyperparameters.equals(other.hyperparameters);
    }

    /** What an edit that led to another state is called; of several things that it changed by the one that matters most. */
    HistoryEdit editTo(ProjectState after) {
        if (!task.equals(after.task)) {
            return taskEdit(after.task);
        }
        if (!hyperparameters.equals(after.hyperparameters)) {
            return hyperparametersEdit(after.hyperparameters);
        }
        return lesions.equals(after.lesions)
                ? new HistoryEdit(layoutEdit(after.layout), false)
                : listEdit("undo.lesion", lesions, after.lesions);
    }

    private HistoryEdit taskEdit(TaskEdit after) {
        if (!task.source().equals(after.source())) {
            return edit(
                    "undo.source",
                    isSame(task.source().map(SourceDraft::kind), after.source().map(SourceDraft::kind)));
        }
        if (!task.series().equals(after.series())) {
            return edit(
                    "undo.series",
                    isSame(task.series().map(SeriesDraft::data), after.series().map(SeriesDraft::data)));
        }
        if (!task.generator().equals(after.generator())) {
            return edit(
                    "undo.generator",
                    isSame(
                            task.generator().map(GeneratorDraft::recipe),
                            after.generator().map(GeneratorDraft::recipe)));
        }
        TaskDraft list = task.listed();
        if (list.sets() != after.listed().sets()) {
            return edit("undo.sets", false);
        }
        List<TypedSymbols> old = list.sequences();
        List<TypedSymbols> now = after.listed().sequences();
        if (old.equals(now)) {
            return edit("undo.alphabet", true);
        }
        int[] changed = IntStream.range(0, Math.min(old.size(), now.size()))
                .filter(index -> !now.get(index).equals(old.get(index)))
                .toArray();
        return now.size() == old.size() && changed.length == 1
                ? new HistoryEdit(Message.of("undo.sequence", changed[0] + 1), true)
                : listEdit("undo.sequence", old, now);
    }

    private static boolean isSame(Optional<?> before, Optional<?> after) {
        return before.isPresent() && before.equals(after);
    }

    private HistoryEdit hyperparametersEdit(HyperparametersDraft after) {
        List<Field> changed = hyperparameters.changedIn(after);
        if (changed.size() != 1) {
            return edit("undo.hyperparameters", false);
        }
        Field field = changed.get(0);
        boolean isTyped = hyperparameters.isNumber(field) && hyperparameters.hasWord(field) == after.hasWord(field);
        return new HistoryEdit(field.words(), isTyped);
    }

    private Message layoutEdit(PanelLayout after) {
        String panel = layout.editors() != after.editors()
                ? "editors"
                : layout.loss() != after.loss()
                        ? "loss"
                        : layout.state() != after.state()
                                ? "state"
                                : layout.microscope() != after.microscope() ? "microscope" : "";
        return panel.isEmpty() ? Message.of("undo.layout") : Message.of("undo.panel", Message.of("ui.view." + panel));
    }

    /** One more, one less, or others. */
    private static HistoryEdit listEdit(String key, List<?> before, List<?> after) {
        return edit(
                switch (after.size() - before.size()) {
                    case 1 -> key + ".added";
                    case -1 -> key + ".removed";
                    default -> key + ".several";
                },
                false);
    }

    private static HistoryEdit edit(String key, boolean isGradual) {
        return new HistoryEdit(Message.of(key), isGradual);
    }
}
