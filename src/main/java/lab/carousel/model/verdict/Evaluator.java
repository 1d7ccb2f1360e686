package lab.carousel.model.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import lab.carousel.model.DecidingSteps;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Operation;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.Columns;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.SlotStates;
import lab.carousel.model.trace.StateObserver;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.task.Steps;
import lab.carousel.task.memory.EpochMemory;
import lab.carousel.task.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates networks on one task again and again, without encoding the task each time: as trained, or step by step if that
 * is what {@link Experiment#stepByStep} it is made of. Safe for use by many threads.
 */
public final class Evaluator {

    /** Where a network is fed, and its states at the steps. */
    private record Workspace(SlotStates slots, StepStates steps) {}

    /** Most numbers of states of the untrained network that are kept; more are found again each time. */
    private static final int MOST_KEPT = 5_000_000;

    @FunctionalInterface
    interface StepTally {

        void add(int s, int t, StepAnswer answer);
    }

    /** Feeds the epoch of an order, counted from 0. */
    @FunctionalInterface
    private interface Feeding {

        void each(int order, StateObserver observer);
    }

    /** A network while it is fed; the pass reads its answers. */
    private record Fed(Parameters parameters, Operation operation, Workspace work, ForwardPass pass, Feeding feeding) {}

    private final Experiment experiment;
    private final Steps[] sequences;
    private final Memory memory;
    private final Columns columns;
    private final DecidingSteps deciding;
    /** The test sequences of a drawn task; empty where the sequences are listed, and where all there are stand in the list. */
    private final Optional<MinimalPairs> pairs;

    /** Steps of an epoch at which the network predicts, scored or not. */
    private final long predicted;

    /** How many sequences are listed, whose loss is told one by one. */
    private final int listed;

    private final boolean isTooLarge;
    /** Steps before it are only learned. */
    private final int firstJudged;

    /** The latest network that was looked into. */
    private volatile @Nullable FedNetwork latest;
    /** What the network before was fed in, to be written over; null while it is in use. */
    private final AtomicReference<@Nullable Workspace> spare = new AtomicReference<>();
    /** States of the untrained network in each order. */
    private final AtomicReferenceArray<@Nullable StepStates> untrained;

    public Evaluator(Experiment experiment) {
        this(experiment, experiment.encoded(), experiment.memory());
    }

    private Evaluator(Experiment experiment, Steps[] sequences, Memory memory) {
        this.experiment = experiment;
        this.sequences = sequences;
        this.memory = memory;
        this.columns = Columns.of(experiment);
        this.deciding = new DecidingSteps(experiment, memory);
        this.untrained = new AtomicReferenceArray<>(memory.epochs().size());
        int none = experiment.hyperparameters().get(Settings.LAG) - 1;
        this.predicted =
                Arrays.stream(sequences).mapToLong(each -> each.size() - none).sum();
        this.listed = experiment.task().listedSequences();
        this.firstJudged = experiment.task().supply().firstJudged();
        this.isTooLarge = experiment.tooLarge().isPresent();
        this.pairs =
                experiment.task().judge().drawsTests() ? Optional.of(new MinimalPairs(experiment)) : Optional.empty();
    }

    /** An evaluator for another experiment: does not find out again what both ask of a memory. */
    private Evaluator of(Experiment other) {
        return other.hasMemoryOf(experiment) ? new Evaluator(other, sequences, memory) : new Evaluator(other);
    }

    public Experiment experiment() {
        return experiment;
    }

    public Columns columns() {
        return columns;
    }

    public DecidingSteps deciding() {
        return deciding;
    }

    /** The listed sequences, or the sample of a drawn task. */
    Steps[] sequences() {
        return sequences;
    }

    /** Sums of the states of an epoch, of which there are none yet. */
    StepStates states() {
        StepStates states = new StepStates(experiment.layout());
        states.start(predicted);
        return states;
    }

    public Memory memory() {
        return memory;
    }

    /** How well a network with these parameters does on the listed sequences, or on the fixed ones of a drawn task. */
    public Evaluation evaluate(Parameters parameters) {
        return evaluate(parameters, Operation.NONE);
    }

    public Evaluation evaluate(Parameters parameters, Operation operation) {
        return pairs.map(test -> onDrawn(test, parameters, operation, all(test, parameters, operation)))
                .orElseGet(() -> onListed(parameters, operation));
    }

    /** A round in which all fixed sequences of a drawn task are fed to the same network; an empty one where they are listed. */
    public LossRound all(Parameters parameters) {
        return pairs.map(test -> all(test, parameters, Operation.NONE)).orElse(LossRound.EMPTY);
    }

    private LossRound all(MinimalPairs test, Parameters parameters, Operation operation) {
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters(), operation);
        return LossRound.all(number -> totals(test, pass, number));
    }

    /** The round with the next of the fixed sequences of a drawn task fed to a network; where they are listed as it was. */
    public LossRound next(Parameters parameters, LossRound round) {
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters());
        return pairs.map(test -> round.next(number -> totals(test, pass, number)))
                .orElse(round);
    }

    /** How well a network in training did in a round; where the sequences are listed how well it does on them. */
    public Evaluation evaluate(Parameters parameters, LossRound round) {
        return pairs.map(test -> onDrawn(test, parameters, Operation.NONE, round))
                .orElseGet(() -> onListed(parameters, Operation.NONE));
    }

    private static Evaluation onDrawn(MinimalPairs test, Parameters parameters, Operation operation, LossRound round) {
        EpochTotals totals = round.totals();
        LossSample sample = totals.sample(round.epochs());
        Judgement judgement = test.judge(parameters, operation, totals, sample.isAtOnce());
        return totals.evaluation(0, judgement, sample);
    }

    private static EpochTotals totals(MinimalPairs test, ForwardPass pass, int number) {
        Steps sequence = test.sequence(number);
        boolean[] deciding = test.deciding(sequence);
        boolean[] open = test.open(sequence);
        EpochTotals totals = new EpochTotals(1);
        StepAnswer answer = new StepAnswer();
        pass.feed(sequence, (t, target, loss, outputs, state) -> {
            answer.read(outputs, target);
            totals.add(0, loss, answer, deciding[t], open[t]);
        });
        return totals;
    }

    private Evaluation onListed(Parameters parameters, Operation operation) {
        EpochTotals totals = new EpochTotals(sequences.length);
        Workspace before = spare.getAndSet(null);
        Workspace work = before == null ? workspace(parameters) : before;
        List<EpochTotals> byOrder = new ArrayList<>();
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters(), operation, work.slots);
        Optional<ForecastTally> forecast = ForecastTally.of(experiment);
        StepTally tally =
                forecast.<StepTally>map(each -> each.counting(counting(totals))).orElseGet(() -> counting(totals));
        List<ForkFindings> findings =
                findings(new Fed(parameters, operation, work, pass, feeding(pass)), tally, byOrder);
        spare.set(work);
        byOrder.forEach(totals::worsen);
        StepsOutside outside =
                new StepsOutside(totals.easyWrong(), memory.unknowable().size(), memory.best());
        Evaluation evaluation = totals.evaluation(
                listed, isTooLarge ? Judgement.NONE : Judgement.of(memory, findings, outside), LossSample.NONE);
        return forecast.map(each -> each.judged(evaluation)).orElse(evaluation);
    }

    private Workspace workspace(Parameters parameters) {
        return new Workspace(
                new SlotStates(parameters.layout(), experiment.hyperparameters().get(Settings.BATCH_SIZE)),
                new StepStates(parameters.layout()));
    }

    private StepTally counting(EpochTotals totals) {
        return (s, t, answer) ->
                totals.add(s, answer.loss(), answer, memory.isDeciding(s, t), memory.isUnknowable(s, t));
    }

    private Feeding feeding(ForwardPass pass) {
        return (order, observer) ->
                pass.feedEpoch(sequences, memory.epochs().get(order).order(), observer);
    }

    /** How well a network tells the steps of each fork apart, in each order that is judged. */
    List<ForkFindings> findings(FedNetwork network) {
        Parameters parameters = network.parameters();
        Fed fed = new Fed(
                parameters,
                Operation.NONE,
                workspace(parameters),
                new ForwardPass(parameters, experiment.hyperparameters()),
                (order, observer) -> network.steps(order).each(observer));
        return findings(fed, (s, t, answer) -> {}, new ArrayList<>());
    }

    /**
     * The same.
     *
     * @param steps   sees the answers in the listed order
     * @param byOrder gets the sums of each order that is judged, if that is not the listed one
     */
    private List<ForkFindings> findings(Fed fed, StepTally steps, List<EpochTotals> byOrder) {
        List<EpochMemory> epochs = memory.epochs();
        List<ForkFindings> findings = new ArrayList<>();
        for (int number = 0; number < epochs.size(); number++) {
            EpochMemory epoch = epochs.get(number);
            StepTally counted = steps;
            if (epochs.size() > 1) {
                EpochTotals totals = new EpochTotals(sequences.length);
                byOrder.add(totals);
                StepTally listed = number == 0 ? steps : (s, t, answer) -> {};
                counted = (s, t, answer) -> {
                    listed.add(s, t, answer);
                    boolean isDeciding = epoch.row(s, t) != EpochMemory.NONE;
                    totals.add(s, answer.loss(), answer, isDeciding, epoch.isUnknowable(s, t));
                };
            }
            FindingRows rows = rows(fed.pass, fed.feeding, fed.work.steps, counted, number);
            ForkFindings found = new ForkFindings(memory.forks());
            int order = number;
            rows.addTo(fork -> memory.number(order, fork), found);
            if (found.worstFork() != Memory.NONE) {
                found.separate(fed.work.steps, untrained(order, fed));
            }
            findings.add(found);
        }
        return findings;
    }

    /**
     * The states of the untrained network, whose weights are those of the seed, at the same places.
     *
     * @param fed whose states the workspace holds; the untrained network itself is not fed once more
     */
    private StepStates untrained(int order, Fed fed) {
        StepStates known = untrained.get(order);
        if (known != null) {
            return known;
        }
        Parameters parameters = InitialParameters.of(experiment);
        if (parameters.equals(fed.parameters) && fed.operation == Operation.NONE) {
            return fed.work.steps;
        }
        StepStates states = new StepStates(parameters.layout());
        boolean isAlike = parameters.layout().equals(fed.parameters.layout());
        SlotStates slots = isAlike ? fed.work.slots : workspace(parameters).slots;
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters(), Operation.NONE, slots);
        rows(pass, feeding(pass), states, (s, t, answer) -> {}, order);
        if (states.kept() * untrained.length() <= MOST_KEPT) {
            untrained.set(order, states);
        }
        return states;
    }

    /** What the rows of an epoch answer, with the states at their steps kept. */
    private FindingRows rows(ForwardPass pass, Feeding feeding, StepStates states, StepTally steps, int order) {
        EpochMemory epoch = memory.epochs().get(order);
        FindingRows rows = new FindingRows(epoch);
        states.start(predicted);
        feeding.each(order, (s, t, state) -> {
            states.add(state);
            if (t < firstJudged || sequences[s].isScored(t)) {
                StepAnswer answer = pass.answer(state, sequences[s].target(t));
                steps.add(s, t, answer);
                int row = epoch.row(s, t);
                if (row != EpochMemory.NONE) {
                    rows.add(row, states.keep(state), answer, pass.netInputs());
                }
            }
        });
        return rows;
    }

    /** The same evaluation, with a verdict by all tests of a drawn task, also where fewer are enough to know it. */
    public Evaluation whole(Parameters parameters, Evaluation evaluation) {
        return pairs.map(test -> evaluation.with(test.whole(parameters, evaluation.judgement())))
                .orElse(evaluation);
    }

    /** A network, to be looked into: the one that was asked for last is not fed again. */
    public FedNetwork fed(Parameters parameters) {
        FedNetwork known = latest;
        if (known == null || !known.parameters().equals(parameters)) {
            known = new FedNetwork(this, parameters);
            latest = known;
        }
        return known;
    }

    /** The test sequences of a task that draws them, each with its twins; none where no test asks for memory. */
    public List<MinimalPair> tests() {
        return pairs.map(MinimalPairs::all).orElse(List.of());
    }

    /** How far test sequences and their twins are apart, from the clue on; empty where no test asks for memory. */
    Optional<List<Double>> testSeparations(FedNetwork network) {
        return pairs.filter(MinimalPairs::hasPairs).map(tests -> tests.separations(network.shown()));
    }

    /**
     * Makes the evaluators of many experiments, one after the other: where one has the task of the one before, fed in the same
     * way, what that asks of a memory is not found out again. Safe for use by many threads.
     */
    public static final class Cache {

        private volatile @Nullable Evaluator last;

        public Evaluator of(Experiment experiment) {
            Evaluator before = last;
            Evaluator made = before == null ? new Evaluator(experiment) : before.of(experiment);
            last = made;
            return made;
        }
    }
}
