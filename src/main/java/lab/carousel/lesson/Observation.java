package lab.carousel.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.text.Message;

/** A question about the outcome, whose answer is checked against what happened. */
public sealed interface Observation {

    /** The question, in Markdown. */
    String text();

    /** The choices; empty if a number is asked for. */
    List<String> choices();

    /** With what an answer is compared. */
    ExpectedObservation sight();

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
        public ExpectedObservation sight() {
            return new ExpectedObservation("", 0, right, true);
        }

        @Override
        public Observation with(String newText, List<String> newChoices) {
            return new Chosen(newText, newChoices, right, about);
        }
    }

    /** The verdict of the run. */
    record Judged(String text, AskedVerdict of) implements Observation {

        @Override
        public List<String> choices() {
            return of.choices().stream()
                    .map(verdict -> Message.text("verdict." + verdict + ".name"))
                    .toList();
        }

        @Override
        public Optional<WindowSpot> about() {
            return Optional.of(LessonTargets.VERDICT);
        }

        @Override
        public ExpectedObservation sight() {
            return new ExpectedObservation(Situation.SHOWN + AskedVerdict.WORDS.word(of), 0, OptionalInt.empty(), true);
        }

        @Override
        public Observation with(String newText, List<String> newChoices) {
            return new Judged(newText, of);
        }

        /** Goes into {@link Lesson#version}: files of answers hold that of lessons from before there were forecasts. */
        @Override
        public String toString() {
            return "Judged[text=" + text + (of == AskedVerdict.VERDICT ? "]" : ", of=" + of + "]");
        }
    }

    /**
     * A number read off the screen.
     *
     * @param within tolerance
     */
    record Read(String text, MeasuredNumber of, double within) implements Observation {

        @Override
        public List<String> choices() {
            return List.of();
        }

        @Override
        public Optional<WindowSpot> about() {
            return Optional.of(of.spot());
        }

        @Override
        public ExpectedObservation sight() {
            return new ExpectedObservation(
                    Situation.SHOWN + Situation.READINGS.word(of), within, OptionalInt.empty(), true);
        }

        @Override
        public Observation with(String newText, List<String> newChoices) {
            return new Read(newText, of, within);
        }
    }
}
