package lab.carousel.manual;

import java.util.List;

public record Chapter(String title, List<ChapterEntry> entries) {

    public Chapter {
        entries = List.copyOf(entries);
    }
}
