package lab.carousel.file.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.json.JsonText;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;

/**
 * Experiments as readable JSON in UTF-8. The format is described by {@link ExperimentReader}, which reads it.
 */
public final class ExperimentFile {

    /** How the names of experiment files end. */
    public static final String EXTENSION = ".carousel";

    /**
     * The largest file that is read, in megabytes: the largest experiment that can be saved, 200 sequences of 5,000
     * symbols of 32 characters, takes up to 193.
     */
    static final int MAX_MEGABYTES = 256;

    private static final int BYTES_PER_MEGABYTE = 1_000_000;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private ExperimentFile() {}

    /**
     * Saves an experiment atomically.
     *
     * @throws InvalidInput if it cannot be written; an old file is untouched
     */
    public static void write(Path file, Experiment experiment) {
        AtomicFile.write(file, toJson(experiment).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens an experiment.
     *
     * @throws InvalidInput if there is no such file, or it is damaged, foreign or newer; names the file and the place
     */
    public static Experiment read(Path file) {
        return parse(file.toString(), text(file));
    }

    /**
     * The text of a file.
     *
     * @throws InvalidInput if there is no such file, it is too large, or no text in UTF-8
     */
    public static String text(Path file) {
        return decode(file.toString(), bytes(file));
    }

    /**
     * The experiment that a text holds.
     *
     * @param name of the file, for messages
     * @throws InvalidInput if the text is damaged, foreign or newer; names the place
     */
    public static Experiment parse(String name, String text) {
        return ExperimentReader.read(JsonText.parse(name, text));
    }

    /** An experiment as text. The same experiment gives the same text. */
    public static String toJson(Experiment experiment) {
        return text(tree(experiment));
    }

    /** A tree as readable text. */
    public static String text(ObjectNode tree) {
        JsonMapper mapper = JsonMapper.builder()
                // the shortest digits that give the same number back, the same on every Java version
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        try {
            return mapper.writer(printer()).writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The engine that a word in a file stands for. */
    public static Optional<EngineName> engine(String word) {
        return ExperimentReader.ENGINES.find(word);
    }

    /** The words for all engines, as a sentence lists them. */
    public static String engineWords() {
        return ExperimentReader.ENGINES.list();
    }

    private static DefaultPrettyPrinter printer() {
        Separators separators =
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    private static ObjectNode tree(Experiment experiment) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put(ExperimentReader.FORMAT, ExperimentReader.FORMAT_NAME);
        root.put(ExperimentReader.VERSION, ExperimentReader.VERSION_READ);
        describe(experiment, root);
        return root;
    }

    /** Writes what an experiment is into a group. */
    public static void describe(Experiment experiment, ObjectNode root) {
        root.put(ExperimentReader.ENGINE, ExperimentReader.ENGINES.word(experiment.engine()));
        describe(experiment.task(), root.putObject(ExperimentReader.TASK));
        root.set(ExperimentReader.HYPERPARAMETERS, SettingJson.write(experiment.hyperparameters()));
    }

    /** Writes what a task is into a group. */
    public static void describe(Task task, ObjectNode group) {
        task.source()
                .ifPresentOrElse(
                        source -> {
                            group.put(SourceReader.SOURCE, source.name());
                            source.parameters().forEach(group::put);
                        },
                        () -> list(task, group));
    }

    private static void list(Task task, ObjectNode group) {
        group.put(ExperimentReader.ALPHABET, String.join(" ", task.alphabet().symbols()));
        ArrayNode sequences = group.putArray(ExperimentReader.SEQUENCES);
        task.sequences().forEach(sequence -> sequences.add(sequence.text()));
    }

    private static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInput("file.read.folder", file);
        }
        int most = MAX_MEGABYTES * BYTES_PER_MEGABYTE;
        try (InputStream stream = Files.newInputStream(file)) {
            // first asked, then counted, because a pipe or a device does not know its size
            byte[] bytes = Files.size(file) > most ? null : stream.readNBytes(most + 1);
            if (bytes == null || bytes.length > most) {
                throw new InvalidInput("file.read.tooLarge", file, MAX_MEGABYTES);
            }
            return bytes;
        } catch (IOException problem) {
            throw FileProblem.reading(file, problem);
        }
    }

    /** The text that bytes are in UTF-8; the name of the file is for messages. */
    public static String decode(String file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(input, output, true);
        if (result.isError()) {
            throw new InvalidInput("file.read.notUtf8", file, Integer.toString(input.position() + 1));
        }
        output.flip();
        // Windows programs put a mark before the text
        boolean marked = output.length() > 0 && output.charAt(0) == BYTE_ORDER_MARK;
        return (marked ? output.subSequence(1, output.length()) : output).toString();
    }
}
