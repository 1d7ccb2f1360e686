package lab.carousel.training;

import lab.carousel.text.Message;

/** A criterion's result in a few words, and in a sentence with the numbers. */
public record CriterionWords(String headline, String reason) {

    public static CriterionWords of(Criterion criterion) {
        String undecided = criterion.isOpen() ? "criterion.open" : "criterion.failed";
        String key = criterion.isSolved() ? "criterion.solved" : undecided;
        Object[] numbers = {
            criterion.trained(), criterion.inARow(), Criterion.IN_A_ROW, criterion.bound(), criterion.largestError()
        };
        return new CriterionWords(Message.text(key + ".headline", numbers), Message.text(key + ".reason", numbers));
    }

    public static String explanation(double bound) {
        return Message.text("criterion.explanation", Criterion.IN_A_ROW, bound);
    }
}
