package lab.carousel.ui.studies;

import java.util.Optional;
import java.util.function.Consumer;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Study;
import lab.carousel.text.InvalidInput;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;

/** Plans studies on a thread of its own, since thousands of variations take a moment. */
final class StudyPlanner implements AutoCloseable {

    /**
     * A study that was planned.
     *
     * @param plan    the plan; empty if the study cannot be run
     * @param problem why it cannot be run; empty if it can
     */
    record Planned(Optional<Plan> plan, Optional<InvalidInput> problem) {}

    private final Latest<Study, Planned> worker;

    /** A planner that tells what came of the study that was asked for last. */
    StudyPlanner(Background background, Consumer<Planned> onPlanned) {
        worker = new Latest<>(background, "study plan", StudyPlanner::plan, onPlanned);
    }

    /** Plans a study; those asked for before are forgotten. */
    void ask(Study study) {
        worker.forget();
        worker.ask(study);
    }

    /** Forgets what was asked for. */
    void forget() {
        worker.forget();
    }

    private static Planned plan(Study study) {
        try {
            return new Planned(Optional.of(Plan.of(study)), Optional.empty());
        } catch (InvalidInput problem) {
            return new Planned(Optional.empty(), Optional.of(problem));
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
