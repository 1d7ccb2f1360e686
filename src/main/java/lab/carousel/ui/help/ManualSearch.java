package lab.carousel.ui.help;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.ReaderQuestion;
import lab.carousel.manual.Manual;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.Section;
import lab.carousel.manual.search.Hit;
import lab.carousel.manual.search.Search;
import lab.carousel.manual.search.Searchable;

/** Searches the sections of the manual and the questions that the lessons answer. */
final class ManualSearch {

    /** As many as are read. */
    private static final int MOST = 12;
    /** A question that fits has an answer; a section that fits only might have one. */
    private static final double QUESTION_WEIGHT = 2;
    /** In the top of a page it is said what the page is about. */
    private static final double TOP_WEIGHT = 1.1;

    private final Search<ManualHit> search;

    /** A search in a manual and in lessons. */
    ManualSearch(Manual manual, List<Lesson> lessons) {
        List<Searchable<ManualHit>> entries = new ArrayList<>();
        for (Lesson lesson : lessons) {
            for (ReaderQuestion answer : lesson.spoken().answers()) {
                entries.add(new Searchable<>(
                        new ManualHit.Answered(answer, lesson),
                        answer.question(),
                        List.of(answer.inShort()),
                        QUESTION_WEIGHT));
            }
        }
        for (ManualPage page : manual.pages()) {
            for (Section section : page.sections()) {
                double weight = section.target().anchor().isEmpty() ? TOP_WEIGHT : 1;
                entries.add(new Searchable<>(
                        new ManualHit.Passage(section, page.title()), section.title(), section.lines(), weight));
            }
        }
        search = new Search<>(entries);
    }

    /** What fits best, best first; the last word may be only begun. */
    List<Hit<ManualHit>> find(String words) {
        return search.find(words, MOST);
    }
}
