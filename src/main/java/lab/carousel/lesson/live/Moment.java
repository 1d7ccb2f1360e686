package lab.carousel.lesson.live;

import java.util.Optional;
import lab.carousel.model.Experiment;

/**
 * What the phones of a class are to show.
 *
 * @param number counts the moments, from 1: each act of the teacher makes the next one
 * @param isLed whether the phones follow the wall; otherwise each student goes at an own pace
 * @param step that is open, counted from 1; 0 without a lesson
 * @param round in which its question is asked, counted from 1
 * @param isRevealed whether its outcome is told
 * @param asked question that was asked in between; it is shown over the lesson until it is ended
 * @param given experiment that the teacher gave to all phones
 * @param isPaused whether the phones are covered, so that all look up
 */
public record Moment(
        int number,
        boolean isLed,
        int step,
        int round,
        boolean isRevealed,
        Optional<AskedNow> asked,
        Optional<Experiment> given,
        boolean isPaused) {

    /** A moment in which phones go on. */
    public Moment(
            int number,
            boolean isLed,
            int step,
            int round,
            boolean isRevealed,
            Optional<AskedNow> asked,
            Optional<Experiment> given) {
        this(number, isLed, step, round, isRevealed, asked, given, false);
    }
}
