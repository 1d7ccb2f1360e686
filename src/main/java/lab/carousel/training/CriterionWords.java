package lab.carousel.training;

import lab.carousel.task.StoppingRule;
import lab.carousel.text.Message;

/** A criterion's result in a few words, and in a sentence with the numbers. */
public record CriterionWords(String headline, String reason) {

    public static CriterionWords of(Criterion criterion) {
        StoppingRule rule = criterion.rule();
        String key = "criterion." + rule.exam();
        String undecided = criterion.isOpen() ? ".open" : ".failed";
        String how = criterion.isSolved() ? ".solved" : undecided;
        Object[] numbers = {
            criterion.trained(), criterion.inARow(), rule.inARow(), rule.bound(), criterion.largestError()
        };
        return new CriterionWords(
                Message.text(key + how + ".headline", numbers), Message.text(key + how + ".reason", numbers));
    }

    public static String explanation(StoppingRule rule) {
        return Message.text("criterion." + rule.exam() + ".explanation", rule.inARow(), rule.bound());
    }
}
