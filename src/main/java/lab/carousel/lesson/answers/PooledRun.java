package lab.carousel.lesson.answers;

import java.util.List;
import lab.carousel.lesson.Tried;

/**
 * A seed with what came of it. However many handed it in, it is one run: the same seed gives the same.
 *
 * @param run    what was trained, and what came of it
 * @param files  where it came in
 * @param agreed whether all of them say the same of it
 * @param check  whether that was found to be so
 */
public record PooledRun(Tried run, List<String> files, boolean agreed, Check check) {

    /** Copies the list. */
    public PooledRun {
        files = List.copyOf(files);
    }

    /** The seed. */
    public long seed() {
        return run.experiment().hyperparameters().seed();
    }

    /** The same once it was looked at. */
    PooledRun with(Check found, Tried.Result result) {
        return new PooledRun(new Tried(run.step(), run.experiment(), run.epoch(), result), files, agreed, found);
    }
}
