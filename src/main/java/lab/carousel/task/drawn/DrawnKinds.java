package lab.carousel.task.drawn;

import java.util.List;
import lab.carousel.task.DrawnKind;

/** All kinds of task that draw their sequences, in the order in which they are offered. */
public final class DrawnKinds {

    public static final List<DrawnKind> ALL = List.of(
            FixedGap.KIND,
            RandomGap.KIND,
            NoisyGap.KIND,
            EmbeddedReber.KIND,
            ContinualReber.KIND,
            CountedWords.TWO,
            CountedWords.THREE,
            TemporalOrder.TWO,
            TemporalOrder.THREE,
            MarkedNumbers.ADDING,
            MarkedNumbers.ADDING_MODERN,
            MarkedNumbers.MULTIPLYING,
            FlipFlop.KIND,
            Parity.KIND,
            XorInTime.KIND);

    private DrawnKinds() {}

    public static DrawnKind named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
    }
}
