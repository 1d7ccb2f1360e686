package lab.carousel.manual.search;

/**
 * Something that was found.
 *
 * @param subject what it is
 * @param title   what it is called
 * @param line    of what is said of it, the line with most of the words that were looked for; empty if nothing is said
 * @param score   how well it fits
 * @param <T>     the type of what is found
 */
public record Hit<T>(T subject, Marked title, Marked line, double score) {}
