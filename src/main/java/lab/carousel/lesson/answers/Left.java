package lab.carousel.lesson.answers;

/**
 * A file that is left out.
 *
 * @param file   which
 * @param reason why
 */
public record Left(String file, String reason) {}
