package lab.carousel.ui.workspace;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import lab.carousel.file.session.ClassWork;
import lab.carousel.file.session.OperatingChoices;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionView;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.compare.PinnedRun;
import lab.carousel.ui.history.TimeTravel;
import lab.carousel.ui.project.ProjectState;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.theme.Look;
import org.jspecify.annotations.Nullable;

/** All that is worked on as one value, and put back from it. */
final class Sessions {

    private final Workspace workspace;
    /** The experiment as edited when it was valid last. */
    private Experiment valid;
    /** What will be looked at when its run has been traced; null if nothing is waited for. */
    private @Nullable Session awaited;

    Sessions(Workspace workspace) {
        this.workspace = workspace;
        ObservableValue<Optional<Experiment>> edited = workspace.lab().editedProperty();
        valid = edited.getValue().orElseGet(Experiment::reference);
        edited.addListener((observable, before, now) -> now.ifPresent(experiment -> valid = experiment));
    }

    /** The work as it is. Cheap: all that is large in it is immutable, and shared. */
    Session now() {
        ProjectState state = workspace.project().state();
        return new Session(
                valid,
                state.document().path().map(Path::toAbsolutePath),
                workspace.lab().paused(),
                workspace.pins().runs().stream()
                        .map(run -> new Session.Pinned(run.number(), run.snapshot()))
                        .toList(),
                state.layout(),
                view(),
                new ClassWork(
                        Optional.of(new OperatingChoices(
                                state.lesions(),
                                workspace.twoSequencesProperty().get(),
                                workspace.transplantProperty().get())),
                        workspace.studies().now(),
                        workspace.lesson().sheets()));
    }

    private SessionView view() {
        Selection selection = workspace.selection();
        TimeTravel travel = workspace.travel();
        Look look = workspace.lookProperty().get();
        return new SessionView(
                workspace.placeProperty().get(),
                selection.unitProperty().get(),
                Optional.ofNullable(selection.stepProperty().get())
                        .map(each -> new SessionView.ChosenStep(each.sequence(), each.number())),
                selection.layerProperty().get(),
                travel.lookingBackProperty().get()
                        ? OptionalInt.of(travel.shownProperty().get().position().epoch())
                        : OptionalInt.empty(),
                workspace.lab().liveProperty().get(),
                workspace.traces().stepByStepProperty().get(),
                look.isDark(),
                look.colours());
    }

    /** Puts back everything but the state of the project, which was put there before. */
    void show(Session session) {
        // First: the run may be traced before this returns
        awaited = session;
        SessionView view = session.view();
        workspace.lab().liveProperty().set(view.live());
        workspace.traces().stepByStepProperty().set(view.stepByStep());
        session.run().ifPresent(workspace.lab()::resume);
        workspace
                .pins()
                .show(session.pinned().stream()
                        .map(pinned -> new PinnedRun(pinned.number(), pinned.snapshot()))
                        .toList());
        ObjectProperty<Look> look = workspace.lookProperty();
        look.set(look.get().withDark(view.dark()).with(view.colours()));
        workspace.placeProperty().set(view.place());
        session.work().operations().ifPresent(choices -> {
            workspace.twoSequencesProperty().set(choices.twoSequences());
            workspace.transplantProperty().set(choices.transplant());
        });
        session.work().studies().ifPresent(workspace.studies()::show);
        workspace.lesson().restore(session.work().answers());
    }

    /** What is selected belongs to a network, so it is selected when that is on the screen. */
    void shown(Snapshot snapshot) {
        if (awaited == null || !isAwaited(awaited, snapshot)) {
            return;
        }
        SessionView view = awaited.view();
        awaited = null;
        Experiment experiment = snapshot.experiment();
        if (HeatmapLayer.of(experiment.hyperparameters().cell()).contains(view.layer())) {
            workspace.selection().layerProperty().set(view.layer());
        }
        workspace
                .selection()
                .unitProperty()
                .set(view.unit() < experiment.layout().allUnits() ? view.unit() : -1);
        workspace
                .selection()
                .stepProperty()
                .set(view.step().flatMap(spot -> step(experiment.task(), spot)).orElse(null));
        view.epoch()
                .ifPresent(
                        epoch -> workspace.travel().lookAt(snapshot.recorded().indexAtOrBefore(epoch)));
    }

    private static boolean isAwaited(Session awaited, Snapshot snapshot) {
        return awaited.run()
                .map(run -> run.snapshot().experiment().equals(snapshot.experiment())
                        && run.snapshot().position().equals(snapshot.position()))
                .orElseGet(() -> awaited.experiment().equals(snapshot.experiment()));
    }

    private static Optional<Step> step(Task task, SessionView.ChosenStep spot) {
        boolean isThere = spot.sequence() < task.sequences().size()
                && spot.number()
                        < task.sequences().get(spot.sequence()).symbols().size();
        return isThere ? Optional.of(task.step(spot.sequence(), spot.number())) : Optional.empty();
    }
}
