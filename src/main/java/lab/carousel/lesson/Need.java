package lab.carousel.lesson;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;

/** Something that must happen before the next step of a lesson. */
public sealed interface Need {

    /**
     * Whether it has happened.
     *
     * @param before situation when the step was entered
     */
    boolean isMet(Situation before, Situation now);

    /** What is still to be done. */
    Message words();

    /** The edited experiment has been trained to its end. */
    record RunFinished() implements Need {

        @Override
        public boolean isMet(Situation before, Situation now) {
            return now.snapshot().isPresent() && now.status().state() == RunState.FINISHED;
        }

        @Override
        public Message words() {
            return Message.of("lesson.need.run");
        }
    }

    record Reached(Count count, int number) implements Need {

        public enum Count {
            EPOCHS,
            UPDATES
        }

        @Override
        public boolean isMet(Situation before, Situation now) {
            return now.shows(snapshot -> (count == Count.EPOCHS
                            ? snapshot.position().epoch()
                            : snapshot.position().updates())
                    >= number);
        }

        @Override
        public Message words() {
            return Message.of(count == Count.EPOCHS ? "lesson.need.epoch" : "lesson.need.updates", number);
        }
    }

    record VerdictGiven(Verdict verdict) implements Need {

        @Override
        public boolean isMet(Situation before, Situation now) {
            return now.shows(snapshot -> snapshot.verdict() == verdict);
        }

        @Override
        public Message words() {
            return Message.of("lesson.need.verdict." + verdict);
        }
    }

    /** Some hyperparameters have certain values, which {@code set} sets. */
    record ValueChosen(Message shown, UnaryOperator<Hyperparameters> set) implements Need {

        @Override
        public boolean isMet(Situation before, Situation now) {
            return now.edited()
                    .map(Experiment::hyperparameters)
                    .filter(values -> set.apply(values).equals(values))
                    .isPresent();
        }

        @Override
        public Message words() {
            return Message.of("lesson.need.value", shown);
        }
    }

    /** A part of the experiment has changed since the step was entered. */
    record Changed(Message name, Function<Experiment, Object> part) implements Need {

        @Override
        public boolean isMet(Situation before, Situation now) {
            return now.edited().isPresent()
                    && !now.edited().map(part).equals(before.edited().map(part));
        }

        @Override
        public Message words() {
            return Message.of("lesson.need.change", name);
        }
    }

    record PlaceShown(String place) implements Need {

        @Override
        public boolean isMet(Situation before, Situation now) {
            return place.equals(now.place());
        }

        @Override
        public Message words() {
            return Message.of("lesson.need.place", Message.of(place + ".menu"));
        }
    }
}
