package lab.carousel.manual.search;

import java.util.List;

/**
 * An entry of a search.
 *
 * @param context such as the title of its page; may be empty
 * @param isMeaning whether it defines its title
 * @param weight relative to other entries; 1 is usual
 */
public record Searchable<T>(
        T subject, String title, String context, List<String> lines, boolean isMeaning, double weight) {

    public Searchable {
        lines = List.copyOf(lines);
    }
}
