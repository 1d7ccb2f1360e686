package lab.carousel.ui.state;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.Columns;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Tracer;
import lab.carousel.model.trace.Traces;
import lab.carousel.training.Snapshot;

/**
 * Traces the latest snapshot of a run on a background thread, for all views that look into the network. While a trace
 * is being worked out only the newest request waits; older ones are dropped. Its methods and properties belong to the
 * JavaFX thread.
 */
public final class TraceService implements AutoCloseable {

    /** What is to be traced. */
    private record Request(Snapshot snapshot, StepWindow window) {}

    private final ReadOnlyObjectWrapper<TracedSnapshot> traced = new ReadOnlyObjectWrapper<>(this, "traced");
    private final ReadOnlyObjectWrapper<StepWindow> window =
            new ReadOnlyObjectWrapper<>(this, "window", StepWindow.START);
    private final Executor screen;
    private final ThreadPoolExecutor background;
    /** The result on its way to the screen; there is at most one. */
    private final AtomicReference<TracedSnapshot> finished = new AtomicReference<>();

    private Request latest;

    /** Used by the background thread only. */
    private Experiment tracerOf;

    private Tracer tracer;

    /** A service that hands its results over on the JavaFX thread. */
    public TraceService() {
        this(Platform::runLater);
    }

    /**
     * A service for tests.
     *
     * @param screen runs what hands a result over, in the thread that calls this service's methods
     */
    TraceService(Executor screen) {
        this.screen = screen;
        this.background = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                TraceService::thread,
                new DiscardOldestPolicy());
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "traces");
        thread.setDaemon(true);
        return thread;
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
    public ReadOnlyObjectProperty<StepWindow> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /** The value of {@link #windowProperty}. */
    public StepWindow getWindow() {
        return window.get();
    }

    /** Moves the window; one that reaches beyond the last column is moved back. */
    public void setWindow(StepWindow newWindow) {
        window.set(
                latest == null
                        ? newWindow
                        : newWindow.within(
                                Columns.of(latest.snapshot().experiment()).total()));
        if (latest != null) {
            submit(latest.snapshot());
        }
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
        Request request = new Request(snapshot, window.get());
        if (latest != null && latest.snapshot() == snapshot && latest.window().equals(request.window())) {
            return;
        }
        latest = request;
        background.execute(() -> trace(request));
    }

    /** Shows nothing any more, until the next request. */
    public void clear() {
        latest = null;
        traced.set(null);
    }

    private void trace(Request request) {
        Experiment experiment = request.snapshot().experiment();
        if (tracerOf != experiment) {
            tracer = new Tracer(experiment);
            tracerOf = experiment;
        }
        Traces traces = tracer.trace(request.snapshot().parameters(), request.window());
        TracedSnapshot before = finished.getAndSet(new TracedSnapshot(request.snapshot(), traces));
        if (before == null) {
            screen.execute(this::show);
        }
    }

    /** Hands the result over, unless it belongs to an experiment that is no longer looked at. */
    private void show() {
        TracedSnapshot result = finished.getAndSet(null);
        if (latest != null
                && result.snapshot().experiment() == latest.snapshot().experiment()) {
            traced.set(result);
        }
    }

    /** Stops the background thread. Nothing is shown any more. */
    @Override
    public void close() {
        latest = null;
        background.shutdownNow();
    }
}
