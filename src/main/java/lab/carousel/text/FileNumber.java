package lab.carousel.text;

import com.fasterxml.jackson.core.io.NumberOutput;

public final class FileNumber {

    private FileNumber() {}

    /**
     * The fewest digits from which the same double is read back, and of those the nearest, as {@link Double#toString}
     * writes them from Java 19 on, on every Java version and in every locale.
     */
    public static String text(double value) {
        return NumberOutput.toString(value, true);
    }
}
