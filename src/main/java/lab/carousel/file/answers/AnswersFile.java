package lab.carousel.file.answers;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.text.Citation;
import lab.carousel.text.InvalidInput;

/** The answers of a student as a file of readable JSON; {@link AnswersJson} describes it. */
public final class AnswersFile {

    public static final String EXTENSION = ".carousel-answers";
    static final int MOST_KILOBYTES = 1_000;

    public static final int MOST_BYTES = MOST_KILOBYTES * 1_000;

    private AnswersFile() {}

    public static String program() {
        return Citation.version().orElse("unpacked");
    }

    /** Name that is another one for each lesson and student. */
    public static String name(AnswerSheet sheet) {
        return name(sheet.lesson().name(), sheet.from().id());
    }

    public static String name(String lesson, String id) {
        // Of some disks capital letters are the same
        return lesson + "-" + id.toLowerCase(Locale.ROOT) + EXTENSION;
    }

    /**
     * Saves answers atomically, without runs that would make the file too large.
     *
     * @throws InvalidInput if it cannot be written; an old file is untouched
     */
    public static void write(Path file, AnswerSheet sheet) {
        TextFile.write(file, text(sheet));
    }

    /** JSON of answers, without the last runs where they would make it too large. */
    public static String text(AnswerSheet sheet) {
        String text = AnswersJson.SHEET.text(sheet);
        if (text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                || sheet.runs().isEmpty()) {
            return text;
        }
        return text(sheet.with(sheet.runs().subList(0, sheet.runs().size() - 1)));
    }

    /**
     * Reads answers.
     *
     * @param name of the file, for messages
     * @throws InvalidInput if it is damaged, foreign, newer or too large; names the file and the place
     */
    public static AnswerSheet parse(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new InvalidInput("file.answers.tooLarge", name, MOST_KILOBYTES);
        }
        return read(JsonText.parse(name, TextFile.decode(name, bytes)));
    }

    public static AnswerSheet read(JsonValue file) {
        return AnswersJson.SHEET.read(file);
    }
}
