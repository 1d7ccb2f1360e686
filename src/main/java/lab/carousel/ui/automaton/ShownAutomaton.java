package lab.carousel.ui.automaton;

/**
 * What is shown of the automaton that a network has become.
 *
 * @param isLesioned whether units of the network are silenced
 * @param states     how many it has; 0 while the search for them is not finished, below 0 before there was one
 */
public record ShownAutomaton(boolean isLesioned, int states) {

    /** None yet: whoever shows one begins with an intact network, and the words of the task. */
    public static final ShownAutomaton NONE = new ShownAutomaton(false, -1);
}
