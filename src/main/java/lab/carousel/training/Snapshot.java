package lab.carousel.training;

import java.util.Optional;
import lab.carousel.engine.MadeUpdate;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.training.loss.LossHistory;

/**
 * One immutable picture of a run.
 *
 * @param experiment what is being trained
 * @param position   where the run is
 * @param parameters the network at that moment
 * @param evaluation how well that network does
 * @param floor      the memoryless floor of the task for the experiment's output
 * @param history    the losses of all epochs up to there
 * @param criterion  whether the task is solved by the criterion of its source; empty where the sequences are listed
 * @param recorded   the states of earlier epochs
 * @param origin     the state of an earlier run that the run went on from; empty if it started from its seed
 * @param update     the weight update that led there; empty before the first one, and if it was not watched
 */
public record Snapshot(
        Experiment experiment,
        Position position,
        Parameters parameters,
        Evaluation evaluation,
        MemorylessFloor.Loss floor,
        LossHistory.View history,
        Optional<Criterion> criterion,
        ParameterHistory.View recorded,
        Optional<Origin> origin,
        Optional<MadeUpdate> update) {

    /** Whether the network remembers, in a word. */
    public Verdict verdict() {
        return evaluation.verdict();
    }

    /** The same with another answer to whether the task is solved, which the history has too. */
    Snapshot with(Criterion newCriterion, ParameterHistory.View newRecorded) {
        return new Snapshot(
                experiment,
                position,
                parameters,
                evaluation,
                floor,
                history,
                Optional.of(newCriterion),
                newRecorded,
                origin,
                update);
    }

    /** What the snapshot of an epoch of the same run was, but for knowing all that was recorded until now. */
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

    /** The same without the states of earlier epochs, to be kept longer than its run. */
    public Snapshot withoutPast() {
        return with(new ParameterHistory(experiment).view());
    }

    /** The same with a later picture of what was recorded. */
    public Snapshot with(ParameterHistory.View newRecorded) {
        return new Snapshot(
                experiment, position, parameters, evaluation, floor, history, criterion, newRecorded, origin, update);
    }

    /** The same network evaluated in another way: as the experiment of the evaluator feeds it. Takes as long as that. */
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

    /** Where a run starts that goes on from here. */
    public Origin asOrigin() {
        int epoch = position.epoch();
        Origin.Past course = new Origin.Past(position.updates(), experiment.task(), history.until(epoch, evaluation));
        return new Origin(parameters, epoch, Optional.of(course));
    }

    /** How many epochs are completed when the run has ended, those of before with them if it went on from an earlier one. */
    public int lastEpoch() {
        return Origin.startOf(origin).epoch() + experiment.hyperparameters().epochs();
    }
}
