package lab.carousel.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers to a step.
 *
 * @param before predictions, and whether they were committed to; empty if the step has no question
 * @param again predictions of the rounds after the first: the class has talked, and was asked once more
 * @param after answers once the outcome is seen and before it is explained; empty as above
 * @param reason of the prediction; may be empty
 * @param observed one for each observation of the step
 * @param known one for each card: whether its back was known; empty if it was not turned over
 * @param isLate whether the prediction came after the class was told what is right
 */
public record StepAnswers(
        Optional<Tally> before,
        List<Tally> again,
        Optional<Tally> after,
        String reason,
        List<Optional<Observed>> observed,
        List<Optional<Boolean>> known,
        boolean isLate) {

    public static final int LONGEST_REASON = 200;
    public static final int MOST_ROUNDS = 10;

    public StepAnswers {
        again = List.copyOf(again);
        observed = List.copyOf(observed);
        known = List.copyOf(known);
    }

    /** Answers in time, to a question that was asked once. */
    public StepAnswers(
            Optional<Tally> before,
            Optional<Tally> after,
            String reason,
            List<Optional<Observed>> observed,
            List<Optional<Boolean>> known) {
        this(before, List.of(), after, reason, observed, known, false);
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
        return new StepAnswers(Optional.of(tally), again, after, reason, observed, known, isLate);
    }

    StepAnswers withAfter(Tally tally) {
        return new StepAnswers(before, again, Optional.of(tally), reason, observed, known, isLate);
    }

    StepAnswers withReason(String words) {
        return new StepAnswers(before, again, after, words, observed, known, isLate);
    }

    StepAnswers withObserved(int number, Observed answer) {
        return new StepAnswers(before, again, after, reason, replaced(observed, number, answer), known, isLate);
    }

    StepAnswers withKnown(int card, boolean isKnown) {
        return new StepAnswers(before, again, after, reason, observed, replaced(known, card, isKnown), isLate);
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
        return new StepAnswers(before.map(Tally::reveal), again, after, reason, observed, known, isLate);
    }

    /** The same with the prediction of others, which was in time: what came after all was told changes nothing of it. */
    public StepAnswers predictedAs(StepAnswers inTime) {
        return new StepAnswers(inTime.before, inTime.again, after, inTime.reason, observed, known, inTime.isLate);
    }

    /** The same with the hands that the phones of a class raised: for each round, and once the outcome was seen. */
    StepAnswers counted(List<List<Integer>> rounds, List<Integer> now) {
        List<Tally> predicted = rounds.stream()
                .filter(hands -> before.isPresent())
                .map(hands -> before.get().with(hands))
                .toList();
        return new StepAnswers(
                predicted.stream().findFirst().or(() -> before),
                predicted.stream().skip(1).map(Tally::reveal).toList(),
                after.map(tally -> tally.with(now)),
                reason,
                observed,
                known,
                isLate);
    }

    public StepAnswers withLate(boolean late) {
        return new StepAnswers(before, again, after, reason, observed, known, late);
    }

    /** Predictions, a list for each round; empty if the step has no question. */
    public List<Tally> rounds() {
        return Stream.concat(before.stream(), again.stream()).toList();
    }

    /** Whether something was predicted for good, in any round. */
    public boolean isPredicted() {
        return before.isPresent() && isCommitted() && rounds().stream().anyMatch(tally -> tally.total() > 0);
    }

    /** The first unanswered observation; empty if there is none, or before the prediction is committed to. */
    public OptionalInt nextObservation() {
        return isCommitted()
                ? IntStream.range(0, observed.size())
                        .filter(number -> observed.get(number).isEmpty())
                        .findFirst()
                : OptionalInt.empty();
    }

    StepAnswers reopened() {
        return new StepAnswers(
                before.map(tally -> new Tally(tally.hands(), false)), again, after, reason, observed, known, isLate);
    }

    boolean isSeen() {
        return after.filter(tally -> tally.total() > 0).isPresent()
                || observed.stream().anyMatch(Optional::isPresent);
    }

    /** The same with nothing chosen, observed and known where nothing of it was said. */
    public StepAnswers filled(LessonStep step) {
        StepAnswers blank = of(step);
        return new StepAnswers(
                before.or(blank::before),
                again,
                after.or(blank::after),
                reason,
                observed.isEmpty() ? blank.observed : observed,
                known.isEmpty() ? blank.known : known,
                isLate);
    }

    /** Whether these are answers to a step's questions: as many choices, observations and cards. */
    public boolean fits(LessonStep step) {
        StepAnswers asked = of(step);
        return hands(before).equals(hands(asked.before))
                && hands(after).equals(hands(asked.after))
                && again.stream().allMatch(tally -> hands(Optional.of(tally)).equals(hands(asked.before)))
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
                || again.stream().anyMatch(tally -> tally.total() > 0)
                || raised.apply(after)
                || !reason.isEmpty()
                || observed.stream().anyMatch(Optional::isPresent)
                || known.stream().anyMatch(Optional::isPresent);
    }
}
