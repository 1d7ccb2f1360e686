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
public record PhoneScreen(
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

    public PhoneScreen {
        reasons = List.copyOf(reasons);
    }

    /** Whether the phones see what came in: once the outcome of what is asked is told to all. */
    public boolean showsAnswers() {
        return asked.map(AskedNow::isRevealed).orElse(isLed && (isRevealed || step == 0));
    }

    /** Whether the same is asked, so that what came in belongs to both. */
    public boolean asksAs(PhoneScreen other) {
        return step == other.step
                && given.equals(other.given)
                && asked.map(AskedNow::id).equals(other.asked.map(AskedNow::id));
    }

    /** Another step of the lesson; what was given, and the reasons, belonged to the one before. */
    public PhoneScreen at(int newStep, int itsRound, boolean isItsOutcomeTold) {
        return new PhoneScreen(
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

    public PhoneScreen numbered(int newNumber) {
        return new PhoneScreen(newNumber, isLed, step, round, isRevealed, isSeen, asked, given, isPaused, reasons);
    }

    public PhoneScreen led(boolean isNowLed) {
        return new PhoneScreen(number, isNowLed, step, round, isRevealed, isSeen, asked, given, isPaused, reasons);
    }

    public PhoneScreen inNextRound() {
        return new PhoneScreen(number, isLed, step, round + 1, false, false, asked, given, isPaused, reasons);
    }

    public PhoneScreen revealed() {
        return new PhoneScreen(number, isLed, step, round, true, isSeen, asked, given, isPaused, reasons);
    }

    public PhoneScreen seen() {
        return new PhoneScreen(number, isLed, step, round, isRevealed, true, asked, given, isPaused, reasons);
    }

    public PhoneScreen asking(Optional<AskedNow> question) {
        return new PhoneScreen(number, isLed, step, round, isRevealed, isSeen, question, given, isPaused, reasons);
    }

    public PhoneScreen giving(Experiment experiment) {
        return new PhoneScreen(
                number, isLed, step, round, isRevealed, isSeen, asked, Optional.of(experiment), isPaused, reasons);
    }

    public PhoneScreen paused(boolean isNowPaused) {
        return new PhoneScreen(number, isLed, step, round, isRevealed, isSeen, asked, given, isNowPaused, reasons);
    }

    public PhoneScreen showing(List<String> chosen) {
        return new PhoneScreen(number, isLed, step, round, isRevealed, isSeen, asked, given, isPaused, chosen);
    }
}
