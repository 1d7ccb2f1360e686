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

    public Manual(List<Chapter> chapters, List<ManualPage> pages) {
        this.chapters = List.copyOf(chapters);
        pages.forEach(page -> this.pages.put(page.name(), page));
    }

    /** Replaces the page of the same name; the contents take its title. */
    public Manual with(ManualPage page) {
        List<ManualPage> others = new ArrayList<>(pages.values());
        others.replaceAll(each -> each.name().equals(page.name()) ? page : each);
        List<Chapter> renamed = chapters.stream()
                .map(chapter -> new Chapter(
                        chapter.title(),
                        chapter.entries().stream()
                                .map(entry -> entry.page().equals(page.name())
                                        ? new ChapterEntry(page.title(), page.name())
                                        : entry)
                                .toList()))
                .toList();
        return new Manual(renamed, others);
    }

    public List<Chapter> chapters() {
        return chapters;
    }

    public List<ManualPage> pages() {
        return List.copyOf(pages.values());
    }

    public Optional<ManualPage> page(String name) {
        return Optional.ofNullable(pages.get(name));
    }

    public boolean has(LinkTarget target) {
        return page(target.page())
                .filter(page -> target.anchor().isEmpty() || page.anchors().containsKey(target.anchor()))
                .isPresent();
    }

    /** The heading of a place, or the title of its page; empty if there is no such place. */
    public String title(LinkTarget target) {
        return page(target.page())
                .map(page -> page.anchors().getOrDefault(target.anchor(), page.title()))
                .orElse("");
    }

    /**
     * The manual's place about a spot on the screen, for example {@code loss}: an anchor of that name, or a setting.
     */
    public Optional<LinkTarget> about(String place) {
        return anchored(place).or(() -> anchored("setting-" + place));
    }

    private Optional<LinkTarget> anchored(String place) {
        return pages.values().stream()
                .filter(page -> page.places().contains(place))
                .map(page -> new LinkTarget(page.name(), place))
                .findFirst();
    }
}
