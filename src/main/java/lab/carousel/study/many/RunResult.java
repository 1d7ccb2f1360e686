package lab.carousel.study.many;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.training.Divergence;

/**
 * What came of a single run.
 *
 * @param run               its place in the plan, from 0
 * @param cell              the number of its cell, from 0
 * @param end               the last evaluation that was a number; empty if there was none before it diverged
 * @param verdict           at that evaluation; empty with it
 * @param epochs            epochs done, all of them unless it was solved before, or diverged
 * @param firstRemembered   the first checkpoint epoch at which it remembered; empty if it never did
 * @param sequencesToSolve  how many sequences it had learned when a drawn task was solved; empty if it was not solved,
 *     or the sequences are listed
 * @param inARow            how many sequences it passed in a row when it was last examined, at most as many as solve the
 *     task; 0 where sequences are listed
 * @param divergence        where it stopped being a number, if it did
 */
public record RunResult(
        int run,
        int cell,
        long seed,
        Optional<Evaluation> end,
        Optional<Verdict> verdict,
        int epochs,
        OptionalInt firstRemembered,
        OptionalLong sequencesToSolve,
        int inARow,
        Optional<Divergence> divergence,
        LearningCurve course) {

    public boolean isDiverged() {
        return divergence.isPresent();
    }

    /** Whether it ended with a verdict; a run that diverged has none, whatever it was before. */
    public boolean ended(Verdict other) {
        return !isDiverged() && verdict.isPresent() && verdict.get() == other;
    }

    public boolean isSolved() {
        return sequencesToSolve.isPresent();
    }
}
