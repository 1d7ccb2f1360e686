package lab.carousel.lesson.answers;

public record Submission(String file, AnswerSheet sheet) {}
