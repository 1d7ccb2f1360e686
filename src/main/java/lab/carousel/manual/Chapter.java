package lab.carousel.manual;

import java.util.List;

public record Chapter(String title, List<Entry> entries) {

    public Chapter {
        entries = List.copyOf(entries);
    }

    public record Entry(String title, String page) {}
}
