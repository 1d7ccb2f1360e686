package lab.carousel.task.series;

import java.util.List;
import lab.carousel.text.InvalidInput;

/** Reads columns of numbers from a table as CSV, or from pasted numbers. */
public final class ColumnReader {

    /** What commas, points and blanks in numbers mean: the answer where a text leaves it open. */
    public enum Reading {
        /** Decimals follow a point; commas and blanks separate thousands. */
        POINT,
        /** Decimals follow a comma; points and blanks separate thousands. */
        COMMA,
        /** Commas or blanks separate columns. */
        COLUMNS
    }

    private ColumnReader() {}

    /**
     * Reads a text that can be read in one way.
     *
     * @throws InvalidInput if it cannot be read, or the question where there is more than one way, see {@link #readings}
     */
    public static NumberColumns read(String text) {
        throw new InvalidInput("series.read.empty");
    }

    /**
     * Reads a text in the way that somebody has chosen.
     *
     * @throws InvalidInput if it cannot be read so
     */
    public static NumberColumns read(String text, Reading chosen) {
        throw new InvalidInput("series.read.empty");
    }

    /** The ways in which a text can be read; empty if it cannot be read. */
    public static List<Reading> readings(String text) {
        return List.of();
    }
}
