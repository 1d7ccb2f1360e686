package lab.carousel.lesson;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import lab.carousel.text.Language;

/**
 * A lesson: steps that are taken one after the other, beside the running program.
 *
 * @param name         where it comes from, a folder or file name; unique among the lessons that are open
 * @param title        what it is called
 * @param minutes      how long a class needs, about
 * @param summary      what it is about, in a sentence
 * @param answers      the questions of readers that it answers, for a search
 * @param steps        at least one
 * @param pictures     the pictures of its texts, as files of a kind that JavaFX reads, by the names in the texts
 * @param translations the same in other languages: other texts, but the same steps, which need the same
 */
public record Lesson(
        String name,
        String title,
        int minutes,
        String summary,
        List<ReaderQuestion> answers,
        List<LessonStep> steps,
        Map<String, byte[]> pictures,
        Map<Language, Lesson> translations) {

    private static final int VERSION_BYTES = 4;

    /** Copies the lists. */
    public Lesson {
        answers = List.copyOf(answers);
        steps = List.copyOf(steps);
        pictures = Map.copyOf(pictures);
        translations = Map.copyOf(translations);
    }

    /**
     * Names what is asked in this lesson: another text, choice or order of steps gives another name. Eight hexadecimal
     * digits of the SHA-256 of the questions as they were written; translations have one of their own.
     */
    public String version() {
        StringBuilder asked = new StringBuilder();
        for (LessonStep step : steps) {
            asked.append(step.id()).append('\n');
            step.question().ifPresent(question -> asked.append(question.text())
                    .append(question.choices())
                    .append(question.right())
                    .append('\n'));
            step.after().observations().forEach(observation -> asked.append(observation)
                    .append('\n'));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(asked.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    /** The same lesson with other translations. */
    public Lesson with(Map<Language, Lesson> newTranslations) {
        return new Lesson(name, title, minutes, summary, answers, steps, pictures, newTranslations);
    }

    /** This lesson in the language that is spoken now, if somebody has translated it; otherwise as it was written. */
    public Lesson spoken() {
        return translations.getOrDefault(Language.current(), this);
    }
}
