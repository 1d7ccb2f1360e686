package lab.carousel.lesson;

/**
 * A reader's question that a lesson answers.
 *
 * @param inShort the answer in a sentence or two; may be empty
 * @param step the step that answers it, counted from 1
 * @param manual link to a page of the manual ({@code networks.md#lag}); may be empty
 */
public record ReaderQuestion(String question, String inShort, int step, String manual) {}
