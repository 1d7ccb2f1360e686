package lab.carousel.lesson;

/** Something on the screen that a lesson can name, with the id of its node. */
public record WindowSpot(String name, String id, Use use) {

    /** What a lesson can do with a spot, besides pointing at it. */
    public enum Use {
        POINT,
        LOCK,
        LOCK_OR_HIDE
    }
}
