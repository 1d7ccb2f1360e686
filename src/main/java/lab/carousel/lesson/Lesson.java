package lab.carousel.lesson;

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
        List<Answer> answers,
        List<LessonStep> steps,
        Map<String, byte[]> pictures,
        Map<Language, Lesson> translations) {

    /** Copies the lists. */
    public Lesson {
        answers = List.copyOf(answers);
        steps = List.copyOf(steps);
        pictures = Map.copyOf(pictures);
        translations = Map.copyOf(translations);
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
