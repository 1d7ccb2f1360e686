package lab.carousel.lesson.answers;

/**
 * A sheet that was handed in.
 *
 * @param file  it came in
 * @param sheet the answers
 */
public record Handed(String file, AnswerSheet sheet) {}
