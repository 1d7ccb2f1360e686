package lab.carousel.manual;

import java.util.List;

/**
 * A heading with the text up to the next one.
 *
 * @param lines units of reading: paragraphs, list items, table rows, code blocks
 */
public record Section(LinkTarget target, String title, List<String> lines) {

    public Section {
        lines = List.copyOf(lines);
    }
}
