package lab.carousel.ui.lab;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import lab.carousel.engine.Engine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.training.Origin;
import lab.carousel.training.Pace;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Run;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the window works on: the experiment being edited, and the run that trains one. Until a run is touched it follows
 * every edit. From then on, if live what-if is on and the engine is quick enough, each edit trains anew from the start,
 * as far as the run was to go. Otherwise the run keeps its experiment, an edit only offers a restart, and a changed
 * learning rate alone goes into the run as it is. Used on the JavaFX thread; {@link #pulse} is called once per frame.
 */
public final class Lab implements AutoCloseable {

    private final Function<EngineName, Engine> engines;
    private final ReadOnlyObjectWrapper<Optional<Experiment>> edited = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Message>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canBeLive = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<RunStatus> status = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Experiment> running = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper restartNeeded = new ReadOnlyBooleanWrapper();

    private final BooleanProperty live = new SimpleBooleanProperty(this, "live", true);
    private final LongSupplier nanoTime;

    private final ObjectProperty<Pace> pace = new SimpleObjectProperty<>(this, "pace", Pace.FASTEST);
    private boolean updatesAreWatched;

    @SuppressWarnings("NullAway.Init") // replaceRun(), which is called when it is made, sets it
    private LabRun current;
    /** The run before, which may still be ending an update; null if there was none. */
    private @Nullable LabRun superseded;

    private boolean runIsOutdated;
    private final TypedRate learningRate;

    /** A lab that starts on an experiment, and reads the time, in nanoseconds, from the given source. */
    public Lab(Function<EngineName, Engine> engines, Experiment experiment, LongSupplier nanoTime) {
        this.engines = engines;
        this.nanoTime = nanoTime;
        take(Optional.of(experiment.task()), Optional.of(experiment.hyperparameters()), experiment.engine());
        learningRate = new TypedRate(nanoTime);
        startAgain(experiment, Optional.empty());
        live.addListener((observable, before, now) -> compareWithRun());
        pace.addListener((observable, before, now) -> current.setPace());
    }

    /** The experiment as edited; empty while something in it is not valid. */
    public ReadOnlyObjectProperty<Optional<Experiment>> editedProperty() {
        return edited.getReadOnlyProperty();
    }

    /** Why a valid task and valid hyperparameters cannot work together, if they cannot. */
    public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether edits train anew at once, with an engine for which {@link #canBeLiveProperty} holds. */
    public BooleanProperty liveProperty() {
        return live;
    }

    /** Whether the chosen engine is quick enough to train anew with every edit. */
    public ReadOnlyBooleanProperty canBeLiveProperty() {
        return canBeLive.getReadOnlyProperty();
    }

    /**
     * What the run has published, as of the last pulse. After an edit it stays that of the run before until there is
     * something to see of the new one.
     */
    public ReadOnlyObjectProperty<RunStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The experiment of the run that the status tells of. */
    public ReadOnlyObjectProperty<Experiment> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether the edited experiment differs from that of the run in more than the learning rate. */
    public ReadOnlyBooleanProperty restartNeededProperty() {
        return restartNeeded.getReadOnlyProperty();
    }

    /** Takes over what the editors hold; empty where they hold something that is not valid. */
    public void edit(Optional<Task> task, Optional<Hyperparameters> hyperparameters, EngineName engine) {
        take(task, hyperparameters, engine);
        compareWithRun();
    }

    private void take(Optional<Task> task, Optional<Hyperparameters> hyperparameters, EngineName engine) {
        Optional<Experiment> typed = Optional.empty();
        Optional<Message> conflict = Optional.empty();
        if (task.isPresent() && hyperparameters.isPresent()) {
            try {
                typed = Optional.of(new Experiment(task.get(), hyperparameters.get(), engine).checked());
            } catch (InvalidInput invalid) {
                conflict = Optional.of(invalid.problem());
            }
        }
        problem.set(conflict);
        edited.set(typed);
        canBeLive.set(engine == EngineName.KERNEL);
    }

    private void compareWithRun() {
        Optional<Experiment> now = edited.get();
        runIsOutdated = false;
        if (now.isEmpty()) {
            restartNeeded.set(false);
            return;
        }
        double rate = now.get().hyperparameters().get(Settings.LEARNING_RATE);
        Experiment trained = current.run.experiment();
        runIsOutdated = !now.get().equals(trained) && (!current.isTouched() || (live.get() && canBeLive.get()));
        boolean onlyTheRate = now.get().equals(trained.with(all -> all.with(Settings.LEARNING_RATE, rate)));
        if (onlyTheRate && !runIsOutdated) {
            learningRate.set(rate);
        }
        restartNeeded.set(!onlyTheRate && !runIsOutdated);
    }

    /** Takes over what the run has published; lets a run that has to follow the edits give way to the next one. */
    public void pulse() {
        learningRate.giveTo(current.run);
        show();
        if (superseded != null && superseded.run.hasEnded()) {
            superseded = null;
        }
        // So that at most one of them is still ending an update, however quickly the edits come
        if (runIsOutdated && superseded == null && current.mayGiveWay()) {
            Experiment experiment = edited.get().orElseThrow();
            replaceRun(current.successor(experiment, engine(experiment)));
        }
    }

    private void show() {
        if (current.isSeen()) {
            running.set(current.run.experiment());
            status.set(current.run.status());
        }
    }

    private void startAgain(Experiment experiment, Optional<Origin> origin) {
        replaceRun(new LabRun(new Run(experiment, engine(experiment), origin), origin, false, pace, nanoTime));
        show();
    }

    private Engine engine(Experiment experiment) {
        return engines.apply(experiment.engine());
    }

    private void replaceRun(LabRun next) {
        if (current != null) {
            current.run.close();
        }
        superseded = current;
        current = next;
        current.run.watchUpdates(updatesAreWatched);
        runIsOutdated = false;
        learningRate.forget();
        restartNeeded.set(false);
    }

    /**
     * Whether there is anything to train: not while something that is edited is not valid, for what would be trained then
     * is not what stands there.
     */
    public boolean canTrain() {
        return edited.get().isPresent();
    }

    /**
     * Trains to the last epoch; a run that has ended starts anew with the experiment as edited, also where another one is on its
     * way to the end by itself meanwhile and is not seen yet.
     */
    public void play() {
        prepare();
        current.play();
    }

    /**
     * Whether the run is going because it was told to, or follows one that was. One that trains anew by itself after an edit
     * at rest is not: what is told to play then goes on, and does not stop.
     */
    public boolean isToldToGo() {
        return status.get().state() == RunState.RUNNING && !current.isBySelf();
    }

    /** Pauses after the update under way. */
    public void pause() {
        current.pause();
    }

    public void stepOnce() {
        prepare();
        current.stepOnce();
    }

    /** Trains to the end of the epoch. */
    public void epochOnce() {
        prepare();
        current.epochOnce();
    }

    /** Sees to it that the run can go on, with the experiment as edited where it follows the edits. */
    private void prepare() {
        boolean isEndShown = !current.isSeen() && LabRun.hasFinished(status.get());
        if (current.hasFinished() || runIsOutdated || isEndShown) {
            startAgain();
        }
    }

    /** The experiment as edited, from where the run started. */
    private void startAgain() {
        Experiment next = next();
        startAgain(next, current.originFor(next));
    }

    private Experiment next() {
        return edited.get().orElse(current.run.experiment());
    }

    /** Back to the weights of the seed, with the experiment as edited. */
    public void reset() {
        startAgain(next(), Optional.empty());
    }

    /** Trains the experiment as edited from the weights of the seed to its end, at the fastest pace. */
    public void trainWhole() {
        reset();
        current.hurry();
    }

    /** Starts the experiment as edited from the beginning, and plays it. */
    public void restart() {
        startAgain();
        play();
    }

    /** Whether a run of the experiment as edited can start from a state: it has the same weights to learn. */
    public boolean canContinueFrom(Origin origin) {
        return origin.parameters().layout().equals(next().layout());
    }

    /**
     * Puts the experiment as edited at a state of an earlier run, from which it goes on when it is told to. Does nothing if
     * that does not fit.
     */
    public void continueFrom(Origin origin) {
        if (canContinueFrom(origin)) {
            startAgain(next(), Optional.of(origin));
        }
    }

    /** The state that the run went on from; empty if it started from its seed. */
    public Optional<Origin> origin() {
        return current.originFor(current.run.experiment());
    }

    /** The run shown, to be put aside; empty while nothing was learned in it, unless another program did. */
    public Optional<PausedRun> paused() {
        return PausedRun.of(status.get());
    }

    /** Shows a run that was put aside, where it was; it goes on when it is told to. */
    public void resume(PausedRun paused) {
        Run run = new Run(paused, engine(paused.snapshot().experiment()));
        replaceRun(new LabRun(run, paused.snapshot().origin(), true, pace, nanoTime));
        show();
        compareWithRun();
        // It was trained at the rate that stands in the editors, which nobody is typing now
        learningRate.dueNow();
    }

    /** Whether the run has done all that it was told, is that of the experiment as edited, and is shown as it is. */
    public boolean isAtRest() {
        return !runIsOutdated && current.run.isAtRest() && status.get() == current.run.status();
    }

    /** How fast this run and the next ones go. */
    public ObjectProperty<Pace> paceProperty() {
        return pace;
    }

    /** Decides whether the snapshots of this run and the next ones tell how their last weight update was made. */
    public void watchUpdates(boolean watched) {
        updatesAreWatched = watched;
        current.run.watchUpdates(watched);
    }

    @Override
    public void close() {
        current.run.close();
    }

    /** A learning rate on its way to the run. It waits for the user to stop typing: on the way to 1e-3 the field holds 1. */
    static final class TypedRate {

        private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

        private final LongSupplier nanoTime;
        /** 0 if there is none. */
        private double rate;

        private long due;

        TypedRate(LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
        }

        void set(double typed) {
            rate = typed;
            due = nanoTime.getAsLong() + PATIENCE_NANOS;
        }

        void forget() {
            rate = 0;
        }

        /** Nobody is typing it. */
        void dueNow() {
            due = nanoTime.getAsLong();
        }

        /** Gives it away, once, when it is due. */
        void giveTo(Run run) {
            if (rate > 0 && nanoTime.getAsLong() - due >= 0) {
                run.setLearningRate(rate);
                rate = 0;
            }
        }
    }
}
