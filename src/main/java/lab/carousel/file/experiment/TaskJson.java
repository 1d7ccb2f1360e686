package lab.carousel.file.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.JsonValue;
import lab.carousel.task.Alphabet;
import lab.carousel.task.PaperTask;
import lab.carousel.task.PaperTask.Kind;
import lab.carousel.task.Sequence;
import lab.carousel.task.SequenceSource;
import lab.carousel.task.Task;

/**
 * A task as JSON, with its sequences, or if they are drawn fresh each time with where they come from:
 *
 * <pre>
 *   "task": {"alphabet": "0 1 2 3 4", "sequences": ["3 0 1 2 3", "4 0 1 2 4"]}
 *   "task": {"source": "2c", "p": 1000, "q": 1000}
 *   "task": {"source": "2a", "p": 100}
 * </pre>
 */
public final class TaskJson {

    private static final String ALPHABET = "alphabet";
    private static final String SEQUENCES = "sequences";
    private static final String SOURCE = "source";

    /** Tasks. */
    public static final Codec<Task> TASK =
            new Codec<>(TaskJson::read, task -> write(task, JsonNodeFactory.instance.objectNode()));

    private TaskJson() {}

    private static ObjectNode write(Task task, ObjectNode group) {
        task.source()
                .ifPresentOrElse(
                        source -> {
                            group.put(SOURCE, source.name());
                            source.parameters().forEach(group::put);
                        },
                        () -> list(task, group));
        return group;
    }

    private static void list(Task task, ObjectNode group) {
        group.put(ALPHABET, String.join(" ", task.alphabet().symbols()));
        ArrayNode sequences = group.putArray(SEQUENCES);
        task.sequences().forEach(sequence -> sequences.add(sequence.text()));
    }

    /** The task that a group describes. */
    private static Task read(JsonValue group) {
        if (group.members().containsKey(SOURCE)) {
            return Task.drawn(source(group));
        }
        group.members(List.of(ALPHABET, SEQUENCES, SOURCE));
        JsonValue alphabetValue = group.member(ALPHABET);
        String symbols = alphabetValue.text();
        Alphabet alphabet = alphabetValue.place().check(() -> new Alphabet(Sequence.symbolsIn(symbols)));
        JsonValue list = group.member(SEQUENCES);
        List<Sequence> sequences = new ArrayList<>();
        JsonValue strange = list;
        Map<String, String> known = alphabet.symbols().stream().collect(Collectors.toMap(text -> text, text -> text));
        for (JsonValue element : list.elements()) {
            String text = element.text();
            // A million symbols that each have a text of their own would take 50 MB
            Sequence sequence =
                    element.place().check(() -> Sequence.parse(text)).sharing(known);
            if (strange == list && !known.keySet().containsAll(sequence.symbols())) {
                strange = element;
            }
            sequences.add(sequence);
        }
        return strange.place().check(() -> new Task(alphabet, sequences));
    }

    private static SequenceSource source(JsonValue group) {
        Kind kind = kind(group.member(SOURCE));
        group.members(kind.hasQ() ? List.of(SOURCE, "p", "q") : List.of(SOURCE, "p"));
        JsonValue p = group.member("p");
        int pRead = p.wholeNumber();
        int pChecked = p.place().check(() -> {
            PaperTask.checkP(pRead);
            return pRead;
        });
        if (!kind.hasQ()) {
            return new PaperTask(kind, pChecked, 0);
        }
        JsonValue q = group.member("q");
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
