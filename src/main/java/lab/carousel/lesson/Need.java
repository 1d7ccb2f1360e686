package lab.carousel.lesson;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;

/** Something that must happen before the next step of a lesson. */
public sealed interface Need {

    /** It has happened as soon as all of them hold at once. */
    List<Condition> conditions();

    /** What is still to be done. */
    Message words();

    /**
     * Whether it has happened.
     *
     * @param before situation when the step was entered
     */
    default boolean isMet(Situation before, Situation now) {
        return conditions().stream().allMatch(condition -> condition.holds(before, now));
    }

    /** The edited experiment has been trained to its end. */
    record RunFinished() implements Need {

        @Override
        public List<Condition> conditions() {
            return List.of(Condition.is(Situation.STATE, Situation.STATES.word(RunState.FINISHED)));
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
        public List<Condition> conditions() {
            String reads = count == Count.EPOCHS ? Situation.EPOCH : Situation.UPDATES;
            return List.of(new Condition(reads, Condition.Test.AT_LEAST, number));
        }

        @Override
        public Message words() {
            return Message.of(count == Count.EPOCHS ? "lesson.need.epoch" : "lesson.need.updates", number);
        }
    }

    record VerdictGiven(Verdict verdict) implements Need {

        @Override
        public List<Condition> conditions() {
            return List.of(Condition.is(Situation.VERDICT, Situation.VERDICTS.word(verdict)));
        }

        @Override
        public Message words() {
            return Message.of("lesson.need.verdict." + verdict);
        }
    }

    /**
     * Some hyperparameters have certain values.
     *
     * @param names of the hyperparameters
     * @param set   sets the values
     */
    record ValueChosen(Message shown, Set<String> names, UnaryOperator<Hyperparameters> set) implements Need {

        public ValueChosen {
            names = Set.copyOf(names);
        }

        @Override
        public List<Condition> conditions() {
            Hyperparameters wanted = set.apply(Hyperparameters.reference());
            return Settings.ALL.stream()
                    .filter(setting -> names.contains(setting.name()))
                    .map(setting -> Condition.is(setting.name(), setting.written(wanted)))
                    .toList();
        }

        @Override
        public Message words() {
            return Message.of("lesson.need.value", shown);
        }
    }

    /**
     * A part of the experiment has changed since the step was entered.
     *
     * @param part as in {@link Situation#read}
     */
    record Changed(Message name, String part) implements Need {

        @Override
        public List<Condition> conditions() {
            return List.of(new Condition(part, Condition.Test.CHANGED, ""));
        }

        @Override
        public Message words() {
            return Message.of("lesson.need.change", name);
        }
    }

    record PlaceShown(String place) implements Need {

        @Override
        public List<Condition> conditions() {
            return List.of(Condition.is(Situation.PLACE, place));
        }

        @Override
        public Message words() {
            return Message.of("lesson.need.place", Message.of(place + ".menu"));
        }
    }

    /** An experiment with these values has been trained to its end. */
    record TrainedWith(ValueChosen values) implements Need {

        @Override
        public List<Condition> conditions() {
            return Stream.concat(new RunFinished().conditions().stream(), values.conditions().stream())
                    .toList();
        }

        @Override
        public Message words() {
            return Message.of("lesson.need.trained", values.shown());
        }
    }

    /** At least so many units are silenced at once. */
    record Silenced(int units) implements Need {

        @Override
        public List<Condition> conditions() {
            return List.of(new Condition(Situation.SILENCED, Condition.Test.AT_LEAST, units));
        }

        @Override
        public Message words() {
            return Message.of("lesson.need.silenced", units);
        }
    }

    /** A state, h or c, is transplanted without the other. */
    record Transplanted(String state) implements Need {

        @Override
        public List<Condition> conditions() {
            return List.of(Condition.is(Situation.TRANSPLANTED, state));
        }

        @Override
        public Message words() {
            return Message.of("lesson.need.transplanted", state);
        }
    }

    /** The heatmap shows a quantity. */
    record QuantityShown(String letter) implements Need {

        @Override
        public List<Condition> conditions() {
            return List.of(Condition.is(Situation.QUANTITY, letter));
        }

        @Override
        public Message words() {
            return Message.of("lesson.need.quantity", letter);
        }
    }

    record RunPinned() implements Need {

        @Override
        public List<Condition> conditions() {
            return List.of(new Condition(Situation.PINNED, Condition.Test.CHANGED, ""));
        }

        @Override
        public Message words() {
            return Message.of("lesson.need.pinned");
        }
    }
}
