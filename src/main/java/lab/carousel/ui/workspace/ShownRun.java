package lab.carousel.ui.workspace;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import lab.carousel.model.Experiment;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.history.TimeTravel;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;

/** The run, and the moment of it that is looked at. */
public final class ShownRun {

    private final Lab lab;
    private final TraceService traces;
    private final TimeTravel travel;

    ShownRun(Lab lab, TraceService traces, TimeTravel travel) {
        this.lab = lab;
        this.traces = traces;
        this.travel = travel;
    }

    public RunState state() {
        return lab.statusProperty().get().state();
    }

    /** Whether it is going. */
    public boolean isTraining() {
        return state() == RunState.RUNNING;
    }

    /** The weight updates made in it. */
    public long updates() {
        return latest().map(shown -> shown.position().updates()).orElse(0L);
    }

    /** The latest snapshot; empty while the run is being prepared. */
    public Optional<Snapshot> latest() {
        return lab.statusProperty().get().snapshot();
    }

    /** The moment that is looked at; empty while the run is being prepared. */
    public Optional<Snapshot> shown() {
        return latest().map(now -> travel.shownProperty().get());
    }

    /** What is looked at step by step, as it was traced last; empty while all is shown as trained. */
    public Optional<TracedSnapshot> stepByStep() {
        return Optional.ofNullable(traces.getTraced())
                .filter(traced -> traces.stepByStepProperty().get() && traced.snapshot() != traced.trained());
    }

    /** What is edited, fed as networks are looked at: as trained, or step by step. */
    public ObservableValue<Optional<Experiment>> editedAsShown() {
        ObservableValue<Optional<Experiment>> edited = lab.editedProperty();
        ObservableValue<Optional<Experiment>> stepByStep = edited.map(typed -> typed.map(Experiment::stepByStep));
        return traces.stepByStepProperty().flatMap(isStepByStep -> isStepByStep ? stepByStep : edited);
    }

    /** The moment that is looked at, once it was traced. */
    public ObservableValue<Optional<Snapshot>> lookedAt() {
        return traces.tracedProperty()
                .map(TracedSnapshot::trained)
                .map(Optional::of)
                .orElse(Optional.empty());
    }
}
