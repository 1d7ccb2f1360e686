package lab.carousel.task.drawn;

import java.util.stream.Stream;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.draft.SourceDraft;

/** Every kind of drawn task, as large as where people begin with it. */
public final class DrawnTasks {

    private DrawnTasks() {}

    public static Stream<DrawnTask> all() {
        return DrawnKinds.ALL.stream().map(kind -> SourceDraft.of(kind).source().orElseThrow());
    }

    public static DrawnTask named(String name) {
        return all().filter(task -> task.name().equals(name)).findFirst().orElseThrow();
    }
}
