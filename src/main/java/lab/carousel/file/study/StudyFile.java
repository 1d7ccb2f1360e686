package lab.carousel.file.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.model.Experiment;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Study;
import lab.carousel.study.many.Variation;
import lab.carousel.text.InvalidInput;

public final class StudyFile {

    private StudyFile() {}

    /**
     * Saves a study atomically.
     *
     * @throws InvalidInput if it cannot be written, or no file can say what it varies; an old file is untouched
     */
    public static void write(Path file, Study study) {
        TextFile.write(file, toJson(study));
    }

    /**
     * JSON of a study. Read again, it trains the same.
     *
     * @throws InvalidInput if a file cannot hold it, because the change along one axis depends on another one
     */
    public static String toJson(Study study) {
        return text(study).orElseThrow(() -> new InvalidInput("file.study.unwritable", study.title()));
    }

    public static boolean canHold(Study study) {
        return text(study).isPresent();
    }

    /** Empty if the JSON would not train the same. */
    private static Optional<String> text(Study study) {
        String text = JsonText.text((ObjectNode) StudyJson.write(study));
        return Optional.of(text)
                .filter(written -> trained(parse(study.title(), written)).equals(trained(study)));
    }

    private static List<Experiment> trained(Study study) {
        return Plan.of(study).cells().stream().map(Variation::experiment).toList();
    }

    /**
     * Opens a study.
     *
     * @throws InvalidInput if there is no such file, it is damaged, foreign or newer, or the study cannot be run; names the
     *                      file and the place
     */
    public static Study read(Path file) {
        return read(file, new ReadProgress());
    }

    public static Study read(Path file, ReadProgress progress) {
        return parse(file.toString(), TextFile.read(file, progress));
    }

    /**
     * @throws InvalidInput if the text is damaged, foreign or newer, or the study cannot be run; names the place
     */
    public static Study parse(String name, String text) {
        return StudyJson.read(JsonText.parse(name, text));
    }
}
