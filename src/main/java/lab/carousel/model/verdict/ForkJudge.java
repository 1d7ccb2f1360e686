package lab.carousel.model.verdict;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.EpochPass;
import lab.carousel.model.trace.KeptSteps;
import lab.carousel.model.trace.SlotStates;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.memory.EpochMemory;
import lab.carousel.task.memory.Memory;
import org.jspecify.annotations.Nullable;

/** Judges networks by the forks of the listed sequences, or of the sample of a drawn task. Safe for use by many threads. */
final class ForkJudge {

    /** Takes in each step that counts. */
    @FunctionalInterface
    interface Steps {

        /** Nobody does. */
        Steps NOBODY = (s, t, answer) -> {};

        /** Takes in a step. */
        void add(int s, int t, StepAnswer answer);
    }

    /** So many outputs of all steps take so long that it is worth a second thread. */
    private static final long MANY_OUTPUTS = 10_000_000;

    private static final double[] NOTHING = {};
    private static final double[][] NO_LINES = {};

    private final Experiment experiment;
    private final int[][] sequences;
    private final int[] order;
    private final ScoredSteps scored;
    private final boolean hasManyOutputs;
    private final Memory memory;
    private final PairSearch[] searches;
    /** For the worst fork alone; null where each must be looked at. */
    private final @Nullable TargetPlan plan;
    /** What steps were kept in before: to begin with new numbers would take longer than all else that is done with them. */
    private final AtomicReference<double[]> spare = new AtomicReference<>(NOTHING);
    /** The same of what was found out by targets. */
    private final AtomicReference<double[][]> spareLines = new AtomicReference<>(NO_LINES);
    /** The same of the states of a network; null while they are in use. */
    private final AtomicReference<@Nullable SlotStates> spareStates = new AtomicReference<>();

    /** For the task of an experiment. */
    ForkJudge(Experiment experiment) {
        this.experiment = experiment;
        this.sequences = experiment.task().encoded();
        this.scored = experiment.scoredSteps();
        this.order = IntStream.range(0, sequences.length).toArray();
        long steps = Arrays.stream(sequences)
                .mapToLong(sequence -> sequence.length - 1)
                .sum();
        this.hasManyOutputs = steps * experiment.task().outputs() >= MANY_OUTPUTS;
        this.memory = experiment.memory();
        this.searches = IntStream.range(0, memory.epochs().size())
                .mapToObj(
                        epoch -> new PairSearch(memory, epoch, experiment.task().outputs()))
                .toArray(PairSearch[]::new);
        boolean isListedOrder = searches.length == 1 && memory.forks() > 0;
        this.plan = isListedOrder ? searches[0].plan(memory.epochs().get(0)).orElse(null) : null;
    }

    private ForkJudge(Experiment experiment, ForkJudge other) {
        this.experiment = experiment;
        this.sequences = other.sequences;
        this.order = other.order;
        this.scored = other.scored;
        this.hasManyOutputs = other.hasManyOutputs;
        this.memory = other.memory;
        this.searches = other.searches;
        this.plan = other.plan;
    }

    /** One for another experiment: does not find out again what both ask of a memory. */
    ForkJudge of(Experiment other) {
        return other.hasMemoryOf(experiment) ? new ForkJudge(other, this) : new ForkJudge(other);
    }

    /** The sequences, as symbol indices: not to be changed. */
    int[][] sequences() {
        return sequences;
    }

    /** What the task asks of a memory. */
    Memory memory() {
        return memory;
    }

    /**
     * Judges a network by its worst fork.
     *
     * @param totals takes in its steps
     */
    Judgement judge(Parameters parameters, Operation operation, Totals totals) {
        SlotStates before = spareStates.getAndSet(null);
        SlotStates states = before == null ? newStates(parameters) : before;
        Judgement judgement = judge(pass(parameters, operation, states), totals);
        spareStates.set(states);
        return judgement;
    }

    private SlotStates newStates(Parameters parameters) {
        return new SlotStates(parameters.layout(), experiment.hyperparameters().batchSize());
    }

    private Judgement judge(EpochPass pass, Totals totals) {
        KeptSteps kept = plan == null
                ? null
                : KeptSteps.of(pass.parameters(), plan.steps(), spare.getAndSet(NOTHING))
                        .orElse(null);
        if (plan == null || kept == null) {
            return judgement(findings(pass, counting(totals), false), totals);
        }
        TargetPairs pairs = new TargetPairs(plan, spareLines.getAndSet(NO_LINES));
        Optional<Headline> headline = headline(pass, new HeadlineSearch(plan, kept, pairs), kept, totals);
        kept.giveBack(spare);
        spareLines.set(pairs.lines());
        return headline.isPresent()
                ? Judgement.of(memory, headline, totals)
                : judgement(findings(pass, Steps.NOBODY, false), totals);
    }

    private EpochPass pass(Parameters parameters, Operation operation, SlotStates states) {
        EpochPass pass = new EpochPass(parameters, experiment.hyperparameters(), operation, states);
        if (hasManyOutputs) {
            pass.computeSideBySide();
        }
        return pass;
    }

    private Optional<Headline> headline(EpochPass pass, HeadlineSearch search, KeptSteps kept, Totals totals) {
        EpochMemory judged = memory.epochs().get(0);
        Steps counting = counting(totals);
        pass.answer(sequences, judged.order(), scored, (s, t, answer, netInputs, state) -> {
            counting.add(s, t, answer);
            if (judged.row(s, t) != EpochMemory.NONE) {
                search.add(answer, netInputs);
                kept.keep(netInputs, state);
            }
        });
        return search.headline();
    }

    /**
     * How well a network tells the steps of each fork apart.
     *
     * @param steps takes in the steps too
     */
    ForkFindings findings(Parameters parameters, Operation operation, Steps steps) {
        return findings(pass(parameters, operation, newStates(parameters)), steps, true);
    }

    private ForkFindings findings(EpochPass pass, Steps steps, boolean tellsAll) {
        boolean isListedOrder = memory.epochs().size() == 1;
        ForkFindings findings = new ForkFindings(memory.forks(), tellsAll || !isListedOrder);
        if (!isListedOrder) {
            pass.answer(sequences, order, scored, (s, t, answer, netInputs, state) -> steps.add(s, t, answer));
        }
        for (int epoch = 0; epoch < searches.length; epoch++) {
            search(pass, memory.epochs().get(epoch), searches[epoch], isListedOrder ? steps : Steps.NOBODY, findings);
        }
        return findings;
    }

    /** Counts steps. */
    Steps counting(Totals totals) {
        return (s, t, answer) ->
                totals.add(s, answer.loss(), answer, memory.isDeciding(s, t), memory.isUnknowable(s, t));
    }

    /**
     * Lets the steps of an epoch meet.
     *
     * @param steps takes in the steps too
     */
    private void search(EpochPass pass, EpochMemory judged, PairSearch search, Steps steps, ForkFindings findings) {
        RowAnswers answers = new RowAnswers(search);
        @Nullable
        KeptSteps kept = KeptSteps.of(pass.parameters(), search.steps(), spare.getAndSet(NOTHING))
                .orElse(null);
        pass.answer(sequences, judged.order(), scored, (s, t, answer, netInputs, state) -> {
            steps.add(s, t, answer);
            int row = judged.row(s, t);
            if (row != EpochMemory.NONE) {
                answers.add(row, answer, netInputs);
                // Not by a function of an Optional: it would be made at each step
                if (kept != null) {
                    kept.keep(netInputs, state);
                }
            }
        });
        answers.tellSteps(findings);
        if (kept != null) {
            search.search(findings, answers, kept);
            kept.giveBack(spare);
        } else {
            searchInParts(pass, judged, search, answers, findings);
        }
    }

    /** Feeds the epoch again for each part of the rows, because there is too much to be kept. */
    private void searchInParts(
            EpochPass pass, EpochMemory judged, PairSearch search, RowAnswers answers, ForkFindings findings) {
        for (int from = 0; from < search.rows(); from = search.endOfPart(from)) {
            RowDifferences part = new RowDifferences(search, from, search.endOfPart(from), answers);
            pass.answer(sequences, judged.order(), scored, (s, t, answer, netInputs, state) -> {
                int row = judged.row(s, t);
                if (part.has(row)) {
                    part.add(row, netInputs);
                }
            });
            part.search(findings);
        }
    }

    /** What follows from what was found at the forks. */
    Judgement judgement(ForkFindings findings, Totals totals) {
        return Judgement.of(memory, findings.headline(), totals);
    }
}
