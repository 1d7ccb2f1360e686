package lab.carousel.lesson.answers;

/** A rejected file. */
public record RejectedFile(String file, String reason) {}
