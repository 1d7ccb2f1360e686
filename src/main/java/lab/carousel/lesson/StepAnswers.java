package lab.carousel.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Answers to a step.
 *
 * @param before predictions; empty if the step has no question
 * @param after answers once the outcome is seen and before it is explained; empty as above
 * @param reason of the prediction; may be empty
 * @param observed one for each observation of the step
 * @param known one for each card: whether its back was known; empty if it was not turned over
 */
public record StepAnswers(
        Optional<Tally> before,
        Optional<Tally> after,
        String reason,
        List<Optional<Observed>> observed,
        List<Optional<Boolean>> known) {

    public static final int LONGEST_REASON = 200;

    public StepAnswers {
        observed = List.copyOf(observed);
        known = List.copyOf(known);
    }

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

    /** Whether the prediction is committed to; true where none is asked for. */
    public boolean isCommitted() {
        return before.isEmpty() || before.get().revealed();
    }

    public StepAnswers handedIn() {
        return new StepAnswers(before.map(Tally::reveal), after, reason, observed, known);
    }

    /** The first unanswered observation; empty if there is none, or before the prediction is committed to. */
    public OptionalInt nextObservation() {
        return isCommitted()
                ? IntStream.range(0, observed.size())
                        .filter(number -> observed.get(number).isEmpty())
                        .findFirst()
                : OptionalInt.empty();
    }

    /** Whether the right answer is shown: the prediction is committed to, and all is observed. */
    public boolean isExplained() {
        return isCommitted() && nextObservation().isEmpty();
    }

    StepAnswers reopened() {
        return new StepAnswers(before.map(tally -> new Tally(tally.hands(), false)), after, reason, observed, known);
    }

    boolean isSeen() {
        return after.filter(tally -> tally.total() > 0).isPresent()
                || observed.stream().anyMatch(Optional::isPresent);
    }

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
