package lab.carousel.lesson;

/**
 * Something on the screen that a lesson can name.
 *
 * @param name what it is called in lessons
 * @param id   the id of its node in the window
 * @param use  what a lesson can do with it, besides pointing at it
 */
public record WindowSpot(String name, String id, Use use) {

    /** What a lesson can do with a spot, besides pointing at it. */
    public enum Use {
        /** Nothing else. */
        POINT,
        /** Lock it. */
        LOCK,
        /** Lock it, or hide it until a question is answered. */
        LOCK_OR_HIDE
    }
}
