package lab.carousel.file.answers;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.text.InvalidInput;

/** The answers of a student as a file of readable JSON; {@link AnswersJson} describes it. */
public final class AnswersFile {

    /** How the names of such files end. */
    public static final String EXTENSION = ".carousel-answers";

    /** No file of answers is larger, in kilobytes. */
    static final int MOST_KILOBYTES = 1_000;

    /** The same in bytes. */
    public static final int MOST_BYTES = MOST_KILOBYTES * 1_000;

    private AnswersFile() {}

    /** The version of the program, as answers name it. */
    public static String program() {
        return Optional.ofNullable(AnswersFile.class.getPackage().getImplementationVersion())
                .orElse("unpacked");
    }

    /**
     * Saves answers atomically. Runs that would make the file too large are left out.
     *
     * @throws InvalidInput if it cannot be written; an old file is untouched
     */
    public static void write(Path file, AnswerSheet sheet) {
        AtomicFile.write(file, text(sheet).getBytes(StandardCharsets.UTF_8));
    }

    /** Answers as text, without the last of its runs where they would make it too large. */
    public static String text(AnswerSheet sheet) {
        String text = AnswersJson.SHEET.text(sheet);
        if (text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                || sheet.runs().isEmpty()) {
            return text;
        }
        return text(new AnswerSheet(
                sheet.from(),
                sheet.lesson(),
                sheet.answers(),
                sheet.runs().subList(0, sheet.runs().size() - 1)));
    }

    /**
     * The answers in a file.
     *
     * @param name  of the file, for messages
     * @param bytes its content
     * @throws InvalidInput if it is damaged, foreign, newer or too large; names the file and the place
     */
    public static AnswerSheet parse(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new InvalidInput("file.answers.tooLarge", name, MOST_KILOBYTES);
        }
        return read(JsonText.parse(name, TextFile.decode(name, bytes)));
    }

    /** The answers in a file that was read as JSON. */
    public static AnswerSheet read(JsonValue file) {
        return AnswersJson.SHEET.read(file);
    }
}
