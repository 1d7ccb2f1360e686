package lab.carousel.study.automaton;

/** Which words are asked about. */
public enum AskedWords {
    /** Prefixes of the task; every other word is answered by nothing, so that it compares with the task's automaton. */
    TASK,
    /**
     * All words of the symbols that are ever fed; behind the one that all sequences begin with, if it stands nowhere else.
     * There is an answer after each symbol after which the task scores one anywhere.
     */
    ALL
}
