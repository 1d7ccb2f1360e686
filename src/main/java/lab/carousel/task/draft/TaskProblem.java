package lab.carousel.task.draft;

import java.util.List;
import java.util.function.UnaryOperator;
import lab.carousel.text.Message;

/**
 * A problem of a draft.
 *
 * @param place {@link #ALPHABET}, {@link #LIST}, or the index of a sequence, counted from 0
 * @param fixes the likeliest first; often one, sometimes none
 */
public record TaskProblem(int place, Message message, List<Fix> fixes) {

    public static final int ALPHABET = -2;
    public static final int LIST = -1;

    public TaskProblem {
        fixes = List.copyOf(fixes);
    }

    /** A change that mends a problem; the label is for a button. */
    public record Fix(Message label, UnaryOperator<TaskDraft> change) {}
}
