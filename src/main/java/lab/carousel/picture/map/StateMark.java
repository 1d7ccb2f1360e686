package lab.carousel.picture.map;

/**
 * Something else that lies in the space of the states.
 *
 * @param state     where, in the numbers of the part that the map shows ({@link lab.carousel.study.map.StatePart#of})
 * @param direction a line through it, as far to either side; empty for none
 * @param words     what stands there
 */
public record StateMark(MarkKind kind, double[] state, double[] direction, String words) {

    public StateMark {
        state = state.clone();
        direction = direction.clone();
    }
}
