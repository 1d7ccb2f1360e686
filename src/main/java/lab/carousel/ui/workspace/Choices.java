package lab.carousel.ui.workspace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is typed and chosen in controls and belongs to nothing else that is worked on, by their ids. A control takes its
 * choice when it is there: that of a place with nothing to show may come later.
 */
public final class Choices {

    private final Map<String, Object> waiting = new HashMap<>();

    /** Whether no choice waits for its control. */
    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Lets a choice wait for a control of this id. */
    public void keep(String id, Object choice) {
        waiting.put(id, choice);
    }

    /** The choice that waits for a control of this id. */
    public Optional<Object> of(String id) {
        return Optional.ofNullable(waiting.get(id));
    }

    /** A control has taken its choice. */
    public void taken(String id) {
        waiting.remove(id);
    }

    /** Gives up what was not taken. */
    public void forget() {
        waiting.clear();
    }
}
