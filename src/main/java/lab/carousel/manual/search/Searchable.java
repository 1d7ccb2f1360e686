package lab.carousel.manual.search;

import java.util.List;

/**
 * Something that can be found.
 *
 * @param subject what it is
 * @param title   what it is called
 * @param lines   what is said of it
 * @param weight  how much it counts against others of which the same is said; 1 is usual
 * @param <T>     the type of what is found
 */
public record Searchable<T>(T subject, String title, List<String> lines, double weight) {

    /** Copies the list. */
    public Searchable {
        lines = List.copyOf(lines);
    }
}
