package lab.carousel.lesson.live;

import java.util.List;

/**
 * Who is in a class.
 *
 * @param came ids in the order in which they came
 * @param dropped those of them who were sent out
 */
public record DoorProgress(int expected, boolean isShut, List<String> came, List<String> dropped) {

    public DoorProgress {
        came = List.copyOf(came);
        dropped = List.copyOf(dropped);
    }
}
