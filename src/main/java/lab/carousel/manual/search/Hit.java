package lab.carousel.manual.search;

/** A search result, with the line that has most of the words; empty if there is no text. */
public record Hit<T>(T subject, Marked title, Marked line, double score) {}
