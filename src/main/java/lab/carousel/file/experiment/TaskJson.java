package lab.carousel.file.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lab.carousel.file.json.Codec;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;

/**
 * JSON of a task, with its sequences, or the source of drawn ones:
 *
 * <pre>
 *   "task": {"alphabet": "0 1 2 3 4", "sequences": ["3 0 1 2 3", "4 0 1 2 4"]}
 *   "task": {"alphabet": "0 1 2", "sequences": ["0 1", "0 2"], "sets": true}
 *   "task": {"source": "2c", "p": 1000, "q": 1000}
 *   "task": {"source": "2a", "p": 100}
 * </pre>
 */
public final class TaskJson {

    static final String ALPHABET = "alphabet";
    static final String SEQUENCES = "sequences";
    static final String SETS = "sets";
    static final String SOURCE = "source";

    public static final Codec<Task> TASK =
            new Codec<>(ExperimentValues::task, TaskJson::write).schema(node -> node.put("type", "object"));

    private TaskJson() {}

    private static ObjectNode write(Task task) {
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        if (task.source().isPresent()) {
            PaperTask source = task.source().get();
            group.put(SOURCE, source.name());
            source.parameters().forEach(group::put);
            return group;
        }
        group.put(ALPHABET, String.join(" ", task.alphabet().symbols()));
        ArrayNode sequences = group.putArray(SEQUENCES);
        task.sequences().forEach(sequence -> sequences.add(sequence.text()));
        if (task.sets()) {
            group.put(SETS, true);
        }
        return group;
    }
}
