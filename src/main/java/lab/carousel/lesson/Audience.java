package lab.carousel.lesson;

/** Who takes a lesson: one person who chooses an answer, or a class whose hands are counted. */
public enum Audience {
    ALONE,
    CLASS;

    /** The key of words that differ: {@code lesson.now.} gives {@code lesson.now.ALONE}. */
    public String key(String words) {
        return words + name();
    }
}
