package lab.carousel.picture.update;

import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * The reach of the gradient in a sentence, for those who do not see the bars.
 *
 * @param reach of at least one time step
 */
public record ReachWords(ReachDrawing reach) {

    /** How large the gradient is where it begins and at the first step that it reaches, and what cuts it. */
    public String text() {
        int last = reach.steps().length - 1;
        int first = Math.min(reach.cut(), last);
        String key = first == last ? "update.reach.one" : "update.reach.many";
        return Message.text(
                first > 0 ? key + ".cut" : key,
                reach.steps()[last],
                NumberText.loss(reach.hidden()[last]),
                reach.steps()[first],
                NumberText.loss(reach.hidden()[first]));
    }
}
