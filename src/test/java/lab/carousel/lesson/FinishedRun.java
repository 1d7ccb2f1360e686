package lab.carousel.lesson;

import java.util.Optional;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.training.Origin;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;

/** Runs that a test trains to their end, without a thread. */
public final class FinishedRun {

    private FinishedRun() {}

    /** What a run says once it is finished. */
    public static RunStatus of(Experiment experiment) {
        try (Training training = new Training(experiment, new KernelEngine())) {
            while (!training.isFinished()) {
                training.advance();
            }
            return new RunStatus(
                    RunState.FINISHED,
                    Optional.of(training.snapshot()),
                    training.divergence(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** What a run says that has ended there. */
    public static RunStatus of(Snapshot end) {
        return new RunStatus(RunState.FINISHED, Optional.of(end), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same if the run went on from an epoch of another one. */
    public static RunStatus continued(RunStatus run, int from) {
        Snapshot end = run.snapshot().orElseThrow();
        return of(new Snapshot(
                end.experiment(),
                end.position(),
                end.parameters(),
                end.evaluation(),
                end.floor(),
                end.history(),
                end.criterion(),
                end.recorded(),
                Optional.of(new Origin(end.parameters(), from, Optional.empty())),
                end.update()));
    }

    /** What a run would say that has ended with a verdict; nothing is trained. */
    public static RunStatus judged(Experiment experiment, Verdict verdict) {
        return of(SampleSnapshot.judged(experiment, verdict));
    }
}
