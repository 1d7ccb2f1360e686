package lab.carousel.task.drawn;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.task.DrawnKind;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.draft.SourceDraft;

/** Every kind of drawn task, as large as where people begin with it. */
public final class DrawnTasks {

    private DrawnTasks() {}

    public static Stream<DrawnTask> all() {
        return DrawnKinds.ALL.stream().map(kind -> SourceDraft.of(kind).source().orElseThrow());
    }

    /** Some of these that have among them a kind of symbols, one of sets, and one of numbers. */
    public static <T> Stream<T> sample(List<T> of, Function<? super T, DrawnKind> kind) {
        return Sample.of(
                1, of, each -> kind.apply(each).isOfNumbers(), each -> kind.apply(each).hasSets());
    }

    public static Stream<DrawnTask> some() {
        return sample(all().toList(), DrawnTask::kind);
    }

    public static DrawnTask named(String name) {
        return all().filter(task -> task.name().equals(name)).findFirst().orElseThrow();
    }
}
