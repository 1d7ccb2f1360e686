package lab.carousel.ui.help;

import lab.carousel.lesson.Answer;
import lab.carousel.lesson.Lesson;
import lab.carousel.manual.Section;

/** What the search in the manual can find. */
sealed interface Found {

    /**
     * A section of the manual.
     *
     * @param page the title of its page
     */
    record Passage(Section section, String page) implements Found {}

    /**
     * A question of readers.
     *
     * @param lesson the one that answers it
     */
    record Asked(Answer answer, Lesson lesson) implements Found {}
}
