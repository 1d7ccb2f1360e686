package lab.carousel.training;

import java.util.Optional;
import lab.carousel.engine.UpdateRecord;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.training.loss.LossCourse;

/**
 * Immutable snapshot of a run.
 *
 * @param floor memoryless floor of the task for the experiment's output
 * @param history losses of all epochs so far
 * @param criterion empty where the sequences are listed
 * @param recorded states of earlier epochs
 * @param origin state of an earlier run that this one went on from; empty if it started from its seed
 * @param update the weight update that led here; empty before the first one, and if it was not watched
 */
public record Snapshot(
        Experiment experiment,
        Position position,
        Parameters parameters,
        Evaluation evaluation,
        double floor,
        LossCourse history,
        Optional<Criterion> criterion,
        PastParameters recorded,
        Optional<Origin> origin,
        Optional<UpdateRecord> update) {

    public Verdict verdict() {
        return evaluation.verdict();
    }

    Snapshot with(Optional<Criterion> newCriterion, PastParameters newRecorded) {
        return new Snapshot(
                experiment,
                position,
                parameters,
                evaluation,
                floor,
                history,
                newCriterion,
                newRecorded,
                origin,
                update);
    }

    Snapshot with(Evaluation newEvaluation, LossCourse newHistory, PastParameters newRecorded) {
        return new Snapshot(
                experiment,
                position,
                parameters,
                newEvaluation,
                floor,
                newHistory,
                criterion,
                newRecorded,
                origin,
                update);
    }

    /** The same with all fixed sequences of a drawn task fed to its network. Takes as long as an evaluation. */
    public Snapshot atOnce() {
        return evaluation.sample().isAtOnce() ? this : with(Evaluation.of(experiment, parameters), history, recorded);
    }

    /** The snapshot of an earlier epoch of the same run, but with all that is recorded until now. */
    public Snapshot at(RecordedEpoch epoch) {
        return new Snapshot(
                experiment,
                epoch.position(),
                epoch.parameters(),
                epoch.evaluation(),
                floor,
                history.upTo(epoch.epoch()),
                epoch.criterion(),
                recorded,
                origin,
                epoch.position().equals(position) ? update : Optional.empty());
    }

    /** A copy without the states of earlier epochs, to be kept longer than its run. */
    public Snapshot withoutPast() {
        return with(new ParameterHistory(experiment).view());
    }

    public Snapshot with(PastParameters newRecorded) {
        return with(criterion, newRecorded);
    }

    /** The same network evaluated by another experiment's feeding. Takes as long as an evaluation. */
    public Snapshot evaluatedBy(Evaluator evaluator) {
        return new Snapshot(
                evaluator.experiment(),
                position,
                parameters,
                evaluator.evaluate(parameters),
                floor,
                history,
                criterion,
                recorded,
                origin,
                update);
    }

    public Origin asOrigin() {
        int epoch = position.epoch();
        PastRun course = new PastRun(position.updates(), experiment.task(), history.until(epoch, evaluation));
        return new Origin(parameters, epoch, Optional.of(course));
    }

    /** Epochs completed when the run has ended, with those of an earlier run it goes on from. */
    public int lastEpoch() {
        return Origin.startOf(origin).epoch() + experiment.hyperparameters().get(Settings.EPOCHS);
    }
}
