package lab.carousel.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Message;

/** A question about what is to be seen, whose answer is checked against what happened. */
public sealed interface Observation {

    /** The question, in Markdown. */
    String text();

    /** What can be answered; empty if a number is asked for. */
    List<String> choices();

    /**
     * Checks an answer.
     *
     * @param answer the place of a choice, from 0, or a number
     * @param now    what is going on
     * @return empty if that cannot be said yet, because nothing has been trained
     */
    Optional<Observed> check(double answer, Situation now);

    /** The spot where it is to be seen; empty if that is nowhere on the screen, as with what one has done. */
    Optional<WindowSpot> about();

    /** The same in other words; there must be as many choices. */
    Observation with(String newText, List<String> newChoices);

    /**
     * One of some choices.
     *
     * @param right the one that is seen, counted from 0; empty if any may be
     * @param about as above
     */
    record Chosen(String text, List<String> choices, OptionalInt right, Optional<WindowSpot> about)
            implements Observation {

        /** Copies the list. */
        public Chosen {
            choices = List.copyOf(choices);
        }

        @Override
        public Optional<Observed> check(double answer, Situation now) {
            double truth = right.isPresent() ? right.getAsInt() : answer;
            return Optional.of(new Observed(answer, truth, truth == answer));
        }

        @Override
        public Observation with(String newText, List<String> newChoices) {
            return new Chosen(newText, newChoices, right, about);
        }
    }

    /** Which verdict the run has. */
    record Judged(String text) implements Observation {

        @Override
        public List<String> choices() {
            return Stream.of(Verdict.values())
                    .map(verdict -> Message.text("verdict." + verdict + ".name"))
                    .toList();
        }

        @Override
        public Optional<WindowSpot> about() {
            return Optional.of(Spots.VERDICT);
        }

        @Override
        @SuppressWarnings("EnumOrdinal") // the place among the choices above
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
     * A number that is read off the screen.
     *
     * @param of     which
     * @param within how far the answer may be from it
     */
    record Read(String text, Reading of, double within) implements Observation {

        /** So that what is rounded half up and half down on the screen is both right. */
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
