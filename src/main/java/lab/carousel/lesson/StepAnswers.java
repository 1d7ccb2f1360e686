package lab.carousel.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What was answered in a step.
 *
 * @param before   who predicted what; empty if the step has no question
 * @param after    who says what once the outcome is seen and before it is explained; empty as above
 * @param reason   why; may be empty
 * @param observed what was seen, for each observation of the step
 * @param known    for each of its cards whether what is on the back was known; empty if it was not turned over
 */
public record StepAnswers(
        Optional<Tally> before,
        Optional<Tally> after,
        String reason,
        List<Optional<Observed>> observed,
        List<Optional<Boolean>> known) {

    /** The longest reason. */
    public static final int LONGEST_REASON = 200;

    /** Copies the lists. */
    public StepAnswers {
        observed = List.copyOf(observed);
        known = List.copyOf(known);
    }

    /** None yet. */
    static StepAnswers of(LessonStep step) {
        return new StepAnswers(
                step.question().map(Tally::of),
                step.question().map(Tally::of),
                "",
                Collections.nCopies(step.after().observations().size(), Optional.empty()),
                Collections.nCopies(step.after().cards().size(), Optional.empty()));
    }

    StepAnswers withBefore(Tally tally) {
        return new StepAnswers(Optional.of(tally), after, reason, observed, known);
    }

    StepAnswers withAfter(Tally tally) {
        return new StepAnswers(before, Optional.of(tally), reason, observed, known);
    }

    StepAnswers withReason(String words) {
        return new StepAnswers(before, after, words, observed, known);
    }

    StepAnswers withObserved(int number, Observed answer) {
        return new StepAnswers(before, after, reason, replaced(observed, number, answer), known);
    }

    StepAnswers withKnown(int card, boolean isKnown) {
        return new StepAnswers(before, after, reason, observed, replaced(known, card, isKnown));
    }

    private static <T> List<Optional<T>> replaced(List<Optional<T>> list, int place, T value) {
        List<Optional<T>> changed = new ArrayList<>(list);
        changed.set(place, Optional.of(value));
        return changed;
    }

    /** Whether the class has committed to its prediction; also where none is asked for. */
    public boolean isCommitted() {
        return before.isEmpty() || before.get().revealed();
    }

    /** The same with the prediction committed to, as it is once it is handed in. */
    public StepAnswers handedIn() {
        return new StepAnswers(before.map(Tally::reveal), after, reason, observed, known);
    }

    /** The first observation that nobody has answered yet; empty if all are, or before the outcome is revealed. */
    public OptionalInt toObserve() {
        return isCommitted()
                ? IntStream.range(0, observed.size())
                        .filter(number -> observed.get(number).isEmpty())
                        .findFirst()
                : OptionalInt.empty();
    }

    /** Whether what is right is told: the prediction is made, and all is observed. */
    public boolean isExplained() {
        return isCommitted() && toObserve().isEmpty();
    }

    /** The same with the prediction open again. */
    StepAnswers reopened() {
        return new StepAnswers(before.map(tally -> new Tally(tally.hands(), false)), after, reason, observed, known);
    }

    /** Whether anything was answered that can be only once the outcome is seen. */
    boolean isSeen() {
        return after.filter(tally -> tally.total() > 0).isPresent()
                || observed.stream().anyMatch(Optional::isPresent);
    }

    /** Whether these can be answers to what a step asks. */
    boolean fits(LessonStep step) {
        StepAnswers asked = of(step);
        return hands(before).equals(hands(asked.before))
                && hands(after).equals(hands(asked.after))
                && observed.size() == asked.observed.size()
                && known.size() == asked.known.size();
    }

    private static Optional<Integer> hands(Optional<Tally> tally) {
        return tally.map(each -> each.hands().size());
    }

    /** Whether there is anything in it. */
    public boolean isAny() {
        Function<Optional<Tally>, Boolean> raised =
                tally -> tally.filter(hands -> hands.total() > 0).isPresent();
        return raised.apply(before)
                || raised.apply(after)
                || !reason.isEmpty()
                || observed.stream().anyMatch(Optional::isPresent)
                || known.stream().anyMatch(Optional::isPresent);
    }
}
