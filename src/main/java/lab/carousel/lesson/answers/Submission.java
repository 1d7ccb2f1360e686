package lab.carousel.lesson.answers;

/**
 * A sheet of answers that was handed in.
 *
 * @param file its name
 * @param saved when that was written, in milliseconds; 0 if nobody knows
 */
public record Submission(String file, AnswerSheet sheet, long saved) {

    public Submission(String file, AnswerSheet sheet) {
        this(file, sheet, 0);
    }
}
