package lab.carousel.manual;

import java.util.List;

/**
 * A heading with what stands under it, up to the next heading.
 *
 * @param target where it is
 * @param title  its heading
 * @param lines  what is read as a unit: paragraphs, items of lists, rows of tables, blocks of code
 */
public record Section(Target target, String title, List<String> lines) {

    /** Copies the list. */
    public Section {
        lines = List.copyOf(lines);
    }
}
