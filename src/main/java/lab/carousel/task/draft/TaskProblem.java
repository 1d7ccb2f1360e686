package lab.carousel.task.draft;

import java.util.List;
import java.util.function.UnaryOperator;
import lab.carousel.text.Message;

/**
 * A problem of a draft.
 *
 * @param fixes the likeliest first; often one, sometimes none
 */
public record TaskProblem(Message message, List<Fix> fixes) {

    /** The places of problems that no sequence has; the others are the indices of sequences, counted from 0. */
    public static final int ALPHABET = -2;

    public static final int LIST = -1;

    public TaskProblem {
        fixes = List.copyOf(fixes);
    }

    /** A change that mends a problem; the label is for a button. */
    public record Fix(Message label, UnaryOperator<TaskDraft> change) {}
}
