package lab.carousel.picture.study;

import lab.carousel.study.many.Cell;
import lab.carousel.study.many.Results;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** What the pictures of a study say about it. */
final class StudyWords {

    private StudyWords() {}

    /** The study, and how many runs there are. */
    static String subtitle(Results results) {
        String title = results.plan().study().title();
        String ended = NumberText.whole(results.finished().size());
        String all = NumberText.whole(results.plan().runs());
        String runs = results.isComplete()
                ? Message.text("studies.picture.runs", all)
                : Message.text("studies.picture.runsSoFar", ended, all);
        int diverged = results.diverged();
        String divergedText = diverged == 0 ? "" : Message.text("studies.picture.diverged", NumberText.whole(diverged));
        return (title.isEmpty() ? runs : title + " · " + runs) + divergedText;
    }

    /** What a cell is called; the median of all runs where nothing is varied. */
    static String name(Results results, Cell cell) {
        return cell.choices().isEmpty()
                ? Message.text("studies.picture.allRuns")
                : results.plan().study().name(cell);
    }
}
