package lab.carousel.file.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.JsonValue;
import lab.carousel.task.Alphabet;
import lab.carousel.task.PaperTask;
import lab.carousel.task.PaperTask.Kind;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;

/**
 * JSON of a task, with its sequences, or the source of drawn ones:
 *
 * <pre>
 *   "task": {"alphabet": "0 1 2 3 4", "sequences": ["3 0 1 2 3", "4 0 1 2 4"]}
 *   "task": {"source": "2c", "p": 1000, "q": 1000}
 *   "task": {"source": "2a", "p": 100}
 * </pre>
 */
public final class TaskJson {

    private static final String SEQUENCES = "sequences";
    private static final String SOURCE = "source";

    private static final Codec<Alphabet> ALPHABET = Codec.TEXT.as(
            text -> new Alphabet(Sequence.symbolsIn(text)), alphabet -> String.join(" ", alphabet.symbols()));
    private static final Codec<Sequence> SEQUENCE = Codec.TEXT.as(Sequence::parse, Sequence::text);
    private static final Codec<Kind> KIND = Codec.oneOf(List.of(Kind.values()), Kind::paperName);

    public static final Codec<Task> TASK =
            new Codec<>(TaskJson::read, TaskJson::write).schema(node -> node.put("type", "object"));

    private TaskJson() {}

    private static ObjectNode write(Task task) {
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        if (task.source().isPresent()) {
            PaperTask source = task.source().get();
            group.put(SOURCE, source.name());
            source.parameters().forEach(group::put);
            return group;
        }
        group.set("alphabet", ALPHABET.write(task.alphabet()));
        return group.set(SEQUENCES, SEQUENCE.list().write(task.sequences()));
    }

    private static Task read(JsonValue group) {
        if (group.members().containsKey(SOURCE)) {
            return Task.drawn(source(group));
        }
        group.members(List.of("alphabet", SEQUENCES, SOURCE));
        Alphabet alphabet = ALPHABET.read(group.member("alphabet"));
        JsonValue list = group.member(SEQUENCES);
        List<Sequence> sequences = new ArrayList<>();
        JsonValue strange = list;
        Map<String, String> known = alphabet.symbols().stream().collect(Collectors.toMap(text -> text, text -> text));
        for (JsonValue element : list.elements()) {
            // A million symbols that each have a text of their own would take 50 MB
            Sequence sequence = SEQUENCE.read(element).sharing(known);
            if (strange == list && !known.keySet().containsAll(sequence.symbols())) {
                strange = element;
            }
            sequences.add(sequence);
        }
        return strange.place().check(() -> new Task(alphabet, sequences));
    }

    private static PaperTask source(JsonValue group) {
        Kind kind = KIND.read(group.member(SOURCE));
        group.members(kind.hasQ() ? List.of(SOURCE, "p", "q") : List.of(SOURCE, "p"));
        JsonValue p = group.member("p");
        int pRead = p.wholeNumber();
        PaperTask withoutQ = p.place().check(() -> new PaperTask(kind, pRead, 0));
        if (!kind.hasQ()) {
            return withoutQ;
        }
        JsonValue q = group.member("q");
        int qRead = q.wholeNumber();
        return q.place().check(() -> new PaperTask(kind, pRead, qRead));
    }
}
