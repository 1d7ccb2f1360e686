package lab.carousel.ui.automaton;

import java.util.Optional;
import lab.carousel.model.layout.Parameters;
import lab.carousel.training.Snapshot;

/**
 * What is shown of the automaton that a network has become.
 *
 * @param network    whose automaton it is; empty before there was one
 * @param isLesioned whether units of the network are silenced
 * @param states     how many it has; 0 while the search for them is not finished
 */
public record ShownAutomaton(Optional<Parameters> network, boolean isLesioned, int states) {

    /** None yet: whoever shows one begins with an intact network, and the words of the task. */
    public static final ShownAutomaton NONE = new ShownAutomaton(Optional.empty(), false, 0);

    /** States of the network that is looked at, intact or with units silenced; 0 while another one's automaton is still shown. */
    public int states(Optional<Snapshot> now, boolean lesioned) {
        return isLesioned == lesioned && now.map(Snapshot::parameters).equals(network) ? states : 0;
    }
}
