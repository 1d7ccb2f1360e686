package lab.carousel.lesson.answers;

public record RejectedFile(String file, String reason) {}
