package lab.carousel.task.draft;

import java.util.List;
import java.util.function.UnaryOperator;
import lab.carousel.text.Message;

/**
 * What keeps a draft from being a task, where, and what can be done about it.
 *
 * @param place   {@link #ALPHABET}, {@link #LIST}, or the index of a sequence, counted from 0
 * @param message what is wrong and what to do
 * @param fixes   changes that can be offered, the likeliest first; often one, sometimes none
 */
public record TaskProblem(int place, Message message, List<Fix> fixes) {

    public static final int ALPHABET = -2;
    public static final int LIST = -1;

    public TaskProblem {
        fixes = List.copyOf(fixes);
    }

    /**
     * A change of the draft that mends a problem.
     *
     * @param label for a button
     */
    public record Fix(Message label, UnaryOperator<TaskDraft> change) {}
}
