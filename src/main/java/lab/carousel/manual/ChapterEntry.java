package lab.carousel.manual;

public record ChapterEntry(String title, String page) {}
