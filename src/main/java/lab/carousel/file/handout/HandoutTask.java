package lab.carousel.file.handout;

import java.util.List;
import java.util.Map;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.text.Message;

/** What is to be learned, as far as anybody reads it on paper. */
final class HandoutTask {

    private static final int MOST_SEQUENCES = 12;
    private static final int MOST_SYMBOLS = 40;

    private HandoutTask() {}

    /** What the template shows of a task. */
    static Map<String, Object> values(Task task) {
        int more = task.sequences().size() - MOST_SEQUENCES;
        return Map.of(
                "taskWords",
                Message.text(task.isDrawn() ? "handout.task.drawn" : "handout.task.listed"),
                "alphabet",
                Message.text("handout.task.alphabet", shortened(task.alphabet().symbols())),
                "sequences",
                task.sequences().stream()
                        .limit(MOST_SEQUENCES)
                        .map(Sequence::symbols)
                        .map(HandoutTask::shortened)
                        .toList(),
                "moreSequences",
                more > 0 ? Message.text("handout.task.more", more) : "");
    }

    private static String shortened(List<String> symbols) {
        return symbols.size() <= MOST_SYMBOLS
                ? String.join(" ", symbols)
                : String.join(" ", symbols.subList(0, MOST_SYMBOLS)) + " …";
    }
}
