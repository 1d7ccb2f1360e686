package lab.carousel.model.verdict;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.EpochPass;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.SlotStates;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.SequenceSource;
import lab.carousel.task.Task;
import lab.carousel.task.memory.EpochMemory;
import lab.carousel.task.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates networks on one task again and again, without encoding the task each time: as trained, or step by step if that
 * is what {@link Experiment#stepByStep} it is made of. Safe for use by many threads.
 */
public final class Evaluator {

    /** What was found at each fork of a network, and what it predicts. */
    private record Told(Parameters parameters, ForkFindings findings, Predictions predictions) {}

    /** Takes in each step that counts. */
    @FunctionalInterface
    private interface Steps {

        void add(int s, int t, StepAnswer answer);
    }

    private final Experiment experiment;
    private final int[][] sequences;
    private final ScoredSteps scored;
    private final Memory memory;
    /** One for each order in which the sequences are judged. */
    private final List<ForkSearch> searches;
    /** The test sequences of a drawn task; empty where the sequences are listed, and where all there are stand in the list. */
    private final Optional<Twins> twins;

    private final boolean drawn;

    /** Of the latest network whose forks and predictions were asked for. */
    private volatile @Nullable Told told;
    /** The states of the network before, to be written over; null while they are in use. */
    private final AtomicReference<@Nullable SlotStates> spareStates = new AtomicReference<>();

    /** An evaluator for the task of an experiment. */
    public Evaluator(Experiment experiment) {
        this(experiment, experiment.task().encoded(), experiment.memory());
    }

    private Evaluator(Experiment experiment, int[][] sequences, Memory memory) {
        this(
                experiment,
                sequences,
                memory,
                IntStream.range(0, memory.epochs().size())
                        .mapToObj(epoch -> new ForkSearch(memory, epoch))
                        .toList());
    }

    private Evaluator(Experiment experiment, int[][] sequences, Memory memory, List<ForkSearch> searches) {
        Task task = experiment.task();
        this.experiment = experiment;
        this.sequences = sequences;
        this.scored = experiment.scoredSteps();
        this.memory = memory;
        this.searches = searches;
        this.drawn = task.isDrawn();
        this.twins = task.source()
                .filter(source -> !source.hasFewSequences())
                .map((SequenceSource source) -> new Twins(experiment, source));
    }

    /** An evaluator for another experiment: does not find out again what both ask of a memory. */
    Evaluator of(Experiment other) {
        return other.hasMemoryOf(experiment) ? new Evaluator(other, sequences, memory, searches) : new Evaluator(other);
    }

    /** The experiment. */
    public Experiment experiment() {
        return experiment;
    }

    /** What the listed sequences, or the sample of a drawn task, ask of a memory. */
    public Memory memory() {
        return memory;
    }

    /** How well a network with these parameters does on the listed sequences, or on the sample of a drawn task. */
    public Evaluation evaluate(Parameters parameters) {
        return evaluate(parameters, Operation.NONE);
    }

    /** The same for a network to which something is done on the way. */
    public Evaluation evaluate(Parameters parameters, Operation operation) {
        return twins.map(test -> onDrawn(test, parameters, operation, sequences))
                .orElseGet(() -> onListed(parameters, operation));
    }

    /**
     * How well a network with these parameters does on these sequences. Drawn ones come and go, so their losses are not
     * told one by one.
     *
     * @param drawnSequences indices into the alphabet of the task; where there are only few different ones all are taken
     */
    public Evaluation evaluate(Parameters parameters, int[][] drawnSequences) {
        return twins.map(test -> onDrawn(test, parameters, Operation.NONE, drawnSequences))
                .orElseGet(() -> onListed(parameters, Operation.NONE));
    }

    private Evaluation onDrawn(Twins test, Parameters parameters, Operation operation, int[][] drawnSequences) {
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters(), operation);
        Totals totals = new Totals(drawnSequences.length);
        StepAnswer answer = new StepAnswer();
        for (int s = 0; s < drawnSequences.length; s++) {
            int sequence = s;
            pass.feed(drawnSequences[s], scored, (t, target, loss, outputs, state) -> {
                answer.read(outputs, target);
                totals.add(sequence, loss, answer, test.hasPairs(), false);
            });
        }
        return totals.evaluation(
                false, test.judge(parameters, operation, totals.easyWrong(), totals.right(), totals.steps()));
    }

    private Evaluation onListed(Parameters parameters, Operation operation) {
        Totals totals = new Totals(sequences.length);
        SlotStates before = spareStates.getAndSet(null);
        SlotStates states = before == null
                ? new SlotStates(
                        parameters.layout(), experiment.hyperparameters().batchSize())
                : before;
        ForkFindings findings = findings(parameters, operation, states, counting(totals));
        spareStates.set(states);
        Judgement judgement =
                experiment.tooLarge().isPresent() ? Judgement.NONE : Judgement.of(memory, findings, totals);
        return totals.evaluation(!drawn, judgement);
    }

    private Steps counting(Totals totals) {
        return (s, t, answer) ->
                totals.add(s, answer.loss(), answer, memory.isDeciding(s, t), memory.isUnknowable(s, t));
    }

    /**
     * How well a network tells the steps of each fork apart, at the worst in any order that is judged.
     *
     * @param steps takes in the steps of the listed order
     */
    private ForkFindings findings(Parameters parameters, Operation operation, SlotStates states, Steps steps) {
        EpochPass pass = new EpochPass(parameters, experiment.hyperparameters(), operation, states);
        ForkFindings findings = new ForkFindings(memory.forks());
        boolean isListedOrder = searches.size() == 1;
        if (!isListedOrder) {
            int[] order = IntStream.range(0, sequences.length).toArray();
            pass.answer(sequences, order, scored, (s, t, answer, netInputs, state) -> steps.add(s, t, answer));
        }
        for (ForkSearch search : searches) {
            ForkSearch.Answers answers = search.new Answers();
            EpochMemory epoch = search.epoch();
            pass.answer(sequences, epoch.order(), scored, (s, t, answer, netInputs, state) -> {
                if (isListedOrder) {
                    steps.add(s, t, answer);
                }
                int row = epoch.row(s, t);
                if (row != EpochMemory.NONE) {
                    answers.add(row, answer, netInputs);
                }
            });
            answers.tell(findings);
        }
        return findings;
    }

    /** How well a network tells the steps of each fork apart; none where a task draws its sequences. */
    public ForkFindings findings(Parameters parameters) {
        return told(parameters).findings;
    }

    /** What a network predicts as it is evaluated; empty unless all steps count and the sequences are listed. */
    public Optional<Predictions> predictions(Parameters parameters) {
        return drawn || scored.lastOnly() ? Optional.empty() : Optional.of(told(parameters).predictions);
    }

    private Told told(Parameters parameters) {
        Told known = told;
        if (known != null && known.parameters.equals(parameters)) {
            return known;
        }
        Predictions predictions = new Predictions(sequences);
        SlotStates states =
                new SlotStates(parameters.layout(), experiment.hyperparameters().batchSize());
        ForkFindings findings = findings(
                parameters, Operation.NONE, states, (s, t, answer) -> predictions.add(s, t, answer.prediction()));
        Told made = new Told(parameters, findings, predictions);
        told = made;
        return made;
    }
}
