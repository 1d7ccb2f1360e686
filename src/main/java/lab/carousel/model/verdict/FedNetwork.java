package lab.carousel.model.verdict;

import java.util.List;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.memory.EpochMemory;
import lab.carousel.task.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * A network, and what it does on a task: fed once for all who look at it, and only as far as somebody asks. Safe for use by many
 * threads.
 */
public final class FedNetwork {

    private final Evaluator evaluator;
    private final Parameters parameters;
    private final FedSteps evaluated;
    private final FedSteps sample;
    private final FedSteps shown;
    private List<ForkFindings> byOrder = List.of();
    private @Nullable ForkFindings findings;

    FedNetwork(Evaluator evaluator, Parameters parameters) {
        this.evaluator = evaluator;
        this.parameters = parameters;
        boolean isCarriedOver = evaluator.experiment().feeding().isCarriedOver();
        evaluated = feed(evaluator.sequences(), isCarriedOver);
        boolean carriesOver = evaluator.experiment().carriesOver();
        sample = carriesOver == isCarriedOver ? evaluated : feed(evaluator.sequences(), carriesOver);
        Steps[] tests = evaluator.tests().stream().flatMap(MinimalPair::both).toArray(Steps[]::new);
        shown = tests.length > 0 ? feed(tests, false) : sample;
    }

    public static FedNetwork of(Experiment experiment, Parameters parameters) {
        return new Evaluator(experiment).fed(parameters);
    }

    private FedSteps feed(Steps[] sequences, boolean isCarriedOver) {
        return FedSteps.of(parameters, experiment().hyperparameters(), sequences, isCarriedOver);
    }

    public Evaluator evaluator() {
        return evaluator;
    }

    public Experiment experiment() {
        return evaluator.experiment();
    }

    public Memory memory() {
        return evaluator.memory();
    }

    /** The test sequences of a task that draws them, each with its twins; none where no test asks for memory. */
    public List<MinimalPair> tests() {
        return evaluator.tests();
    }

    public Parameters parameters() {
        return parameters;
    }

    /** The listed sequences, or the sample of a drawn task, fed as they are evaluated, in the listed order. */
    public FedSteps steps() {
        return evaluated;
    }

    /** The same; those of a drawn task each from zero, since in training others come before them. */
    public FedSteps sample() {
        return sample;
    }

    /** What it does at the steps of a window of the {@link #sample}. */
    public Traces traces(ColumnWindow window, Operation operation) {
        FedSteps fed = operation == Operation.NONE ? sample : sample.with(operation);
        return Traces.of(fed, evaluator.columns(), evaluator.deciding(), window);
    }

    public Traces traces(ColumnWindow window) {
        return traces(window, Operation.NONE);
    }

    /** The test sequences of a drawn task, each followed by its twin; where there are none the {@link #sample}. */
    public FedSteps shown() {
        return shown;
    }

    /** The listed sequences in an order that is judged. */
    FedSteps steps(int order) {
        return order == 0
                ? evaluated
                : evaluated.inOrder(memory().epochs().get(order).order());
    }

    /** How well it tells the steps of each fork apart; none where a task draws its sequences. */
    public synchronized ForkFindings findings() {
        if (findings == null) {
            byOrder = evaluator.findings(this);
            findings = ForkFindings.joined(byOrder);
        }
        return findings;
    }

    /** The two steps of the worst pair of a fork, in the order fed; of several orders in the first that has it. */
    public List<Step> worstPair(int fork) {
        return worstPair(fork, findings().worstOrder(fork));
    }

    /** The same in the order that has the separation of the fork, the lowest of all. */
    public List<Step> separatedPair(int fork) {
        return worstPair(fork, findings().separatedOrder(fork));
    }

    private List<Step> worstPair(int fork, int order) {
        EpochMemory epoch = memory().epochs().get(order);
        return byOrder.get(order).worstPlaces(fork).stream()
                .map(place -> step(epoch, place))
                .toList();
    }

    /** The step of an epoch whose state is kept at a place: those that stand in a row, in the order fed. */
    private Step step(EpochMemory epoch, int place) {
        int before = 0;
        for (int s : epoch.order()) {
            for (int t = 0; t < evaluated.steps(s).size(); t++) {
                if (epoch.row(s, t) != EpochMemory.NONE && before++ == place) {
                    return experiment().task().step(s, t + 1);
                }
            }
        }
        throw new IllegalArgumentException("no place " + place);
    }

    /**
     * How far the states at some pairs of steps are apart, measured as the separation of a fork is, and in the order that
     * has it; NaN if it is not measured.
     *
     * @param pairs two steps each, numbered from 1
     */
    public List<Double> separations(int fork, List<List<Step>> pairs) {
        FedSteps fed = steps(findings().separatedOrder(fork));
        StepStates states = evaluator.states();
        fed.each((s, t, state) -> states.add(state));
        return pairs.stream()
                .map(pair -> states.separation(states.distance(state(fed, pair.get(0)), state(fed, pair.get(1)))))
                .toList();
    }

    private static double[] state(FedSteps fed, Step step) {
        return fed.state(step.sequence(), step.number() - 1);
    }

    /** The same of test sequences and their twins, from the clue on; empty where no test asks for memory. */
    public Optional<List<Double>> testSeparations() {
        return evaluator.testSeparations(this);
    }
}
