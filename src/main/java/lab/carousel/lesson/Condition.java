package lab.carousel.lesson;

import java.util.Optional;

/**
 * What a situation must show.
 *
 * @param reads see {@link Situation#read}
 * @param value empty text where it only must have changed
 */
public record Condition(String reads, Test test, Object value) {

    public enum Test {
        IS,
        AT_LEAST,
        /** It differs from what it was when the step was entered. */
        CHANGED
    }

    /** As it was written. */
    public static Condition of(String reads, String test, Object value) {
        return new Condition(reads, Test.valueOf(test), value);
    }

    static Condition is(String reads, Object value) {
        return new Condition(reads, Test.IS, value);
    }

    boolean isOfOneValue() {
        return test == Test.IS;
    }

    boolean holds(Readings before, Readings now) {
        Optional<Object> seen = now.read(reads);
        return switch (test) {
            case IS -> seen.filter(value::equals).isPresent();
            case AT_LEAST ->
                seen.filter(number -> ((Number) number).longValue() >= ((Number) value).longValue())
                        .isPresent();
            case CHANGED -> seen.isPresent() && !seen.equals(before.read(reads));
        };
    }
}
