package lab.carousel.lesson.answers;

import java.util.List;
import lab.carousel.lesson.LessonResult;
import lab.carousel.lesson.LessonRun;
import lab.carousel.model.Settings;

/**
 * A seed with its result. However many handed it in, it is one run.
 *
 * @param agreed whether all files have the same result
 */
public record PooledRun(LessonRun run, List<String> files, boolean agreed, Check check) {

    public PooledRun {
        files = List.copyOf(files);
    }

    public long seed() {
        return run.experiment().hyperparameters().get(Settings.SEED);
    }

    PooledRun with(Check found, LessonResult result) {
        return new PooledRun(new LessonRun(run.step(), run.experiment(), run.epoch(), result), files, agreed, found);
    }
}
