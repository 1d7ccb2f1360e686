package lab.carousel.ui.background;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a log says of times in which the window stood still: all calls only the first time in each place, so that a slow
 * machine does not fill the log with one and the same. Not thread-safe.
 */
public final class FreezeWords {

    private static final String OURS = "lab.carousel.";

    private final Set<String> told = new HashSet<>();

    /** What to say of one. */
    public String of(Watchdog.Freeze freeze) {
        String place = place(freeze.where());
        return told.add(place)
                ? freeze.toString()
                : "the window stood still for " + freeze.millis() + " ms, again at " + place;
    }

    /** The innermost method of the program itself; what it was in on the way there changes with every look. */
    private static String place(List<StackTraceElement> where) {
        return where.stream()
                .filter(call -> call.getClassName().startsWith(OURS))
                .findFirst()
                .or(() -> where.stream().findFirst())
                .map(call -> call.getClassName() + "." + call.getMethodName())
                .orElse("an unknown place");
    }
}
