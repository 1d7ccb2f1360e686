package lab.carousel.file.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.json.ValuePlace;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.Words;

/**
 * Experiments as readable JSON in UTF-8, in version 1 of the experiment format:
 *
 * <pre>
 *   {
 *     "format": "carousel experiment",
 *     "version": 1,
 *     "engine": "kernel",
 *     "task": {
 *       "alphabet": "0 1 2 3 4",
 *       "sequences": [
 *         "3 0 1 2 3",
 *         "4 0 1 2 4"
 *       ]
 *     },
 *     "hyperparameters": {
 *       "cell": "lstm",
 *       "hiddenUnits": 20,
 *       "updateInterval": "whole sequence",
 *       ...
 *     }
 *   }
 * </pre>
 *
 * <p>A task whose sequences are drawn names its source instead, see {@link TaskJson}.
 *
 * <p>Format, version and task must be there. An engine or a hyperparameter that is missing has the value of the reference
 * experiment, so that a file written by hand holds only what is special about it. A name that is not known is an error,
 * because it is most likely a slip of the pen.
 */
public final class ExperimentFile {

    /** How the names of experiment files end. */
    public static final String EXTENSION = ".carousel";

    private static final String FORMAT_NAME = "carousel experiment";
    private static final String ENGINE = "engine";
    private static final String TASK = "task";
    private static final String HYPERPARAMETERS = "hyperparameters";
    private static final Words<EngineName> ENGINES = Words.of(EngineName.class);
    private static final List<String> NAMES =
            List.of(JsonValue.FORMAT, JsonValue.VERSION, ENGINE, TASK, HYPERPARAMETERS);

    /** Experiments within other files; the task of the reference need not be told. */
    public static final Codec<Experiment> WITHIN = new Codec<>(
            ExperimentFile::readWithin, experiment -> write(experiment, JsonNodeFactory.instance.objectNode()));

    private ExperimentFile() {}

    /**
     * Saves an experiment atomically.
     *
     * @throws InvalidInput if it cannot be written; an old file is untouched
     */
    public static void write(Path file, Experiment experiment) {
        TextFile.write(file, toJson(experiment));
    }

    /**
     * Opens an experiment.
     *
     * @throws InvalidInput if there is no such file, or it is damaged, foreign or newer; names the file and the place
     */
    public static Experiment read(Path file) {
        return read(file, new ReadProgress());
    }

    /** The same, watched by who waits for it. */
    public static Experiment read(Path file, ReadProgress progress) {
        return parse(file.toString(), TextFile.read(file, progress));
    }

    /**
     * The experiment that a text holds.
     *
     * @param name of the file, for messages
     * @throws InvalidInput if the text is damaged, foreign or newer; names the place
     */
    public static Experiment parse(String name, String text) {
        JsonValue root = JsonText.parse(name, text);
        return checked(root, read(root));
    }

    /** An experiment as text. The same experiment gives the same text. */
    public static String toJson(Experiment experiment) {
        return JsonText.text(write(experiment, JsonText.start(FORMAT_NAME)));
    }

    /** The engine that a word in a file stands for. */
    public static Optional<EngineName> engine(String word) {
        return ENGINES.find(word);
    }

    /** The words for all engines, as a sentence lists them. */
    public static String engineWords() {
        return ENGINES.list();
    }

    private static ObjectNode write(Experiment experiment, ObjectNode root) {
        root.put(ENGINE, ENGINES.word(experiment.engine()));
        root.set(TASK, TaskJson.TASK.write(experiment.task()));
        return root.set(HYPERPARAMETERS, SettingJson.write(experiment.hyperparameters()));
    }

    /** The experiment that a JSON value describes; it can be too large for a verdict, as a saved run can. */
    public static Experiment read(JsonValue root) {
        root.checkFormat(FORMAT_NAME, "file.format.foreign");
        // only now: a newer format may have names that this one does not know
        root.members(NAMES);
        return content(root, TaskJson.TASK.read(root.member(TASK)));
    }

    private static Experiment readWithin(JsonValue group) {
        Map<String, JsonValue> members = group.members(NAMES);
        Task task = members.containsKey(TASK) ? TaskJson.TASK.read(members.get(TASK)) : Task.reference();
        return checked(group, content(group, task));
    }

    private static Experiment checked(JsonValue root, Experiment experiment) {
        experiment.tooLarge().ifPresent(problem -> {
            throw root.member(TASK).place().problem(problem);
        });
        return experiment;
    }

    private static Experiment content(JsonValue root, Task task) {
        Map<String, JsonValue> members = root.members();
        Experiment reference = Experiment.reference();
        EngineName engine = members.containsKey(ENGINE)
                ? Codec.words(EngineName.class).read(members.get(ENGINE))
                : reference.engine();
        Map<String, JsonValue> written = members.containsKey(HYPERPARAMETERS)
                ? members.get(HYPERPARAMETERS).members(Settings.names())
                : Map.of();
        Hyperparameters hyperparameters = SettingJson.read(reference.hyperparameters(), written);
        try {
            return new Experiment(task, hyperparameters, engine);
        } catch (InvalidInput conflict) {
            throw placeOf(conflict.problem(), root, members, written).problem(conflict.problem());
        }
    }

    /** Where that stands which a conflict of the parts is about; such messages have its name after {@code model}. */
    private static ValuePlace placeOf(
            Message conflict, JsonValue root, Map<String, JsonValue> members, Map<String, JsonValue> written) {
        String subject = conflict.key().split("\\.")[1];
        JsonValue value = written.containsKey(subject) ? written.get(subject) : members.getOrDefault(subject, root);
        return value.place();
    }
}
