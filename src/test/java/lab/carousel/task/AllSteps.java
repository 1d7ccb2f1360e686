package lab.carousel.task;

import java.util.List;
import java.util.stream.IntStream;

/** The steps of a task, one by one. */
public final class AllSteps {

    private AllSteps() {}

    /** Sequence after sequence. */
    public static List<Step> of(Task task) {
        int[][] encoded = task.encoded();
        return IntStream.range(0, encoded.length)
                .boxed()
                .flatMap(s -> IntStream.range(1, encoded[s].length).mapToObj(number -> task.step(s, number)))
                .toList();
    }
}
