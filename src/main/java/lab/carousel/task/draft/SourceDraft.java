package lab.carousel.task.draft;

import java.util.Optional;
import lab.carousel.task.PaperTask;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;

/** One of the paper's tasks while it is being edited: its numbers as typed, valid or not. */
public record SourceDraft(PaperTask.Kind kind, String p, String q) {

    private static final int MOST = 999_999_999;

    public static SourceDraft of(PaperTask task) {
        return new SourceDraft(task.kind(), Integer.toString(task.p()), Integer.toString(task.q()));
    }

    public Optional<Message> pProblem() {
        return InvalidInput.problemOf(() -> PaperTask.checkP(number(p)));
    }

    public Optional<Message> qProblem() {
        return kind.hasQ() ? InvalidInput.problemOf(() -> PaperTask.checkQ(number(q))) : Optional.empty();
    }

    public Optional<PaperTask> source() {
        if (pProblem().isPresent() || qProblem().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new PaperTask(kind, number(p), kind.hasQ() ? number(q) : 0));
    }

    public SourceDraft withKind(PaperTask.Kind newKind) {
        return new SourceDraft(newKind, p, q);
    }

    public SourceDraft withP(String text) {
        return new SourceDraft(kind, text, q);
    }

    public SourceDraft withQ(String text) {
        return new SourceDraft(kind, p, text);
    }

    /** The typed number; out of all bounds if it is none. */
    private static int number(String text) {
        return (int) TypedNumber.whole(text, -MOST, MOST).orElse(Integer.MIN_VALUE);
    }
}
