package lab.carousel.lesson.answers;

public record Handed(String file, AnswerSheet sheet) {}
