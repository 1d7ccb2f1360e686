package lab.carousel.study.automaton;

import lab.carousel.task.Target;

/** What L* asks: it reads words symbol by symbol and answers after each. */
public interface Teacher {

    /**
     * Where a word leads.
     *
     * @param state  all that what follows depends on; not to be written to
     * @param answer {@link Target#NONE} where there is none yet
     */
    record Reached(double[] state, Target answer) {}

    /** Where the empty word leads. */
    Reached start();

    Reached after(Reached before, int symbol);

    default Reached after(Reached before, Iterable<Integer> word) {
        Reached reached = before;
        for (int symbol : word) {
            reached = after(reached, symbol);
        }
        return reached;
    }
}
