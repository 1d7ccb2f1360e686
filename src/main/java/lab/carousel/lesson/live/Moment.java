package lab.carousel.lesson.live;

import java.util.List;
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
 * @param isSeen whether the class has seen on the wall what is to be observed, so that what is right is told
 * @param asked question that was asked in between; it is shown over the lesson until it is ended
 * @param given experiment that the teacher gave to all phones
 * @param isPaused whether the phones are covered, so that all look up
 * @param reasons of students that the teacher has chosen to show, in that order
 */
public record Moment(
        int number,
        boolean isLed,
        int step,
        int round,
        boolean isRevealed,
        boolean isSeen,
        Optional<AskedNow> asked,
        Optional<Experiment> given,
        boolean isPaused,
        List<String> reasons) {

    public Moment {
        reasons = List.copyOf(reasons);
    }

    /** Whether the phones see what came in: once the outcome of what is asked is told to all. */
    public boolean showsAnswers() {
        return asked.map(AskedNow::isRevealed).orElse(isLed && (isRevealed || step == 0));
    }

    /** Whether the same is asked, so that what came in belongs to both. */
    public boolean asksAs(Moment other) {
        return step == other.step
                && given.equals(other.given)
                && asked.map(AskedNow::id).equals(other.asked.map(AskedNow::id));
    }

    /** Another step of the lesson; what was given, and the reasons, belonged to the one before. */
    public Moment at(int newStep, int itsRound, boolean isItsOutcomeTold) {
        return new Moment(
                number,
                isLed,
                newStep,
                itsRound,
                isItsOutcomeTold,
                false,
                asked,
                Optional.empty(),
                isPaused,
                List.of());
    }

    public Moment numbered(int newNumber) {
        return new Moment(newNumber, isLed, step, round, isRevealed, isSeen, asked, given, isPaused, reasons);
    }

    public Moment led(boolean isNowLed) {
        return new Moment(number, isNowLed, step, round, isRevealed, isSeen, asked, given, isPaused, reasons);
    }

    public Moment inNextRound() {
        return new Moment(number, isLed, step, round + 1, false, false, asked, given, isPaused, reasons);
    }

    public Moment revealed() {
        return new Moment(number, isLed, step, round, true, isSeen, asked, given, isPaused, reasons);
    }

    public Moment seen() {
        return new Moment(number, isLed, step, round, isRevealed, true, asked, given, isPaused, reasons);
    }

    public Moment asking(Optional<AskedNow> question) {
        return new Moment(number, isLed, step, round, isRevealed, isSeen, question, given, isPaused, reasons);
    }

    public Moment giving(Experiment experiment) {
        return new Moment(
                number, isLed, step, round, isRevealed, isSeen, asked, Optional.of(experiment), isPaused, reasons);
    }

    public Moment paused(boolean isNowPaused) {
        return new Moment(number, isLed, step, round, isRevealed, isSeen, asked, given, isNowPaused, reasons);
    }

    public Moment showing(List<String> chosen) {
        return new Moment(number, isLed, step, round, isRevealed, isSeen, asked, given, isPaused, chosen);
    }
}
