package lab.carousel.ui.place;

import java.util.Map;
import java.util.Optional;
import lab.carousel.model.layout.Parameters;
import lab.carousel.training.Snapshot;

/**
 * What the answer of a view tells of a network that a step of a lesson can ask for: true while that network is looked at.
 *
 * @param network empty before there was an answer
 * @param facts   by their names in a {@link lab.carousel.lesson.Situation}
 */
public record ToldFacts(Optional<Parameters> network, Map<String, Object> facts) {

    public static final ToldFacts NONE = new ToldFacts(Optional.empty(), Map.of());

    public ToldFacts {
        facts = Map.copyOf(facts);
    }

    /** Those of a network that is looked at; none where another one's are still shown. */
    public Map<String, Object> of(Optional<Snapshot> now) {
        return now.map(Snapshot::parameters).equals(network) ? facts : Map.of();
    }
}
