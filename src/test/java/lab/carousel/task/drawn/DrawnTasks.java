package lab.carousel.task.drawn;

import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.task.DrawnTask;

/** Every kind of drawn task, as large as where people begin with it. */
public final class DrawnTasks {

    private DrawnTasks() {}

    public static Stream<DrawnTask> all() {
        return DrawnKinds.ALL.stream().map(DrawnTasks::of);
    }

    /** Those of {@link #someKinds}. */
    public static Stream<DrawnTask> some() {
        return someKinds().map(DrawnTasks::of);
    }

    /** Among them one of symbols, one of sets, and one of numbers. */
    public static Stream<DrawnTask> someKinds() {
        return Sample.of(1, DrawnKinds.ALL, DrawnTask::targets, DrawnTask::hasSets);
    }

    private static DrawnTask of(DrawnTask kind) {
        return kind;
    }

    public static DrawnTask named(String name) {
        return all().filter(task -> task.name().equals(name)).findFirst().orElseThrow();
    }
}
