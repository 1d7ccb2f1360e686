package lab.carousel.lesson;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Words;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;

/**
 * State of the window, as far as a lesson asks.
 *
 * @param edited the edited experiment; empty while it is invalid
 * @param place key of the microscope's place that is shown
 * @param done what else was done in the window, under the names from {@link #SILENCED} to {@link #EVALUATION}
 */
public record Situation(Optional<Experiment> edited, RunStatus status, String place, Map<String, Object> done)
        implements Readings {

    public static final String STATE = "state";
    public static final String EPOCH = "epoch";
    public static final String UPDATES = "updates";
    /** Epoch of an earlier run from which it goes on. */
    public static final String ORIGIN = "origin";

    public static final String VERDICT = "verdict";
    /** How many floors of a task of numbers the loss is under. */
    public static final String FLOORS = "floors";

    public static final String PLACE = "place";
    public static final String TASK = LessonTargets.TASK;
    /** The run and where it stands: equal as long as nothing more is trained. */
    public static final String RUN = "run";
    /** What is read of a run. */
    public static final Set<String> OF_RUN = Set.of(STATE, EPOCH, UPDATES, ORIGIN, VERDICT, FLOORS);

    /** Number of units in lesions. */
    public static final String SILENCED = "silenced";
    /** States that are transplanted, {@code h}, {@code c}, or both with a space between. */
    public static final String TRANSPLANTED = "transplanted";
    /** States of the automaton that is shown of the intact network. */
    public static final String AUTOMATON = "automaton";
    /** States of the automaton that is shown of the network with units silenced. */
    public static final String LESIONED_AUTOMATON = "lesionedAutomaton";
    /** Numbers of the pinned runs. */
    public static final String PINNED = "pinned";
    /** Letter of what the heatmap shows. */
    public static final String QUANTITY = "quantity";
    /** How the network is looked at: {@link #STEP_BY_STEP}, as trained, or {@link #SAME} where there is only one way. */
    public static final String EVALUATION = "evaluation";

    /** Before the word of a {@link MeasuredNumber} or an {@link AskedVerdict}: that of the network that is shown, once it is trained. */
    public static final String SHOWN = "shown.";

    public static final String STEP_BY_STEP = "step by step";
    public static final String SAME = "the same";

    public static final Words<MeasuredNumber> READINGS = Words.of(MeasuredNumber.class);
    static final Words<RunState> STATES = Words.of(RunState.class);
    static final Words<Verdict> VERDICTS = Words.of(Verdict.class);

    public Situation {
        done = Map.copyOf(done);
    }

    /**
     * One thing that a {@link Condition} can ask about: of the latest run of the edited experiment its state, epoch, updates,
     * origin and verdict; the place; the edited task, or a hyperparameter by its name, as files write it; or an observation
     * ({@link #SHOWN}). Empty if there is none.
     */
    @Override
    public Optional<Object> read(String name) {
        return switch (name) {
            case STATE -> snapshot().map(any -> STATES.word(status.state()));
            case EPOCH -> snapshot().map(run -> (long) run.position().epoch());
            case ORIGIN -> snapshot().flatMap(Snapshot::origin).map(from -> (long) from.epoch());
            case UPDATES -> snapshot().map(run -> run.position().updates());
            case VERDICT -> snapshot().map(run -> VERDICTS.word(run.verdict()));
            case FLOORS ->
                snapshot()
                        .flatMap(run -> run.evaluation().judgement().floorsUnder())
                        .<Object>map(under -> under);
            case RUN -> status.snapshot().map(Object.class::cast);
            case PLACE -> Optional.of(place);
            case SILENCED, TRANSPLANTED, AUTOMATON, LESIONED_AUTOMATON, PINNED, QUANTITY ->
                Optional.ofNullable(done.get(name));
            case EVALUATION ->
                edited.filter(experiment -> !experiment.hasTwoEvaluations())
                        .<Object>map(any -> SAME)
                        .or(() -> Optional.ofNullable(done.get(name)));
            case TASK -> edited.map(Experiment::task);
            default ->
                name.startsWith(SHOWN)
                        ? trained().map(run -> shown(name.substring(SHOWN.length()), run))
                        : edited.map(
                                experiment -> Settings.named(name).orElseThrow().written(experiment.hyperparameters()));
        };
    }

    private static Object shown(String word, Snapshot run) {
        return AskedVerdict.WORDS.find(word).isPresent()
                ? run.verdict().name()
                : READINGS.find(word).orElseThrow().of(run);
    }

    /** Latest snapshot of a run of the edited experiment; empty if the run is of another one. */
    Optional<Snapshot> snapshot() {
        return status.snapshot()
                .filter(snapshot -> edited.filter(snapshot.experiment()::equals).isPresent());
    }

    /** The same, once at least one update was made. */
    Optional<Snapshot> trained() {
        return snapshot().filter(snapshot -> snapshot.position().updates() > 0);
    }
}
