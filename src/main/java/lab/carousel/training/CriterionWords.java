package lab.carousel.training;

import lab.carousel.text.Message;

/**
 * What a criterion has come to, in plain language.
 *
 * @param headline a few words
 * @param reason   a sentence with the numbers
 */
public record CriterionWords(String headline, String reason) {

    /** The words for a criterion. */
    public static CriterionWords of(Criterion criterion) {
        String undecided = criterion.isOpen() ? "criterion.open" : "criterion.failed";
        String key = criterion.isSolved() ? "criterion.solved" : undecided;
        Object[] numbers = {
            criterion.trained(), criterion.inARow(), Criterion.IN_A_ROW, criterion.bound(), criterion.largestError()
        };
        return new CriterionWords(Message.text(key + ".headline", numbers), Message.text(key + ".reason", numbers));
    }

    /** What the criterion is, in a sentence or two. */
    public static String explanation(double bound) {
        return Message.text("criterion.explanation", Criterion.IN_A_ROW, bound);
    }
}
