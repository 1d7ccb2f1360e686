package lab.carousel.file.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.json.Place;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.Words;

/**
 * Reads version 1 of the experiment format:
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
 * <p>A task whose sequences are drawn names its source instead, see {@link SourceReader}.
 *
 * <p>Format, version and task must be there. An engine or a hyperparameter that is missing has the value of the reference
 * experiment, so that a file written by hand holds only what is special about it. A name that is not known is an error,
 * because it is most likely a slip of the pen.
 */
public final class ExperimentReader {

    public static final String FORMAT = "format";
    static final String FORMAT_NAME = "carousel experiment";
    public static final String VERSION = "version";
    public static final int VERSION_READ = 1;
    static final String ENGINE = "engine";
    public static final String TASK = "task";
    static final String ALPHABET = "alphabet";
    static final String SEQUENCES = "sequences";
    static final String HYPERPARAMETERS = "hyperparameters";

    static final Words<EngineName> ENGINES = Words.of(EngineName.class);

    private static final List<String> NAMES = List.of(FORMAT, VERSION, ENGINE, TASK, HYPERPARAMETERS);

    private ExperimentReader() {}

    /** The experiment that a JSON value describes. */
    public static Experiment read(JsonValue root) {
        checkFormat(root, FORMAT_NAME, "file.format.foreign");
        // only now: a newer format may have names that this one does not know
        root.members(NAMES);
        return content(root, task(root.member(TASK)));
    }

    /** The experiment that a group within another file describes; the task of the reference need not be told. */
    public static Experiment readWithin(JsonValue group) {
        Map<String, JsonValue> members = group.members(NAMES);
        return content(group, members.containsKey(TASK) ? task(members.get(TASK)) : Task.reference());
    }

    private static Experiment content(JsonValue root, Task task) {
        Map<String, JsonValue> members = root.members();
        Experiment reference = Experiment.reference();
        EngineName engine = members.containsKey(ENGINE) ? members.get(ENGINE).word(ENGINES) : reference.engine();
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
    private static Place placeOf(
            Message conflict, JsonValue root, Map<String, JsonValue> members, Map<String, JsonValue> written) {
        String subject = conflict.key().split("\\.")[1];
        JsonValue value = written.containsKey(subject) ? written.get(subject) : members.getOrDefault(subject, root);
        return value.place();
    }

    /**
     * Checks that a file is of a format, and of a version that is known.
     *
     * @param name       of the format
     * @param foreignKey says that it is not; its value is the name
     */
    public static void checkFormat(JsonValue root, String name, String foreignKey) {
        boolean ours = root.kind() == JsonValue.Kind.OBJECT
                && root.members().containsKey(FORMAT)
                && name.equals(root.members().get(FORMAT).content());
        if (!ours) {
            throw root.place().problem(foreignKey, name);
        }
        JsonValue version = root.member(VERSION);
        long number = version.longNumber();
        if (number > VERSION_READ) {
            throw version.place().problem("file.format.newer", Long.toString(number), VERSION_READ);
        }
        if (number < 1) {
            throw version.place().problem("file.format.noVersion");
        }
    }

    /** The task that a group describes. */
    public static Task task(JsonValue group) {
        if (group.members().containsKey(SourceReader.SOURCE)) {
            return Task.drawn(SourceReader.read(group));
        }
        group.members(List.of(ALPHABET, SEQUENCES, SourceReader.SOURCE));
        JsonValue alphabetValue = group.member(ALPHABET);
        String symbols = alphabetValue.text();
        Alphabet alphabet = alphabetValue.place().check(() -> new Alphabet(Sequence.symbolsIn(symbols)));
        JsonValue list = group.member(SEQUENCES);
        List<Sequence> sequences = new ArrayList<>();
        JsonValue strange = list;
        Set<String> known = new HashSet<>(alphabet.symbols());
        for (JsonValue element : list.elements()) {
            String text = element.text();
            Sequence sequence = element.place().check(() -> Sequence.parse(text));
            if (strange == list && !known.containsAll(sequence.symbols())) {
                strange = element;
            }
            sequences.add(sequence);
        }
        return strange.place().check(() -> new Task(alphabet, sequences));
    }
}
