package lab.carousel.file.experiment;

import static lab.carousel.file.json.Codec.field;

import java.nio.file.Path;
import java.util.Map;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.CodecField;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.json.ValuePlace;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

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
 * <p>Format, version and task are required. A missing engine or hyperparameter is that of the reference experiment, so
 * that a file written by hand has only the differences. An unknown name is an error, most likely a typing mistake.
 */
public final class ExperimentFile {

    public static final String EXTENSION = ".carousel";

    private static final String TASK = "task";
    private static final String HYPERPARAMETERS = "hyperparameters";
    private static final CodecField<Task> TASK_FIELD = field(TASK, TaskJson.TASK);

    /** Saved runs can be too large for a verdict. */
    private static final Codec<Experiment> SAVED = Codec.file(
                    "carousel experiment", "file.format.foreign", Experiment.class, fields(TASK_FIELD))
            .toldAt(ExperimentFile::place);

    private static final Codec<Experiment> WHOLE = SAVED.check(ExperimentFile::checkSize);

    /** Experiments within other files; the reference task may be left out. */
    public static final Codec<Experiment> WITHIN = Codec.of(
                    Experiment.class, fields(TASK_FIELD.orElse(Task.reference())))
            .toldAt(ExperimentFile::place)
            .check(ExperimentFile::checkSize);

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

    public static Experiment read(Path file, ReadProgress progress) {
        return parse(file.toString(), TextFile.read(file, progress));
    }

    /**
     * Parses an experiment.
     *
     * @throws InvalidInput if the text is damaged, foreign or newer; names the place
     */
    public static Experiment parse(String name, String text) {
        return WHOLE.read(JsonText.parse(name, text));
    }

    /** JSON; equal experiments give equal texts. */
    public static String toJson(Experiment experiment) {
        return WHOLE.text(experiment);
    }

    public static Experiment read(JsonValue root) {
        return SAVED.read(root);
    }

    private static CodecField<?>[] fields(CodecField<Task> task) {
        return new CodecField<?>[] {
            field("engine", Codec.words(EngineName.class)).orElse(EngineName.KERNEL),
            task,
            field(HYPERPARAMETERS, SettingJson.ALL).orElse(Hyperparameters.reference())
        };
    }

    private static void checkSize(Experiment experiment, JsonValue root) {
        experiment.tooLarge().ifPresent(problem -> {
            throw root.member(TASK).place().problem(problem);
        });
    }

    /** Place of a conflict between the parts; such messages have the part's name after {@code model}. */
    private static ValuePlace place(Message problem, JsonValue root) {
        Map<String, JsonValue> members = root.members();
        String[] key = problem.key().split("\\.");
        if (!key[0].equals("model")) {
            return root.place();
        }
        Map<String, JsonValue> written = members.containsKey(HYPERPARAMETERS)
                ? members.get(HYPERPARAMETERS).members()
                : Map.of();
        return written.getOrDefault(key[1], members.getOrDefault(key[1], root)).place();
    }
}
