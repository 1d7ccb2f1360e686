package lab.carousel.file.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lab.carousel.file.json.JsonValue;
import lab.carousel.task.PaperTask;
import lab.carousel.task.PaperTask.Kind;
import lab.carousel.task.SequenceSource;

/**
 * Reads where the sequences of a task come from that are drawn fresh each time:
 *
 * <pre>
 *   "task": {"source": "2c", "p": 1000, "q": 1000}
 *   "task": {"source": "2a", "p": 100}
 * </pre>
 */
final class SourceReader {

    static final String SOURCE = "source";
    private static final String P = "p";
    private static final String Q = "q";

    private SourceReader() {}

    /** The source that a task's group names. */
    static SequenceSource read(JsonValue group) {
        Kind kind = kind(group.member(SOURCE));
        group.members(kind.hasQ() ? List.of(SOURCE, P, Q) : List.of(SOURCE, P));
        JsonValue p = group.member(P);
        int pRead = p.wholeNumber();
        int pChecked = p.place().check(() -> {
            PaperTask.checkP(pRead);
            return pRead;
        });
        if (!kind.hasQ()) {
            return new PaperTask(kind, pChecked, 0);
        }
        JsonValue q = group.member(Q);
        int qRead = q.wholeNumber();
        return q.place().check(() -> new PaperTask(kind, pChecked, qRead));
    }

    private static Kind kind(JsonValue value) {
        String name = value.text();
        return Kind.named(name).orElseThrow(() -> value.place()
                .problem(
                        "file.word.unknown",
                        name,
                        Arrays.stream(Kind.values()).map(Kind::paperName).collect(Collectors.joining(", "))));
    }
}
