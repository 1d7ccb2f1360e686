package lab.carousel.picture.map;

/**
 * Something else that lies in the space of the states.
 *
 * @param state     where, in the numbers of the part that the map shows ({@link lab.carousel.study.map.StatePart#of})
 * @param direction a line through it, as far to either side; empty for none
 * @param words     what stands there
 */
public record StateMark(Kind kind, double[] state, double[] direction, String words) {

    public enum Kind {
        /** A point that draws states to it. */
        STABLE,
        UNSTABLE,
        /** A point at which a state hardly moves. */
        SLOW
    }

    public StateMark {
        state = state.clone();
        direction = direction.clone();
    }
}
