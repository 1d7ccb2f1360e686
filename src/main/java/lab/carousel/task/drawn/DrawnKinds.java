package lab.carousel.task.drawn;

import java.util.List;
import lab.carousel.task.DrawnKind;

/** All kinds of task that draw their sequences, in the order in which they are offered. */
public final class DrawnKinds {

    public static final List<DrawnKind> ALL = List.of(FixedGap.KIND, RandomGap.KIND, NoisyGap.KIND);

    private DrawnKinds() {}
}
