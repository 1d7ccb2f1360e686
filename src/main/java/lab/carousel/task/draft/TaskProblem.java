package lab.carousel.task.draft;

import java.util.List;
import lab.carousel.text.Message;

/**
 * A problem of a draft.
 *
 * @param fixes the likeliest first; often one, sometimes none
 */
public record TaskProblem(Message message, List<TaskFix> fixes) {

    /** The places of problems that no sequence has; the others are the indices of sequences, counted from 0. */
    public static final int ALPHABET = -2;

    public static final int LIST = -1;

    public TaskProblem {
        fixes = List.copyOf(fixes);
    }
}
