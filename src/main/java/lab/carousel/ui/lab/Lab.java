package lab.carousel.ui.lab;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lab.carousel.engine.Engine;
import lab.carousel.message.InvalidInput;
import lab.carousel.message.Message;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.task.Task;
import lab.carousel.training.Pace;
import lab.carousel.training.Run;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;

/**
 * What the window works on: the experiment being edited, and the run that trains one. Until a run is touched it follows
 * every edit; from then on it keeps its experiment, and an edit only offers a restart. A changed learning rate alone goes
 * into the run as it is. Used on the JavaFX thread; {@link #pulse} is called once per frame.
 */
public final class Lab implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

    private final Function<EngineName, Engine> engines;
    private final ReadOnlyObjectWrapper<Optional<Experiment>> edited = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Message>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<RunStatus> status = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Experiment> running = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper restartNeeded = new ReadOnlyBooleanWrapper();

    private Pace pace = Pace.FASTEST;
    private Run run;
    /** Whether the run has been told to go since it was made. */
    private boolean touched;

    private boolean runIsOutdated;
    /** The learning rate to be given to the run when it is due; 0 if there is none. */
    private double learningRate;

    private long learningRateDue;

    /** A lab that starts on an experiment. */
    public Lab(Function<EngineName, Engine> engines, Experiment experiment) {
        this.engines = engines;
        edited.set(Optional.of(experiment));
        replaceRun(experiment);
    }

    /** The experiment as edited; empty while something in it is not valid. */
    public ReadOnlyObjectProperty<Optional<Experiment>> editedProperty() {
        return edited.getReadOnlyProperty();
    }

    /** Why a valid task and valid hyperparameters cannot work together, if they cannot. */
    public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the run has published, as of the last pulse. */
    public ReadOnlyObjectProperty<RunStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The experiment of the run. */
    public ReadOnlyObjectProperty<Experiment> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether the edited experiment differs from that of the run in more than the learning rate. */
    public ReadOnlyBooleanProperty restartNeededProperty() {
        return restartNeeded.getReadOnlyProperty();
    }

    /** Takes over what the editors hold; empty where they hold something that is not valid. */
    public void edit(Optional<Task> task, Optional<Hyperparameters> hyperparameters, EngineName engine) {
        Optional<Experiment> experiment = Optional.empty();
        Optional<Message> conflict = Optional.empty();
        if (task.isPresent() && hyperparameters.isPresent()) {
            try {
                experiment = Optional.of(new Experiment(task.get(), hyperparameters.get(), engine));
            } catch (InvalidInput invalid) {
                conflict = Optional.of(invalid.problem());
            }
        }
        problem.set(conflict);
        edited.set(experiment);
        compareWithRun();
    }

    private void compareWithRun() {
        Optional<Experiment> now = edited.get();
        if (now.isEmpty() || now.get().equals(running.get())) {
            runIsOutdated = false;
            restartNeeded.set(false);
            now.ifPresent(experiment ->
                    setLearningRateSoon(experiment.hyperparameters().learningRate()));
            return;
        }
        if (!touched) {
            runIsOutdated = true;
            return;
        }
        double rate = now.get().hyperparameters().learningRate();
        Experiment atThatRate = running.get().with(running.get().hyperparameters().withLearningRate(rate));
        boolean onlyTheRate = now.get().equals(atThatRate);
        if (onlyTheRate) {
            setLearningRateSoon(rate);
        }
        restartNeeded.set(!onlyTheRate);
    }

    /** Waits for the user to stop typing: on the way to 1e-3 the field holds 1. */
    private void setLearningRateSoon(double rate) {
        learningRate = rate;
        learningRateDue = System.nanoTime() + PATIENCE_NANOS;
    }

    /** Takes over what the run has published; lets an untouched run follow the edits. */
    public void pulse() {
        if (runIsOutdated && run.status().state() != RunState.PREPARING) {
            edited.get().ifPresent(this::replaceRun);
        }
        if (learningRate > 0 && System.nanoTime() - learningRateDue >= 0) {
            run.setLearningRate(learningRate);
            learningRate = 0;
        }
        RunStatus now = run.status();
        if (now != status.get()) {
            status.set(now);
        }
    }

    private void replaceRun(Experiment experiment) {
        if (run != null) {
            run.close();
        }
        run = new Run(experiment, engines.apply(experiment.engine()));
        run.setPace(pace);
        runIsOutdated = false;
        learningRate = 0;
        touched = false;
        restartNeeded.set(false);
        running.set(experiment);
        status.set(run.status());
    }

    /** Whether there is anything to train: a run that can go on, or a valid experiment to start. */
    public boolean canTrain() {
        return touched && status.get().state().canContinue() || edited.get().isPresent();
    }

    /** Trains to the last epoch; a run that has ended starts anew with the experiment as edited. */
    public void play() {
        start();
        run.play();
    }

    /** Pauses after the update under way. */
    public void pause() {
        run.pause();
    }

    /** Makes one weight update. */
    public void stepOnce() {
        start();
        run.stepOnce();
    }

    /** Trains to the end of the epoch. */
    public void epochOnce() {
        start();
        run.epochOnce();
    }

    private void start() {
        RunState state = run.status().state();
        boolean ended = !state.canContinue() && state != RunState.PREPARING;
        if (ended || runIsOutdated) {
            replaceRun(edited.get().orElse(running.get()));
        }
        touched = true;
    }

    /** Back to the start, with the experiment as edited. */
    public void reset() {
        replaceRun(edited.get().orElse(running.get()));
    }

    /** Starts the experiment as edited from the beginning, and plays it. */
    public void restart() {
        reset();
        play();
    }

    /** Changes how fast this run and the next ones go. */
    public void setPace(Pace newPace) {
        pace = newPace;
        run.setPace(newPace);
    }

    /** Stops the run. */
    @Override
    public void close() {
        run.close();
    }
}
