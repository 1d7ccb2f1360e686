package lab.carousel.study.automaton;

/** Why the search ended. */
public enum SearchEnd {
    /** No word was found that tells it from the network: of the task, there is none. */
    ALIKE,
    STATES,
    TIME,
    STOPPED
}
