package lab.carousel.lesson;

/**
 * A question of readers that a lesson answers.
 *
 * @param question as readers ask it
 * @param inShort  the answer in a sentence or two; may be empty
 * @param step     the step that answers it, counted from 1
 * @param manual   where the manual says more, as a link of its pages ({@code networks.md#lag}); may be empty
 */
public record ReaderQuestion(String question, String inShort, int step, String manual) {}
