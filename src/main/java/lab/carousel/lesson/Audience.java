package lab.carousel.lesson;

import java.util.List;

/** Who takes a lesson: one person who chooses an answer, or a class whose hands are counted. */
public enum Audience {
    ALONE,
    CLASS,
    /** A class whose phones answer, as long as it is open. */
    PHONES;

    /** Those that can be chosen. */
    public static final List<Audience> CHOICES = List.of(ALONE, CLASS);

    /** The key of words that differ: {@code lesson.now.} gives {@code lesson.now.ALONE}. */
    public String key(String words) {
        return words + name();
    }
}
