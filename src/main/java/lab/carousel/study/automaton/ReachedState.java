package lab.carousel.study.automaton;

import lab.carousel.task.Target;

/**
 * Where a word leads a {@link Teacher}.
 *
 * @param state  all that what follows depends on; not to be written to
 * @param answer {@link Target#NONE} where there is none yet
 */
public record ReachedState(double[] state, Target answer) {}
