package lab.carousel.task;

import java.util.Arrays;

/**
 * A drawn sequence with one symbol exchanged, the clue, and what follows from it. Places are counted from 0.
 *
 * @param clue    the step that feeds the symbol
 * @param answers the steps whose targets it tells, in order; at least one
 */
public record Twin(Steps steps, int clue, int[] answers) {

    public Twin {
        answers = answers.clone();
    }

    @Override
    public int[] answers() {
        return answers.clone();
    }

    public boolean answersAt(int step) {
        return Arrays.binarySearch(answers, step) >= 0;
    }

    public int lastAnswer() {
        return answers[answers.length - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Twin that
                && clue == that.clue
                && steps.equals(that.steps)
                && Arrays.equals(answers, that.answers);
    }

    @Override
    public int hashCode() {
        return 31 * steps.hashCode() + clue;
    }
}
