package lab.carousel.ui.help;

import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.ReaderQuestion;
import lab.carousel.manual.Section;

sealed interface ManualHit {

    /** A section of the manual, with the title of its page. */
    record Passage(Section section, String page) implements ManualHit {}

    /** A question of readers, with the lesson that answers it. */
    record Answered(ReaderQuestion answer, Lesson lesson) implements ManualHit {}
}
