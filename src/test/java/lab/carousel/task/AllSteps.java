package lab.carousel.task;

import java.util.List;
import java.util.stream.IntStream;

/** The steps of a task, one by one. */
public final class AllSteps {

    private AllSteps() {}

    /** Sequence after sequence. */
    public static List<Step> of(Task task) {
        Steps[] encoded = task.encoded();
        return IntStream.range(0, encoded.length)
                .boxed()
                .flatMap(s -> IntStream.rangeClosed(1, encoded[s].size()).mapToObj(number -> task.step(s, number)))
                .toList();
    }
}
