package lab.carousel.ui.help;

import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.ReaderQuestion;
import lab.carousel.manual.Section;

/** What the search in the manual can find. */
sealed interface ManualHit {

    /**
     * A section of the manual.
     *
     * @param page the title of its page
     */
    record Passage(Section section, String page) implements ManualHit {}

    /**
     * A question of readers.
     *
     * @param lesson the one that answers it
     */
    record Answered(ReaderQuestion answer, Lesson lesson) implements ManualHit {}
}
