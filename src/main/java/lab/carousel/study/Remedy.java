package lab.carousel.study;

import java.util.List;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.study.Remedies.Change;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.UnknowableStep;
import lab.carousel.text.InvalidInput;

/** Changes that mend something together, in the order in which they are said. */
public record Remedy(List<Change> changes) {

    public Remedy {
        changes = List.copyOf(changes);
    }

    /** The experiment with all of its changes; empty if the engine cannot train that, or if it would be too large. */
    public Optional<Experiment> of(Experiment experiment) {
        try {
            Experiment changed = experiment;
            for (Change change : changes) {
                changed = change.made(changed);
            }
            return Optional.of(changed.checked());
        } catch (InvalidInput unsuitable) {
            // Then there is nothing to offer
            return Optional.empty();
        }
    }

    boolean mends(UnknowableStep step, Memory changed) {
        int shift = changes.contains(Change.OWN_BEGINNINGS) ? 1 : 0;
        return !changed.isUnknowable(step.sequence(), step.step() + shift);
    }
}
