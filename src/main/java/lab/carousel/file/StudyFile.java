package lab.carousel.file;

import java.nio.file.Path;
import lab.carousel.message.InvalidInput;
import lab.carousel.study.many.Study;

/** Studies as JSON in UTF-8. The format is described by {@link StudyReader}, which reads it. */
public final class StudyFile {

    private StudyFile() {}

    /**
     * Opens a study.
     *
     * @throws InvalidInput if there is no such file, it is damaged, foreign or newer, or the study cannot be run; names the
     *                      file and the place
     */
    public static Study read(Path file) {
        return parse(file.toString(), ExperimentFile.text(file));
    }

    /**
     * The study that a text holds.
     *
     * @param name of the file, for messages
     * @throws InvalidInput if the text is damaged, foreign or newer, or the study cannot be run; names the place
     */
    public static Study parse(String name, String text) {
        return StudyReader.read(JsonText.parse(name, text));
    }
}
