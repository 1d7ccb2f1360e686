package lab.carousel.model.verdict;

import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.SequenceSource;
import lab.carousel.task.Task;
import lab.carousel.task.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates networks on one task again and again, without encoding the task each time: as trained, or step by step if that
 * is what {@link Experiment#stepByStep} it is made of. Safe for use by many threads.
 */
public final class Evaluator {

    /** What was found at each fork of a network, and what it predicts. */
    private record Told(Parameters parameters, ForkFindings findings, Predictions predictions) {}

    private final Experiment experiment;
    private final Hyperparameters hyperparameters;
    private final int[][] sequences;
    private final ScoredSteps scored;
    private final ForkJudge forks;
    /** The test sequences of a drawn task; empty where the sequences are listed, and where all there are stand in the list. */
    private final Optional<Twins> twins;

    private final boolean drawn;
    /** Whether an evaluation looks at each fork, and not for the worst alone. */
    private final boolean tellsAll;

    /** Of the latest network whose forks were all looked at. */
    private volatile @Nullable Told told;

    /** An evaluator for the task of an experiment. */
    public Evaluator(Experiment experiment) {
        this(experiment, false);
    }

    private Evaluator(Experiment experiment, boolean tellsAll) {
        this(experiment, new ForkJudge(experiment), tellsAll);
    }

    /**
     * An evaluator for few evaluations of which all forks will be asked for: each takes a little longer, but {@link
     * #findings(Parameters)} of the network just evaluated is there already.
     */
    public static Evaluator withAllForks(Experiment experiment) {
        return new Evaluator(experiment, true);
    }

    private Evaluator(Experiment experiment, ForkJudge forks, boolean tellsAll) {
        this.tellsAll = tellsAll;
        Task task = experiment.task();
        this.experiment = experiment;
        this.hyperparameters = experiment.hyperparameters();
        this.scored = experiment.scoredSteps();
        this.drawn = task.isDrawn();
        this.forks = forks;
        this.sequences = forks.sequences();
        this.twins = task.source()
                .filter(source -> !source.hasFewSequences())
                .map((SequenceSource source) -> new Twins(experiment, source));
    }

    /** An evaluator for another experiment: does not find out again what both ask of a memory. */
    Evaluator of(Experiment other) {
        return new Evaluator(other, forks.of(other), tellsAll);
    }

    /** The experiment. */
    public Experiment experiment() {
        return experiment;
    }

    /** What the listed sequences, or the sample of a drawn task, ask of a memory. */
    public Memory memory() {
        return forks.memory();
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
        if (!tellsAll) {
            return totals.evaluation(!drawn, forks.judge(parameters, operation, totals));
        }
        ForkFindings findings = operation.equals(Operation.NONE)
                ? tell(parameters, totals).findings
                : forks.findings(parameters, operation, forks.counting(totals));
        return totals.evaluation(!drawn, forks.judgement(findings, totals));
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
        return known != null && known.parameters.equals(parameters)
                ? known
                : tell(parameters, new Totals(sequences.length));
    }

    private Told tell(Parameters parameters, Totals totals) {
        Predictions predictions = new Predictions(sequences);
        ForkJudge.Steps counting = forks.counting(totals);
        ForkFindings findings = forks.findings(parameters, Operation.NONE, (s, t, answer) -> {
            counting.add(s, t, answer);
            predictions.add(s, t, answer.prediction());
        });
        Told made = new Told(parameters, findings, predictions);
        told = made;
        return made;
    }
}
