package lab.carousel.task.draft;

import java.util.Optional;
import lab.carousel.task.PaperTask;
import lab.carousel.task.PaperTask.Kind;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;

/**
 * One of the paper's tasks while it is being edited: its numbers as typed, valid or not.
 *
 * @param kind which task
 * @param p    the paper's p, as typed
 * @param q    the paper's q, as typed; nothing takes notice of it where the task has none
 */
public record SourceDraft(Kind kind, String p, String q) {

    /** Beyond every bound. */
    private static final int MOST = 999_999_999;

    /** The draft of a task. */
    public static SourceDraft of(PaperTask task) {
        return new SourceDraft(task.kind(), Integer.toString(task.p()), Integer.toString(task.q()));
    }

    /** What keeps p from being used. */
    public Optional<Message> pProblem() {
        return InvalidInput.problemOf(() -> PaperTask.checkP(number(p)));
    }

    /** What keeps q from being used; nothing where the task has none. */
    public Optional<Message> qProblem() {
        return kind.hasQ() ? InvalidInput.problemOf(() -> PaperTask.checkQ(number(q))) : Optional.empty();
    }

    /** The task, if nothing is wrong. */
    public Optional<PaperTask> source() {
        if (pProblem().isPresent() || qProblem().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new PaperTask(kind, number(p), kind.hasQ() ? number(q) : 0));
    }

    /** Another task with the same numbers. */
    public SourceDraft withKind(Kind newKind) {
        return new SourceDraft(newKind, p, q);
    }

    /** The same with another p. */
    public SourceDraft withP(String text) {
        return new SourceDraft(kind, text, q);
    }

    /** The same with another q. */
    public SourceDraft withQ(String text) {
        return new SourceDraft(kind, p, text);
    }

    /** The number typed; one that is out of all bounds if it is none. */
    private static int number(String text) {
        return (int) TypedNumber.whole(text, -MOST, MOST).orElse(Integer.MIN_VALUE);
    }
}
