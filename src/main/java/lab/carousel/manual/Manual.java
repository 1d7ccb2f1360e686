package lab.carousel.manual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages and their contents. Immutable. */
public final class Manual {

    private final List<Chapter> chapters;
    private final Map<String, ManualPage> pages = new LinkedHashMap<>();

    /** A manual of these pages, in the order in which they are read. */
    public Manual(List<Chapter> chapters, List<ManualPage> pages) {
        this.chapters = List.copyOf(chapters);
        pages.forEach(page -> this.pages.put(page.name(), page));
    }

    /** The same with another page in the place of the one of its name, called in the contents as it calls itself. */
    public Manual with(ManualPage page) {
        List<ManualPage> others = new ArrayList<>(pages.values());
        others.replaceAll(each -> each.name().equals(page.name()) ? page : each);
        List<Chapter> renamed = chapters.stream()
                .map(chapter -> new Chapter(
                        chapter.title(),
                        chapter.entries().stream()
                                .map(entry -> entry.page().equals(page.name())
                                        ? new Chapter.Entry(page.title(), page.name())
                                        : entry)
                                .toList()))
                .toList();
        return new Manual(renamed, others);
    }

    /** What stands where. */
    public List<Chapter> chapters() {
        return chapters;
    }

    /** The pages, in the order of the contents. */
    public List<ManualPage> pages() {
        return List.copyOf(pages.values());
    }

    /** A page by its name. */
    public Optional<ManualPage> page(String name) {
        return Optional.ofNullable(pages.get(name));
    }

    /** Whether there is such a place. */
    public boolean has(Target target) {
        return page(target.page())
                .filter(page -> target.anchor().isEmpty() || page.anchors().containsKey(target.anchor()))
                .isPresent();
    }

    /** The heading of a place, or the title of its page; empty if there is no such place. */
    public String title(Target target) {
        return page(target.page())
                .map(page -> page.anchors().getOrDefault(target.anchor(), page.title()))
                .orElse("");
    }

    /**
     * What is said about a place on the screen: where the manual has an anchor of its name, or lists it as a setting.
     *
     * @param place the name of the place, for example {@code loss}
     */
    public Optional<Target> about(String place) {
        return anchored(place).or(() -> anchored("setting-" + place));
    }

    private Optional<Target> anchored(String place) {
        return pages.values().stream()
                .filter(page -> page.places().contains(place))
                .map(page -> new Target(page.name(), place))
                .findFirst();
    }
}
