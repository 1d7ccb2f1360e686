package lab.carousel.ui.help;

import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.ReaderQuestion;
import lab.carousel.manual.Section;

sealed interface ManualHit {

    record Passage(Section section, String page) implements ManualHit {}

    record Answered(ReaderQuestion answer, Lesson lesson) implements ManualHit {}
}
