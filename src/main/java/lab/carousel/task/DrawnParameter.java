package lab.carousel.task;

import lab.carousel.text.InvalidInput;

/**
 * A whole number that says how large a drawn task is, or how long.
 *
 * @param name  as files have it
 * @param first the one to begin with where people choose the kind
 */
public record DrawnParameter(String name, int least, int most, int first) {

    /** @throws InvalidInput if it is out of bounds */
    public void check(int value) {
        if (value < least || value > most) {
            throw new InvalidInput("task.source.range", name, least, most);
        }
    }
}
