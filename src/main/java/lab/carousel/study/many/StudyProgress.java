package lab.carousel.study.many;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a study is.
 *
 * @param finished runs that have ended
 * @param runs     all runs
 * @param diverged how many of the ended ones diverged
 * @param timeLeft about how long it will still take; empty before the first run has ended, and after the last
 */
public record StudyProgress(StudyState state, int finished, int runs, int diverged, Optional<Duration> timeLeft) {

    public boolean isOver() {
        return state != StudyState.RUNNING;
    }
}
