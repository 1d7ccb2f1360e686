package lab.carousel.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is asked after a step, for tests. */
public final class Reflections {

    private Reflections() {}

    /** Something of each kind: to be chosen, to be read, to be judged and to be recalled. */
    public static Reflection ofEachKind() {
        return new Reflection(
                List.of(
                        new Observation.Chosen("What?", List.of("on it", "below"), OptionalInt.of(1), Optional.empty()),
                        new Observation.Read("Which loss?", MeasuredNumber.LOSS, 0.001),
                        new Observation.Judged("Which verdict?", AskedVerdict.VERDICT)),
                List.of(new RecallCard("What is c?", "The cell state.")),
                false,
                true);
    }
}
