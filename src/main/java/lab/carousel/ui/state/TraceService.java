package lab.carousel.ui.state;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Columns;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.study.MemoryUnits;
import lab.carousel.task.Step;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.selection.Selection;
import lab.carousel.view.SingleEntryCache;
import org.jspecify.annotations.Nullable;

/**
 * Traces the latest snapshot of a run in the background, for all views that look into the network: fed as in training, or
 * step by step if that is chosen. While a trace
 * is being worked out only the newest request waits; older ones are dropped. Its methods and properties belong to the
 * JavaFX thread.
 */
public final class TraceService implements AutoCloseable {

    /**
     * What is to be traced.
     *
     * @param fork the steps of the fork whose units are asked for, none of the worst one; empty if nobody asks
     */
    private record Request(Snapshot snapshot, ColumnWindow window, boolean stepByStep, Optional<List<Step>> fork) {}

    private final ReadOnlyObjectWrapper<TracedSnapshot> traced = new ReadOnlyObjectWrapper<>(this, "traced");
    private final BooleanProperty stepByStep = new SimpleBooleanProperty(this, "stepByStep");
    private final ReadOnlyObjectWrapper<ColumnWindow> window =
            new ReadOnlyObjectWrapper<>(this, "window", ColumnWindow.START);
    private final ConflatingWorker<Request, TracedSnapshot> worker;
    private @Nullable Request latest;

    private final SingleEntryCache<Experiment, Evaluator> evaluators = new SingleEntryCache<>(Evaluator::new);
    private final SingleEntryCache<Experiment, Experiment> stepByStepExperiments =
            new SingleEntryCache<>(Experiment::stepByStep);
    private Optional<Selection> selection = Optional.empty();

    /** A service without anything to trace. */
    public TraceService(Background background) {
        this.worker = ConflatingWorker.ofMoment(background, "traces", this::trace, this::show);
        stepByStep.addListener((observable, before, now) -> {
            if (latest != null) {
                submit(latest.snapshot());
            }
        });
    }

    /**
     * Whether networks are evaluated step by step, where that differs from as trained: the state reset before each sequence,
     * one slot.
     */
    public BooleanProperty stepByStepProperty() {
        return stepByStep;
    }

    /** The latest traces with the snapshot they belong to; null if there is nothing to show. */
    public ReadOnlyObjectProperty<TracedSnapshot> tracedProperty() {
        return traced.getReadOnlyProperty();
    }

    /** The value of {@link #tracedProperty}. */
    public TracedSnapshot getTraced() {
        return traced.get();
    }

    /** The window that is, or will be, traced. */
    public ColumnWindow getWindow() {
        return window.get();
    }

    /** Moves the window; one that reaches beyond the last column is moved back. */
    public void setWindow(ColumnWindow newWindow) {
        window.set(
                latest == null
                        ? newWindow
                        : newWindow.within(
                                Columns.of(latest.snapshot().experiment()).total()));
        if (latest != null) {
            submit(latest.snapshot());
        }
    }

    /** From now on also finds out which units carry the memory at the selected fork, while that is asked for. */
    public void lookAt(Selection selected) {
        selection = Optional.of(selected);
        ChangeListener<Object> again = (observable, before, now) -> {
            if (latest != null) {
                submit(latest.snapshot());
            }
        };
        selected.memoryOnlyProperty().addListener(again);
        selected.forkProperty().addListener(again);
    }

    /** From now on asks for the traces of each moment that is looked at. */
    public void follow(ObservableValue<Snapshot> moment) {
        moment.addListener((observable, before, now) -> request(now));
    }

    /**
     * Asks for the traces of a snapshot. With the first one of another task the window goes to its start. Asking for
     * the same again costs nothing.
     */
    public void request(Snapshot snapshot) {
        if (latest == null || latest.snapshot().experiment() != snapshot.experiment()) {
            adaptWindow(snapshot.experiment());
        }
        submit(snapshot);
    }

    private void adaptWindow(Experiment experiment) {
        Columns columns = Columns.of(experiment);
        boolean known = latest != null
                && latest.snapshot()
                        .experiment()
                        .task()
                        .sequences()
                        .equals(experiment.task().sequences())
                && Columns.of(latest.snapshot().experiment()).total() == columns.total();
        if (!known) {
            window.set(columns.windows().get(0));
        }
    }

    private void submit(Snapshot snapshot) {
        Optional<List<Step>> fork = selection
                .filter(selected -> selected.memoryOnlyProperty().get())
                .map(selected -> selected.forkProperty().get());
        Request request = new Request(snapshot, window.get(), stepByStep.get(), fork);
        if (latest != null && latest.snapshot() == snapshot && latest.equals(request)) {
            return;
        }
        latest = request;
        worker.ask(request);
    }

    /** Shows nothing any more, until the next request. */
    public void clear() {
        latest = null;
        traced.set(null);
    }

    private TracedSnapshot trace(Request request) {
        Experiment experiment = request.snapshot().experiment();
        Snapshot seen = request.stepByStep() && experiment.hasTwoEvaluations()
                ? request.snapshot().evaluatedBy(evaluators.of(stepByStepExperiments.of(experiment)))
                : request.snapshot();
        FedNetwork network = fed(seen);
        return new TracedSnapshot(
                seen,
                network,
                network.traces(request.window()),
                request.snapshot(),
                request.fork().flatMap(fork -> MemoryUnits.of(network, fork)));
    }

    /** The network of a snapshot; asked for again, also by another thread, it is the same. */
    public FedNetwork fed(Snapshot seen) {
        return evaluators.of(seen.experiment()).fed(seen.parameters());
    }

    /** Hands the result over, unless it belongs to an experiment that is no longer looked at. */
    private void show(TracedSnapshot result) {
        if (latest != null && result.trained().experiment() == latest.snapshot().experiment()) {
            traced.set(result);
        }
    }

    /** Traces nothing any more. Nothing is shown any more. */
    @Override
    public void close() {
        latest = null;
        worker.close();
    }
}
