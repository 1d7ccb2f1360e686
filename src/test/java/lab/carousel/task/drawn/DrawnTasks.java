package lab.carousel.task.drawn;

import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.task.DrawnKind;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.draft.SourceDraft;

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
    public static Stream<DrawnKind> someKinds() {
        return Sample.of(1, DrawnKinds.ALL, DrawnKind::targets, DrawnKind::hasSets);
    }

    private static DrawnTask of(DrawnKind kind) {
        return SourceDraft.of(kind).source().orElseThrow();
    }

    public static DrawnTask named(String name) {
        return all().filter(task -> task.name().equals(name)).findFirst().orElseThrow();
    }
}
