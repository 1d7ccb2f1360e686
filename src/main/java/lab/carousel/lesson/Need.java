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

    /** What has to be done, in words and as conditions. */
    Asked asked();

    /** It has happened as soon as all of them hold at once. */
    default List<Condition> conditions() {
        return asked().conditions;
    }

    /** What is still to be done. */
    default Message words() {
        return asked().words;
    }

    record Asked(Message words, List<Condition> conditions) {

        private static Asked of(Message words, Condition condition) {
            return new Asked(words, List.of(condition));
        }
    }

    /** The edited experiment has been trained to its end. */
    record RunFinished() implements Need {

        @Override
        public Asked asked() {
            return Asked.of(
                    Message.of("lesson.need.run"),
                    Condition.is(Situation.STATE, Situation.STATES.word(RunState.FINISHED)));
        }
    }

    record Reached(Count count, int number) implements Need {

        public enum Count {
            EPOCHS,
            UPDATES
        }

        @Override
        public Asked asked() {
            String reads = count == Count.EPOCHS ? Situation.EPOCH : Situation.UPDATES;
            return Asked.of(
                    Message.of(count == Count.EPOCHS ? "lesson.need.epoch" : "lesson.need.updates", number),
                    new Condition(reads, Condition.Test.AT_LEAST, number));
        }
    }

    /** The run goes on from an epoch of an earlier one. */
    record ContinuedFrom(int epoch) implements Need {

        @Override
        public Asked asked() {
            return Asked.of(Message.of("lesson.need.continued", epoch), Condition.is(Situation.ORIGIN, (long) epoch));
        }
    }

    record VerdictGiven(Verdict verdict) implements Need {

        @Override
        public Asked asked() {
            return Asked.of(
                    Message.of("lesson.need.verdict." + verdict),
                    Condition.is(Situation.VERDICT, Situation.VERDICTS.word(verdict)));
        }
    }

    /** The mean squared error of numbers is under so many floors of the task. */
    record UnderFloors(int floors) implements Need {

        @Override
        public Asked asked() {
            return Asked.of(
                    Message.of("lesson.need.floors", floors),
                    new Condition(Situation.FLOORS, Condition.Test.AT_LEAST, floors));
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
        public Asked asked() {
            Hyperparameters wanted = set.apply(Hyperparameters.reference());
            return new Asked(
                    Message.of("lesson.need.value", shown),
                    Settings.ALL.stream()
                            .filter(setting -> names.contains(setting.name()))
                            .map(setting -> Condition.is(setting.name(), setting.written(wanted)))
                            .toList());
        }
    }

    /**
     * A part of the experiment has changed since the step was entered.
     *
     * @param part as in {@link Situation#read}
     */
    record Changed(Message name, String part) implements Need {

        @Override
        public Asked asked() {
            return Asked.of(Message.of("lesson.need.change", name), new Condition(part, Condition.Test.CHANGED, ""));
        }
    }

    record PlaceShown(String place) implements Need {

        @Override
        public Asked asked() {
            return Asked.of(
                    Message.of("lesson.need.place", Message.of(place + ".menu")), Condition.is(Situation.PLACE, place));
        }
    }

    /** An experiment with these values has been trained to its end. */
    record TrainedWith(ValueChosen values) implements Need {

        @Override
        public Asked asked() {
            return new Asked(
                    Message.of("lesson.need.trained", values.shown()),
                    Stream.concat(new RunFinished().conditions().stream(), values.conditions().stream())
                            .toList());
        }
    }

    /** At least so many units are silenced at once. */
    record Silenced(int units) implements Need {

        @Override
        public Asked asked() {
            return Asked.of(
                    Message.of("lesson.need.silenced", units),
                    new Condition(Situation.SILENCED, Condition.Test.AT_LEAST, units));
        }
    }

    /** A state, h or c, is transplanted without the other. */
    record Transplanted(String state) implements Need {

        @Override
        public Asked asked() {
            return Asked.of(Message.of("lesson.need.transplanted", state), Condition.is(Situation.TRANSPLANTED, state));
        }
    }

    /** The heatmap shows a quantity. */
    record QuantityShown(String letter) implements Need {

        @Override
        public Asked asked() {
            return Asked.of(Message.of("lesson.need.quantity", letter), Condition.is(Situation.QUANTITY, letter));
        }
    }

    /** The network is looked at step by step, where that can differ from as trained. */
    record StepByStepShown() implements Need {

        @Override
        public Asked asked() {
            return Asked.of(
                    Message.of("lesson.need.stepByStep"), Condition.is(Situation.EVALUATION, Situation.STEP_BY_STEP));
        }
    }

    /** An experiment that is the same as trained and step by step has been trained to its end. */
    record TrainedAlike() implements Need {

        @Override
        public Asked asked() {
            return new Asked(
                    Message.of("lesson.need.sameEvaluation"),
                    List.of(new RunFinished().conditions().get(0), Condition.is(Situation.EVALUATION, Situation.SAME)));
        }
    }

    /**
     * The network that is looked at has become an automaton with so many states.
     *
     * @param isLesioned whether with units silenced; otherwise intact
     */
    record AutomatonFound(int states, boolean isLesioned) implements Need {

        @Override
        public Asked asked() {
            return Asked.of(
                    Message.of(isLesioned ? "lesson.need.lesionedAutomaton" : "lesson.need.automaton", states),
                    Condition.is(isLesioned ? Situation.LESIONED_AUTOMATON : Situation.AUTOMATON, states));
        }
    }

    record RunPinned() implements Need {

        @Override
        public Asked asked() {
            return Asked.of(
                    Message.of("lesson.need.pinned"), new Condition(Situation.PINNED, Condition.Test.CHANGED, ""));
        }
    }
}
