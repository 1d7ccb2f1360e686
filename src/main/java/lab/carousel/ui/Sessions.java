package lab.carousel.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import lab.carousel.file.session.ClassWork;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionView;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.compare.ComparePlace;
import lab.carousel.ui.compare.PinnedRun;
import lab.carousel.ui.file.FileDesk;
import lab.carousel.ui.history.TimeTravel;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.microscope.Microscope;
import lab.carousel.ui.notes.NotesPlace;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.studies.Studies;
import lab.carousel.ui.theme.Look;

/** All that the window holds as one value, and put back from it. */
final class Sessions {

    private final Lab lab;
    private final FileDesk desk;
    private final TimeTravel travel;
    private final Selection selection;
    private final Microscope microscope;
    private final ComparePlace compare;
    private final LayoutControl layout;
    private final ObjectProperty<Look> look;
    private final Operations operations;
    private final NotesPlace notes;
    private final Studies studies;
    /** The experiment as edited when it was valid last. */
    private Experiment valid;
    /** What will be looked at when its run is on the screen; null if nothing is waited for. */
    private Session awaited;

    /**
     * The parts of a window.
     *
     * @param lab        the run
     * @param desk       the file that is worked on
     * @param travel     which moment is looked at
     * @param selection  the unit, step and layer looked at
     * @param microscope the place looked at
     * @param compare    the pinned runs
     * @param layout     the panels
     * @param look       theme and colours
     * @param operations the places in which the network is operated on
     * @param notes      what is written
     * @param studies    the studies
     */
    Sessions(
            Lab lab,
            FileDesk desk,
            TimeTravel travel,
            Selection selection,
            Microscope microscope,
            ComparePlace compare,
            LayoutControl layout,
            ObjectProperty<Look> look,
            Operations operations,
            NotesPlace notes,
            Studies studies) {
        this.lab = lab;
        this.desk = desk;
        this.travel = travel;
        this.selection = selection;
        this.microscope = microscope;
        this.compare = compare;
        this.layout = layout;
        this.look = look;
        this.operations = operations;
        this.notes = notes;
        this.studies = studies;
        valid = lab.editedProperty().get().orElseGet(Experiment::reference);
        lab.editedProperty().addListener((observable, before, now) -> now.ifPresent(edited -> valid = edited));
    }

    /** The window as it is. Cheap: all that is large in it is immutable, and shared. */
    Session now() {
        return new Session(
                valid,
                desk.documentProperty().get().path().map(Path::toAbsolutePath),
                lab.paused(),
                compare.runs().stream()
                        .map(run -> new Session.Pinned(run.number(), run.snapshot()))
                        .toList(),
                layout.layout(),
                view(),
                new ClassWork(
                        Optional.of(operations.now()), notes.textProperty().get(), studies.now()));
    }

    private SessionView view() {
        Step step = selection.stepProperty().get();
        return new SessionView(
                microscope.shownProperty().get().key(),
                selection.unitProperty().get(),
                Optional.ofNullable(step).map(each -> new SessionView.Spot(each.sequence(), each.number())),
                selection.layerProperty().get(),
                travel.lookingBackProperty().get()
                        ? OptionalInt.of(travel.shownProperty().get().position().epoch())
                        : OptionalInt.empty(),
                lab.liveProperty().get(),
                look.get().isDark(),
                look.get().colours());
    }

    /** Puts back everything but the experiment as edited, which was put into the editors before. */
    void show(Session session) {
        lab.liveProperty().set(session.view().live());
        session.run().ifPresent(lab::resume);
        compare.show(session.pinned().stream()
                .map(pinned -> new PinnedRun(pinned.number(), pinned.snapshot()))
                .toList());
        layout.show(session.layout());
        look.set(look.get().withDark(session.view().dark()).with(session.view().colours()));
        microscope.show(session.view().place());
        session.work().operations().ifPresent(operations::show);
        session.work().studies().ifPresent(studies::show);
        notes.edit(session.work().notes());
        awaited = session;
    }

    /** What is selected belongs to a network, so it is selected when that is on the screen. */
    void shown(Snapshot snapshot) {
        if (awaited == null || !isAwaited(snapshot)) {
            return;
        }
        SessionView view = awaited.view();
        awaited = null;
        Experiment experiment = snapshot.experiment();
        if (HeatmapLayer.of(experiment.hyperparameters().cell()).contains(view.layer())) {
            selection.layerProperty().set(view.layer());
        }
        selection.unitProperty().set(view.unit() < experiment.layout().allUnits() ? view.unit() : -1);
        selection
                .stepProperty()
                .set(view.step().flatMap(spot -> step(experiment.task(), spot)).orElse(null));
        view.epoch().ifPresent(epoch -> travel.lookAt(snapshot.recorded().indexAtOrBefore(epoch)));
    }

    /** Looks at what another window of the same run looked at. */
    void takeOver(Sessions other) {
        valid = other.valid;
        awaited = other.awaited;
        layout.show(other.layout.layout());
        look.set(other.look.get());
        microscope.takeOver(other.microscope);
        microscope.show(other.microscope.shownProperty().get().key());
        selection.takeOver(other.selection);
        travel.takeOver(other.travel);
    }

    private boolean isAwaited(Snapshot snapshot) {
        return awaited.run()
                .map(run -> run.snapshot().experiment().equals(snapshot.experiment())
                        && run.snapshot().position().equals(snapshot.position()))
                .orElseGet(() -> awaited.experiment().equals(snapshot.experiment()));
    }

    private static Optional<Step> step(Task task, SessionView.Spot spot) {
        boolean isThere = spot.sequence() < task.sequences().size()
                && spot.number()
                        < task.sequences().get(spot.sequence()).symbols().size();
        return isThere ? Optional.of(task.step(spot.sequence(), spot.number())) : Optional.empty();
    }
}
