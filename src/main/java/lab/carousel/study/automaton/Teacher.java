package lab.carousel.study.automaton;

/** What L* asks: it reads words symbol by symbol and answers after each. */
public interface Teacher {

    /** Where the empty word leads. */
    ReachedState start();

    ReachedState after(ReachedState before, int symbol);

    default ReachedState after(ReachedState before, Iterable<Integer> word) {
        ReachedState reached = before;
        for (int symbol : word) {
            reached = after(reached, symbol);
        }
        return reached;
    }
}
