package lab.carousel.manual;

import java.util.List;

/**
 * A part of the contents.
 *
 * @param title   its name
 * @param entries its pages
 */
public record Chapter(String title, List<Entry> entries) {

    /** Copies the list. */
    public Chapter {
        entries = List.copyOf(entries);
    }

    /**
     * A page in the contents.
     *
     * @param title what it is called there
     * @param page  its name, with {@code .md}
     */
    public record Entry(String title, String page) {}
}
