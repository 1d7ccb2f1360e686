package lab.carousel.task.drawn;

import java.util.List;
import lab.carousel.task.DrawnTask;

/** All kinds of task that draw their sequences, in the order in which they are offered. */
public final class DrawnKinds {

    /** Those that are offered together, by the end of the key of their name. */
    public record Group(String name, List<DrawnTask> kinds) {}

    public static final List<Group> GROUPS = List.of(
            new Group("gap", List.of(FixedGap.KIND, RandomGap.KIND, NoisyGap.KIND)),
            new Group(
                    "grammar", List.of(EmbeddedReber.KIND, ContinualReber.KIND, CountedWords.TWO, CountedWords.THREE)),
            new Group("order", List.of(TemporalOrder.TWO, TemporalOrder.THREE)),
            new Group(
                    "numbers",
                    List.of(
                            MarkedNumbers.ADDING,
                            MarkedNumbers.ADDING_MODERN,
                            MarkedNumbers.MULTIPLYING,
                            FlipFlop.KIND)),
            new Group("bits", List.of(Parity.KIND, XorInTime.KIND)));

    public static final List<DrawnTask> ALL =
            GROUPS.stream().flatMap(group -> group.kinds().stream()).toList();

    private DrawnKinds() {}

    public static DrawnTask named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
    }
}
