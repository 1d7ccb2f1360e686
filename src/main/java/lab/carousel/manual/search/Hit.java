package lab.carousel.manual.search;

/**
 * A search result.
 *
 * @param line of the text, the one with most of the words searched for; empty if there is no text
 */
public record Hit<T>(T subject, Marked title, Marked line, double score) {}
