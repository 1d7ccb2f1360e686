package lab.carousel.model.verdict;

import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.EpochPass;
import lab.carousel.model.trace.EpochPass.Observer;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.KeptHidden;
import lab.carousel.model.verdict.Judgement.Distance;
import lab.carousel.model.verdict.Judgement.Forks;
import lab.carousel.model.verdict.Judgement.Outside;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.SequenceSource;
import lab.carousel.task.Task;
import lab.carousel.task.memory.EpochMemory;
import lab.carousel.task.memory.Memory;

/**
 * Evaluates networks on one task again and again, without encoding the task each time: as trained, or step by step if that
 * is what {@link Experiment#stepByStep} it is made of. Safe for use by many threads.
 */
public final class Evaluator {

    /** Far more than what rounding makes of two outputs. */
    private static final double SURE = 1e-9;

    private final Experiment experiment;
    private final Hyperparameters hyperparameters;
    private final int[][] sequences;
    private final int[] order;
    private final ScoredSteps scored;
    private final Memory memory;
    private final PairSearch[] searches;
    /** The test sequences of a drawn task; empty where the sequences are listed, and where all there are stand in the list. */
    private final Optional<Twins> twins;

    private final boolean drawn;

    /** An evaluator for the task of an experiment. */
    public Evaluator(Experiment experiment) {
        this(experiment, experiment.memory());
    }

    private Evaluator(Experiment experiment, Memory memory) {
        this(
                experiment,
                memory,
                IntStream.range(0, memory.epochs().size())
                        .mapToObj(epoch ->
                                new PairSearch(memory, epoch, experiment.task().outputs()))
                        .toArray(PairSearch[]::new));
    }

    private Evaluator(Experiment experiment, Memory memory, PairSearch[] searches) {
        Task task = experiment.task();
        this.experiment = experiment;
        this.hyperparameters = experiment.hyperparameters();
        this.scored = experiment.scoredSteps();
        this.drawn = task.isDrawn();
        this.sequences = task.encoded();
        this.order = IntStream.range(0, sequences.length).toArray();
        this.memory = memory;
        this.searches = searches;
        this.twins = task.source()
                .filter(source -> !source.hasFewSequences())
                .map((SequenceSource source) -> new Twins(experiment, source));
    }

    /** An evaluator for another experiment: does not find out again what both ask of a memory. */
    Evaluator of(Experiment other) {
        return other.hasMemoryOf(experiment) ? new Evaluator(other, memory, searches) : new Evaluator(other);
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

    /**
     * An evaluation that was made before bits were measured, judged by them.
     *
     * @param before     on the sequences of that moment, which are gone if the task draws them
     * @param parameters of the same network
     */
    public Evaluation judgedAnew(Evaluation before, Parameters parameters) {
        if (twins.isEmpty()) {
            return evaluate(parameters);
        }
        Judgement judgement = twins.get().judge(parameters, Operation.NONE, 0, before.right(), before.steps());
        return new Evaluation(
                before.loss(),
                before.sequenceLoss(),
                before.right(),
                before.steps(),
                before.decidingSteps(),
                before.decidingLoss(),
                before.margin(),
                judgement);
    }

    private Evaluation onDrawn(Twins test, Parameters parameters, Operation operation, int[][] drawnSequences) {
        ForwardPass pass = new ForwardPass(parameters, hyperparameters, operation);
        Totals totals = new Totals(drawnSequences.length);
        for (int s = 0; s < drawnSequences.length; s++) {
            int sequence = s;
            pass.feed(
                    drawnSequences[s],
                    scored,
                    (t, target, loss, outputs, state) ->
                            totals.add(sequence, target, loss, outputs, test.hasPairs(), false));
        }
        return totals.evaluation(
                false, test.judge(parameters, operation, totals.easyWrong(), totals.right(), totals.steps()));
    }

    private Evaluation onListed(Parameters parameters, Operation operation) {
        Totals totals = new Totals(sequences.length);
        ForkFindings findings = findings(parameters, operation, totals, false);
        return totals.evaluation(!drawn, judgement(findings, totals));
    }

    /** How well a network tells the steps of each fork apart; none where a task draws its sequences. */
    public ForkFindings findings(Parameters parameters) {
        return findings(parameters, Operation.NONE, new Totals(sequences.length), true);
    }

    private ForkFindings findings(Parameters parameters, Operation operation, Totals totals, boolean tellsAll) {
        ForkFindings findings = new ForkFindings(memory.forks(), tellsAll);
        EpochPass pass = new EpochPass(parameters, hyperparameters, operation);
        boolean isListedOrder = memory.epochs().size() == 1;
        if (!isListedOrder) {
            pass.feed(sequences, order, scored, counting(totals));
        }
        for (int epoch = 0; epoch < searches.length; epoch++) {
            EpochMemory judged = memory.epochs().get(epoch);
            Observer counted = isListedOrder ? counting(totals) : (s, t, target, loss, outputs, state) -> {};
            search(pass, judged, searches[epoch], counted, findings);
        }
        return findings;
    }

    private Observer counting(Totals totals) {
        return (s, t, target, loss, outputs, state) ->
                totals.add(s, target, loss, outputs, memory.isDeciding(s, t), memory.isUnknowable(s, t));
    }

    /** Lets the steps of an epoch meet: all at once, or one part of the rows after another where there are too many. */
    private void search(
            EpochPass pass, EpochMemory judged, PairSearch search, Observer counted, ForkFindings findings) {
        PairSearch.Answers answers = search.answers();
        int end = search.endOfPart(0);
        PairSearch.Part begin = search.part(0, end, answers);
        Optional<KeptHidden> kept =
                end < search.rows() ? KeptHidden.of(pass.parameters(), sequences) : Optional.empty();
        pass.feed(sequences, judged.order(), scored, (s, t, target, loss, outputs, state) -> {
            counted.step(s, t, target, loss, outputs, state);
            int row = judged.row(s, t);
            if (row != EpochMemory.NONE) {
                double[] z = pass.netInputs();
                double margin = Totals.margin(outputs, target);
                answers.add(row, margin, isWrong(margin, z, target));
                if (begin.has(row)) {
                    begin.add(row, z);
                }
                // Not by a function: it would be made at each step of each evaluation
                if (kept.isPresent()) {
                    kept.get().keep(s, t, state);
                }
            }
        });
        begin.search(findings);
        for (int from = end; from < search.rows(); ) {
            int to = search.endOfPart(from);
            PairSearch.Part part = search.part(from, to, answers);
            if (kept.isPresent()) {
                fill(part, judged, kept.get());
            } else {
                pass.feed(sequences, judged.order(), scored, (s, t, target, loss, outputs, state) -> {
                    int row = judged.row(s, t);
                    if (part.has(row)) {
                        part.add(row, pass.netInputs());
                    }
                });
            }
            part.search(findings);
            from = to;
        }
    }

    /** Outputs that round to the same can come from net inputs that differ; of others nothing more need be known. */
    private static boolean isWrong(double margin, double[] netInputs, int target) {
        return Math.abs(margin) > SURE ? margin < 0 : !(Totals.margin(netInputs, target) > 0);
    }

    private void fill(PairSearch.Part part, EpochMemory judged, KeptHidden kept) {
        for (int s : judged.order()) {
            for (int t = 0; t < sequences[s].length - 1; t++) {
                int row = judged.row(s, t);
                if (part.has(row)) {
                    part.add(row, kept.netInputs(s, t));
                }
            }
        }
    }

    private Judgement judgement(ForkFindings findings, Totals totals) {
        Outside outside = new Outside(totals.easyWrong(), memory.unknowable().size(), memory.best());
        if (findings.size() == 0) {
            return Judgement.withoutForks(outside);
        }
        int worst = 0;
        int remembered = 0;
        for (int fork = 0; fork < findings.size(); fork++) {
            worst = findings.isWorse(fork, worst) ? fork : worst;
            remembered += findings.verdict(fork) == Verdict.REMEMBERS ? 1 : 0;
        }
        Verdict verdict = findings.verdict(worst);
        int back = verdict == Verdict.REMEMBERS ? memory.deepest() : memory.depth(worst);
        return new Judgement(
                verdict, findings.bits(worst), Distance.of(back), new Forks(findings.size(), remembered), outside);
    }
}
