package lab.carousel.file.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lab.carousel.file.json.Codec;
import lab.carousel.task.Task;

/**
 * JSON of a task, with its sequences, the source of drawn ones, or a series, whose own numbers stand there, a text for each column:
 *
 * <pre>
 *   "task": {"alphabet": "0 1 2 3 4", "sequences": ["3 0 1 2 3", "4 0 1 2 4"]}
 *   "task": {"alphabet": "0 1 2", "sequences": ["0 1", "0 2"], "sets": true}
 *   "task": {"source": the name of a kind, "p": 1000, "q": 1000}
 *   "task": {"series": "airline", "target": "Passengers", "fed": "values", "period": 0, "ahead": 1, "train": 96, "leak": "none"}
 *   "task": {"series": "own", "channels": ["x"], "rows": [], "values": ["1 2.5 ..."], "target": "x", ...}
 * </pre>
 */
public final class TaskJson {

    public static final Codec<Task> TASK =
            new Codec<>(ExperimentValues::task, TaskJson::write).schema(node -> node.put("type", "object"));

    private TaskJson() {}

    private static ObjectNode write(Task task) {
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        task.supply().values().forEach((name, value) -> {
            if (value instanceof List<?> texts) {
                ArrayNode array = group.putArray(name);
                texts.forEach(text -> array.add((String) text));
            } else if (value instanceof Integer number) {
                group.put(name, number);
            } else if (value instanceof Boolean truth) {
                group.put(name, truth);
            } else {
                group.put(name, (String) value);
            }
        });
        return group;
    }
}
