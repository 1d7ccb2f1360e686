package lab.carousel.ui.background;

import java.util.List;

/**
 * A time in which the window stood still.
 *
 * @param millis how long
 * @param where  what it was doing when that had become too long, the innermost call first
 */
public record Freeze(long millis, List<StackTraceElement> where) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("the window stood still for " + millis + " ms");
        where.forEach(call -> text.append("\n    at ").append(call));
        return text.toString();
    }
}
