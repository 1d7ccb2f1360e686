package lab.carousel.ui.project;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import lab.carousel.model.Experiment;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.training.Origin;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.lab.Lab;

/**
 * What is worked on: its state now, and each state before. Every edit is a function from one state to the next; the lab
 * has the experiment of the state at any time. Used on the JavaFX thread.
 */
public final class Project {

    /** So many runs can come back, and fewer if their pasts are large. */
    private static final int MOST_REPLACED = 3;

    private static final long MOST_BYTES = 64L << 20;

    /**
     * A run that something else took the place of.
     *
     * @param state what was edited
     * @param run   where it was
     */
    private record ReplacedRun(ProjectState state, PausedRun run) {

        boolean isOf(ProjectState now) {
            return now.isSameExperiment(state) && now.hasSameStart(state);
        }

        long bytes() {
            Snapshot snapshot = run.snapshot();
            return Double.BYTES
                    * (long) snapshot.experiment().layout().size()
                    * snapshot.recorded().size();
        }
    }

    private final Lab lab;
    private final LongSupplier nanoTime;
    private final ReadOnlyObjectWrapper<History<ProjectState>> history;
    private final ReadOnlyObjectWrapper<ProjectState> state;
    /** Of the state; kept because to draw the sequences of a task takes a while. */
    private final ReadOnlyObjectWrapper<Optional<Task>> task;
    /** The latest one first. */
    private final Deque<ReplacedRun> replaced = new ArrayDeque<>();

    private long gesture;
    private boolean isHeld;
    /** Whether what was opened last took the place of something that stands in no file. */
    private boolean isUnsavedReplaced;
    /** While a state is being shown, what changes in the window is no edit. */
    private boolean isShowing;
    /** Whether a step is undone or redone, so that an earlier run may come back. */
    private boolean isGoingBack;

    /**
     * The work on an experiment.
     *
     * @param lab      trains it already
     * @param nanoTime the time, in nanoseconds
     */
    public Project(Lab lab, Experiment initial, LongSupplier nanoTime) {
        this.lab = lab;
        this.nanoTime = nanoTime;
        ProjectState first = ProjectState.of(initial);
        history = new ReadOnlyObjectWrapper<>(this, "history", History.of(first));
        state = new ReadOnlyObjectWrapper<>(this, "state", first);
        task = new ReadOnlyObjectWrapper<>(this, "task", first.task().task());
        state.addListener((observable, before, now) -> intoLab(before, now));
    }

    /** Watches the mouse in a node, so that dragging is one step, and what follows another. */
    public void watchMouse(Node node) {
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            gesture++;
            isHeld = true;
        });
        node.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> isHeld = false);
    }

    /** The states before and after. */
    public ReadOnlyObjectProperty<History<ProjectState>> historyProperty() {
        return history.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ProjectState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The value of {@link #stateProperty}. */
    public ProjectState state() {
        return state.get();
    }

    /** The task of the state; empty while it is not valid. */
    public ReadOnlyObjectProperty<Optional<Task>> taskProperty() {
        return task.getReadOnlyProperty();
    }

    /** The experiment of the state; empty while it is not valid. */
    public Optional<Experiment> edited() {
        return lab.editedProperty().get();
    }

    /** Whether the experiment differs from that of its file. */
    public boolean isChanged() {
        return state().document().isChanged(edited());
    }

    /** Edits what stands there; the step is called by what is different then. Does nothing while a state is being shown. */
    public void edit(UnaryOperator<ProjectState> edit) {
        if (!isShowing) {
            ProjectState now = edit.apply(state());
            if (!now.equals(state())) {
                edit(state().editTo(now), now);
            }
        }
    }

    /** Edits what stands there, as a step of this name. */
    public void edit(Message name, UnaryOperator<ProjectState> edit) {
        edit(new HistoryEdit(name, false), edit.apply(state()));
    }

    private void edit(HistoryEdit edit, ProjectState now) {
        show(history.get().edit(now, edit, new History.Moment(gesture, isHeld, nanoTime.getAsLong())), false);
    }

    /** Undoes the last step, if there is one. */
    public void undo() {
        show(history.get().undo(), true);
    }

    /** Does again what was undone last, if there is anything. */
    public void redo() {
        show(history.get().redo(), true);
    }

    private void show(History<ProjectState> next, boolean goesBack) {
        history.set(next);
        isShowing = true;
        isGoingBack = goesBack;
        try {
            state.set(next.present());
        } finally {
            isShowing = false;
            isGoingBack = false;
        }
    }

    /** Puts an experiment there that has no file, as a step of this name, with a run at its start. */
    public void open(Message name, Experiment experiment) {
        open(name, Document.untitled(experiment), experiment);
    }

    /** Puts an experiment there, as a step of this name, with a run at its start. */
    public void open(Message name, Document document, Experiment experiment) {
        open(name, now -> now.with(experiment).with(document).startingFrom(Optional.empty()));
    }

    /** The same with a run that can go on. */
    public void open(Message name, Document document, PausedRun run) {
        open(name, document, run.snapshot().experiment());
        lab.resume(run);
    }

    /** What is told of something that was opened, and that what it took the place of is not lost. */
    public String withReplaced(String words) {
        return Stream.concat(Stream.of(words), replaced().stream()).collect(Collectors.joining(" "));
    }

    /** That what stood there before the last thing was opened stands in no file, and comes back by undoing. */
    public Optional<String> replaced() {
        return isUnsavedReplaced ? Optional.of(Message.text("undo.comesBack")) : Optional.empty();
    }

    /** Puts something else there, as a step of this name, with a run at its start. */
    public void open(Message name, UnaryOperator<ProjectState> edit) {
        isUnsavedReplaced = isChanged();
        replace(name, edit);
        boolean isContinued =
                lab.statusProperty().get().snapshot().flatMap(Snapshot::origin).isPresent();
        if (isContinued || !Optional.of(lab.runningProperty().get()).equals(edited())) {
            lab.reset();
        }
    }

    /** The same, but the run starts anew and it is a step of its own even where nothing differs: undone, the run is back. */
    public void start(Message name, UnaryOperator<ProjectState> edit) {
        replace(name, now -> edit.apply(now).startedAfter(now));
    }

    /** Goes on from a state of the run, when it is told to; can be undone. */
    public void continueFrom(Origin origin) {
        if (lab.canContinueFrom(origin)) {
            replace(Message.of("undo.continued", origin.epoch()), now -> now.startingFrom(Optional.of(origin)));
        }
    }

    private void replace(Message name, UnaryOperator<ProjectState> edit) {
        keepRun(state());
        edit(name, edit);
    }

    /** What was worked on as a document was saved as another one; what was edited before and since belongs to that, too. */
    public void saved(Document before, Document now) {
        show(history.get().map(each -> each.document().equals(before) ? each.with(now) : each), false);
    }

    /** A run that something else takes the place of comes back when that is undone or redone; the last ones only. */
    private void keepRun(ProjectState now) {
        lab.paused().ifPresent(paused -> {
            replaced.removeIf(kept -> kept.isOf(now));
            replaced.addFirst(new ReplacedRun(now, paused));
        });
        while (replaced.size() > MOST_REPLACED
                || (replaced.size() > 1
                        && replaced.stream().mapToLong(ReplacedRun::bytes).sum() > MOST_BYTES)) {
            replaced.removeLast();
        }
    }

    private void intoLab(ProjectState before, ProjectState now) {
        if (!now.task().equals(before.task())) {
            Optional<Task> made = now.task().task();
            if (!made.equals(task.get())) {
                task.set(made);
            }
        }
        boolean isSame = now.isSameExperiment(before);
        boolean startsElsewhere = !now.hasSameStart(before);
        if (isSame && !startsElsewhere) {
            return;
        }
        Optional<ReplacedRun> kept =
                replaced.stream().filter(each -> isGoingBack && each.isOf(now)).findFirst();
        if (kept.isPresent()) {
            keepRun(before);
        }
        if (!isSame) {
            lab.edit(
                    task.get(),
                    now.hyperparameters().hyperparameters(),
                    now.hyperparameters().engine());
        }
        if (kept.isPresent()) {
            replaced.remove(kept.get());
            lab.resume(kept.get().run());
        } else if (startsElsewhere
                && (now.starts() != before.starts() || !now.origin().equals(lab.origin()))) {
            now.origin().ifPresentOrElse(lab::continueFrom, lab::reset);
        }
    }
}
