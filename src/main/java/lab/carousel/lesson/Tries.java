package lab.carousel.lesson;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;

/** The runs that were made from their seed to their end, once for each experiment, in the order of time. */
final class Tries {

    /** The most that are kept. */
    private static final int MOST = 60;

    private final List<Tried> all;

    Tries() {
        this(List.of());
    }

    /** Those that were kept before. */
    Tries(List<Tried> kept) {
        all = new ArrayList<>(kept);
    }

    /** Keeps a run that has ended in a step, if it is another one. */
    void keep(String step, Situation now) {
        if (now.status().state() == RunState.FINISHED && all.size() < MOST) {
            now.snapshot()
                    .filter(this::isNew)
                    .ifPresent(snapshot -> all.add(new Tried(
                            step,
                            snapshot.experiment(),
                            snapshot.position().epoch(),
                            Tried.Result.of(snapshot.evaluation()))));
        }
    }

    /** A run that went on from another one is none of its seed. */
    private boolean isNew(Snapshot snapshot) {
        return snapshot.origin().isEmpty()
                && all.stream().noneMatch(tried -> tried.experiment().equals(snapshot.experiment()));
    }

    List<Tried> all() {
        return List.copyOf(all);
    }
}
