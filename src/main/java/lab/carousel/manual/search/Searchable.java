package lab.carousel.manual.search;

import java.util.List;

/**
 * Something that can be found.
 *
 * @param subject what it is
 * @param title   what it is called
 * @param context what it stands under, such as the title of its page; may be empty
 * @param lines   what is said of it
 * @param isMeaning whether it says what the word means that its title is
 * @param weight  how much it counts against others of which the same is said; 1 is usual
 * @param <T>     the type of what is found
 */
public record Searchable<T>(
        T subject, String title, String context, List<String> lines, boolean isMeaning, double weight) {

    /** Copies the list. */
    public Searchable {
        lines = List.copyOf(lines);
    }
}
