package lab.carousel.lesson.answers;

/** A rejected file. */
public record Left(String file, String reason) {}
