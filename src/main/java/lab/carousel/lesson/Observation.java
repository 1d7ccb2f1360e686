package lab.carousel.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Message;

/** A question about the outcome, whose answer is checked against what happened. */
public sealed interface Observation {

    /** The question, in Markdown. */
    String text();

    /** The choices; empty if a number is asked for. */
    List<String> choices();

    /**
     * Checks an answer.
     *
     * @param answer index of a choice, from 0, or a number
     * @return empty if nothing has been trained yet
     */
    Optional<Observed> check(double answer, Situation now);

    /** Whether any answer will do, so that none is called right. */
    default boolean isOpinion() {
        return false;
    }

    /** Whether the lesson says what is right, of its own run; otherwise that is read from the run that is shown. */
    default boolean isOfLessonsRun() {
        return false;
    }

    /** Spot where the answer is seen; empty if it is not on the screen. */
    Optional<WindowSpot> about();

    /** The same translated; there must be as many choices. */
    Observation with(String newText, List<String> newChoices);

    /**
     * A choice.
     *
     * @param right index of the choice that is seen, counted from 0; empty if any may be
     */
    record Chosen(String text, List<String> choices, OptionalInt right, Optional<WindowSpot> about)
            implements Observation {

        public Chosen {
            choices = List.copyOf(choices);
        }

        @Override
        public Optional<Observed> check(double answer, Situation now) {
            return Optional.of(
                    right.isPresent()
                            ? new Observed(answer, right.getAsInt(), right.getAsInt() == answer)
                            : Observed.unjudged(answer));
        }

        @Override
        public boolean isOpinion() {
            return right.isEmpty();
        }

        @Override
        public boolean isOfLessonsRun() {
            return right.isPresent();
        }

        @Override
        public Observation with(String newText, List<String> newChoices) {
            return new Chosen(newText, newChoices, right, about);
        }
    }

    record Judged(String text) implements Observation {

        @Override
        public List<String> choices() {
            // Where numbers are wanted, the number of floors is asked for
            return Stream.of(Verdict.values())
                    .filter(verdict -> verdict != Verdict.BY_FLOORS)
                    .map(verdict -> Message.text("verdict." + verdict + ".name"))
                    .toList();
        }

        @Override
        public Optional<WindowSpot> about() {
            return Optional.of(LessonTargets.VERDICT);
        }

        @Override
        @SuppressWarnings("EnumOrdinal")
        public Optional<Observed> check(double answer, Situation now) {
            return now.trained().map(snapshot -> {
                int truth = snapshot.verdict().ordinal();
                return new Observed(answer, truth, truth == answer);
            });
        }

        @Override
        public Observation with(String newText, List<String> newChoices) {
            return new Judged(newText);
        }
    }

    /**
     * A number read off the screen.
     *
     * @param within tolerance
     */
    record Read(String text, Reading of, double within) implements Observation {

        /** Accepts both roundings of a half. */
        private static final double ROUNDING = 1e-9;

        @Override
        public List<String> choices() {
            return List.of();
        }

        @Override
        public Optional<WindowSpot> about() {
            return Optional.of(of.spot());
        }

        @Override
        public Optional<Observed> check(double answer, Situation now) {
            return now.trained()
                    .map(of::of)
                    .filter(Double::isFinite)
                    .map(truth -> new Observed(
                            answer,
                            truth,
                            Math.abs(answer - truth) <= within + ROUNDING * Math.max(1, Math.abs(truth))));
        }

        @Override
        public Observation with(String newText, List<String> newChoices) {
            return new Read(newText, of, within);
        }
    }
}
